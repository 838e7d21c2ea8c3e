/// Content lines of iCalendar (RFC 5545 § 3.1), in UTF-8: ended by CR LF, and folded so that none is longer
/// than 75 octets.
///
///     var lines = CalendarLines()
///     lines.add("SUMMARY", text: "Une rencontre, un lieu", language: "fr")
///     // SUMMARY;LANGUAGE=fr:Une rencontre\, un lieu
struct CalendarLines {
  static let limit = 75

  private(set) var bytes: [UInt8] = []

  /// A property whose value is written as it is.
  mutating func add(_ name: String, _ value: String) {
    fold(Array("\(name):\(value)".utf8))
  }

  /// A property whose value is a text (§ 3.3.11).
  ///
  /// - Parameter language: its language (BCP 47).
  mutating func add(_ name: String, text: String, language: String? = nil) {
    var line = Array("\(name)\(language.map { ";LANGUAGE=\($0)" } ?? ""):".utf8)
    CalendarLines.escape(text.utf8, into: &line)
    fold(line)
  }

  /// `\`, `;` and `,` escaped, line ends written `\n`; controls, which no text may hold, left out.
  private static func escape(_ text: String.UTF8View, into line: inout [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","): line += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\n"): line += Array("\\n".utf8)
      case UInt8(ascii: "\t"), 0x20..<0x7F, 0x80...: line.append(byte)
      default: break
      }
    }
  }

  /// The space that begins a folded line counts too.
  private mutating func fold(_ line: [UInt8]) {
    var start = 0
    while true {
      let room = start == 0 ? CalendarLines.limit : CalendarLines.limit - 1
      guard line.count - start > room else { break }
      var end = start + room
      // A character's further bytes stay with its first.
      while line[end] & 0xC0 == 0x80, end > start + room - 3 { end -= 1 }
      bytes += line[start..<end]
      bytes += [0x0D, 0x0A, 0x20]
      start = end
    }
    bytes += line[start...]
    bytes += [0x0D, 0x0A]
  }
}
