/// What stands around addresses in sentences: spaces beyond ASCII's, closing marks, trailing punctuation.
enum AddressEdge {
  /// Where an address ends that would end with the text: trailing punctuation, brackets that it doesn't open
  /// and what looks like an entity are left out.
  static func end(of address: ArraySlice<UInt8>) -> Int {
    var end = address.endIndex
    var excess = 0
    var squareExcess = 0
    for byte in address {
      switch byte {
      case UInt8(ascii: ")"): excess += 1
      case UInt8(ascii: "("): excess -= 1
      case Byte.rightBracket: squareExcess += 1
      case Byte.leftBracket: squareExcess -= 1
      default: break
      }
    }
    while end > address.startIndex {
      switch address[end - 1] {
      case UInt8(ascii: ")"):
        guard excess > 0 else { return end }
        excess -= 1
        end -= 1
      case Byte.rightBracket:
        guard squareExcess > 0 else { return end }
        squareExcess -= 1
        end -= 1
      case UInt8(ascii: "?"), Byte.exclamationMark, UInt8(ascii: "."), UInt8(ascii: ","), Byte.colon,
        UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "'"), Byte.quotationMark,
        EscapedTildes.mark:
        end -= 1
      case UInt8(ascii: ";"):
        var entity = end - 1
        while entity > address.startIndex, Byte.isLetter(address[entity - 1]) { entity -= 1 }
        let isEntity =
          entity < end - 1 && entity > address.startIndex && address[entity - 1] == Byte.ampersand
        end = isEntity ? entity - 1 : end - 1
      default:
        guard let length = closingMarkLength(endingAt: end, of: address) else { return end }
        end -= length
      }
    }
    return end
  }

  /// Whether one of U+00A0, U+2000 to U+200A, U+202F, U+205F, U+3000 begins there.
  static func isSpace(startingAt index: Int, of text: ArraySlice<UInt8>) -> Bool {
    guard index + 1 < text.endIndex else { return false }
    if text[index] == 0xC2 { return text[index + 1] == 0xA0 }
    guard index + 2 < text.endIndex else { return false }
    switch (text[index], text[index + 1], text[index + 2]) {
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80): return true
    default: return false
    }
  }

  static func isSpace(endingAt end: Int, of text: ArraySlice<UInt8>) -> Bool {
    (end - 2 >= text.startIndex && isSpace(startingAt: end - 2, of: text[..<end]))
      || (end - 3 >= text.startIndex && isSpace(startingAt: end - 3, of: text[..<end]))
  }

  static func isClosingMark(startingAt index: Int, of text: ArraySlice<UInt8>) -> Bool {
    [2, 3].contains { length in
      index + length <= text.endIndex
        && closingMarkLength(endingAt: index + length, of: text[index...]) == length
    }
  }

  /// The bytes of a `»`, `’`, `”` or `…` that ends there.
  private static func closingMarkLength(endingAt end: Int, of text: ArraySlice<UInt8>) -> Int? {
    if end - 2 >= text.startIndex, text[end - 2] == 0xC2, text[end - 1] == 0xBB { return 2 }
    guard end - 3 >= text.startIndex, text[end - 3] == 0xE2, text[end - 2] == 0x80 else { return nil }
    return [0x99, 0x9D, 0xA6].contains(text[end - 1]) ? 3 : nil
  }
}
