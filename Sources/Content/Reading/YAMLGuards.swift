/// Finds nesting that would make a recursive reader run out of stack, before any reader sees it.
struct NestingScan {
  /// The first place, counted in the scanned text, that nests deeper than `YAMLParser.depthLimit`.
  private(set) var tooDeep: (line: Int, column: Int)?

  init(_ yaml: ArraySlice<UInt8>) {
    var brackets = 0
    var line = 0
    var indentations: [Int] = []
    var lineStart = yaml.startIndex
    while lineStart < yaml.endIndex {
      line += 1
      let end = yaml[lineStart...].firstIndex(of: UInt8(ascii: "\n")) ?? yaml.endIndex
      let text = yaml[lineStart..<end]
      let columns = NestingScan.blockColumns(of: text)
      if let outer = columns.first {
        while let last = indentations.last, last >= outer { indentations.removeLast() }
        indentations += columns
        if indentations.count > YAMLParser.depthLimit {
          tooDeep = (line, (columns.last ?? 0) + 1)
          return
        }
      }
      for (offset, byte) in text.enumerated() {
        if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") {
          brackets += 1
        } else if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") {
          brackets = max(0, brackets - 1)
        }
        if brackets > YAMLParser.depthLimit {
          tooDeep = (line, offset + 1)
          return
        }
      }
      lineStart = end + 1
    }
  }

  /// The columns at which a line opens block collections: those of its `- ` and `? `, and of its content.
  private static func blockColumns(of line: ArraySlice<UInt8>) -> [Int] {
    var columns: [Int] = []
    var index = line.startIndex
    while index < line.endIndex {
      let byte = line[index]
      if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "?") {
        guard index + 1 < line.endIndex, line[index + 1] == UInt8(ascii: " ") else { break }
        columns.append(index - line.startIndex)
      } else if byte != UInt8(ascii: " ") {
        break
      }
      index += 1
    }
    if index < line.endIndex { columns.append(index - line.startIndex) }
    return columns
  }
}

/// Hides the characters that open anchors, aliases and tags from the YAML parser, and finds them again behind it.
///
/// Only the parser knows whether `*` begins a value or stands inside a quoted text, so it decides: each candidate
/// is replaced by a private-use character of the same width; a plain value that comes back beginning with one was
/// an anchor, an alias or a tag, and everywhere else the character is put back.
enum IndicatorDisguise {
  private static let indicators: [UInt8] = [UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!")]
  private static let firstScalar: UInt32 = 0x10FFF0

  /// - Returns: the text for the parser, and whether anything in it is disguised.
  static func apply(to yaml: ArraySlice<UInt8>) -> (text: String, disguised: Bool) {
    var bytes: [UInt8] = []
    var copied = yaml.startIndex
    var previous = UInt8(ascii: "\n")
    for index in yaml.indices {
      let byte = yaml[index]
      if let number = indicators.firstIndex(of: byte), opensNode(after: previous) {
        bytes += yaml[copied..<index]
        bytes += [0xF4, 0x8F, 0xBF, 0xB0 + UInt8(number)]
        copied = index + 1
      }
      previous = byte
    }
    guard copied > yaml.startIndex else { return (String(decoding: yaml, as: UTF8.self), false) }
    bytes += yaml[copied...]
    return (String(decoding: bytes, as: UTF8.self), true)
  }

  /// Puts the characters back.
  ///
  /// - Returns: the first of them, and whether the text begins with it; `nil` when there is none.
  static func reveal(_ text: inout String) -> (indicator: String, atStart: Bool)? {
    var first: (String, Bool)?
    var revealed = String.UnicodeScalarView()
    for (offset, scalar) in text.unicodeScalars.enumerated() {
      guard scalar.value >= firstScalar, scalar.value < firstScalar + UInt32(indicators.count) else {
        revealed.append(scalar)
        continue
      }
      let indicator = UnicodeScalar(indicators[Int(scalar.value - firstScalar)])
      revealed.append(indicator)
      first = first ?? (String(indicator), offset == 0)
    }
    if first != nil { text = String(revealed) }
    return first
  }

  private static func opensNode(after byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "{"):
      true
    default: false
    }
  }
}
