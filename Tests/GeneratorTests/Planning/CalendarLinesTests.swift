import Testing

@testable import Generator

@Suite("Content lines of calendars")
struct CalendarLinesTests {
  private func written(_ text: String, name: String = "X") -> [UInt8] {
    var lines = CalendarLines()
    lines.add(name, text: text)
    return lines.bytes
  }

  /// The line that a reader sees: RFC 5545 § 3.1 removes each CR LF and the space after it.
  private func unfolded(_ bytes: [UInt8]) -> [UInt8] {
    var line: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index...].starts(with: [0x0D, 0x0A, 0x20]) {
        index += 3
      } else {
        line.append(bytes[index])
        index += 1
      }
    }
    return line
  }

  @Test("A line is folded at 75 octets, wherever its characters of 2, 3 and 4 bytes stand",
    arguments: ["é", "€", "𝄞", "a"])
  func folding(character: String) {
    for offset in 0...160 {
      let text = String(repeating: "a", count: offset) + String(repeating: character, count: 60)
      let bytes = written(text)
      let pieces = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true)
      for (number, piece) in pieces.enumerated() {
        #expect(piece.last == 0x0D)
        #expect(piece.count - 1 <= 75)
        // A piece that could hold one more character does.
        if number < pieces.count - 1 { #expect(piece.count - 1 + character.utf8.count > 75) }
        #expect(number == 0 || piece.first == UInt8(ascii: " "))
        #expect(String(validating: piece, as: UTF8.self) != nil, "a character was split at \(offset)")
      }
      #expect(unfolded(bytes) == Array("X:\(text)\r\n".utf8))
    }
  }

  @Test("A line of 75 octets stays whole, one of 76 does not")
  func edges() {
    let text = String(repeating: "a", count: 73)
    #expect(written(text) == Array("X:\(text)\r\n".utf8))
    #expect(written(text + "a") == Array("X:\(text)\r\n a\r\n".utf8))
  }

  @Test("What means something else in a text is escaped, and controls are left out",
    arguments: zip(
      ["a, b; c\\d", "un\ndeux", "un\r\ndeux", "a:b \"c\"", "a\u{7}b\u{0}c\u{7F}", "a\tb", "\\n", "e\u{301}, 👩‍🌾"],
      ["a\\, b\\; c\\\\d", "un\\ndeux", "un\\ndeux", "a:b \"c\"", "abc", "a\tb", "\\\\n", "e\u{301}\\, 👩‍🌾"]))
  func escaping(text: String, expected: String) {
    #expect(written(text) == Array("X:\(expected)\r\n".utf8))
  }

  @Test("A text says its language")
  func language() {
    var lines = CalendarLines()
    lines.add("SUMMARY", text: "Un", language: "fr-CA")
    lines.add("VERSION", "2.0")
    #expect(lines.bytes == Array("SUMMARY;LANGUAGE=fr-CA:Un\r\nVERSION:2.0\r\n".utf8))
  }
}
