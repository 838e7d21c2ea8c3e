/// How a directive's name, label and attributes are written.
enum DirectiveSyntax {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// The name that begins a range: letters of any script, then also digits, `-` and `_`. It may be empty.
  static func name(in bytes: Bytes, _ range: Range<Int>) -> Range<Int> {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte >= 0x80 {
        let rest = UnsafeBufferPointer(rebasing: bytes[index..<min(index + 4, range.upperBound)])
        guard let scalar = String(decoding: rest, as: UTF8.self).unicodeScalars.first,
          scalar.properties.isAlphabetic || scalar.properties.canonicalCombiningClass != .notReordered
        else { break }
        index += UTF8.width(scalar)
        continue
      }
      let isInside = index > range.lowerBound
      guard
        Byte.isLetter(byte)
          || isInside && (Byte.isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_"))
      else { break }
      index += 1
    }
    return range.lowerBound..<min(index, range.upperBound)
  }

  /// Reads `[label]{attributes}`, spaces allowed before each.
  ///
  /// Returns whether something else stands there: the line may be a text.
  static func readArguments(in bytes: Bytes, _ range: Range<Int>, of line: inout DirectiveLine) -> Bool {
    var index = range.lowerBound
    func skipSpaces() {
      while index < range.upperBound, Byte.isSpaceOrTab(bytes[index]) { index += 1 }
    }
    skipSpaces()
    if index < range.upperBound, bytes[index] == Byte.leftBracket {
      guard let end = closing(of: Byte.leftBracket, Byte.rightBracket, in: bytes, index..<range.upperBound)
      else {
        line.isMalformed = true
        return false
      }
      line.label = index + 1..<end
      index = end + 1
    }
    skipSpaces()
    if index < range.upperBound, bytes[index] == Byte.leftBrace {
      guard let end = closingBrace(in: bytes, index..<range.upperBound) else {
        line.isMalformed = true
        return false
      }
      line.attributes = index + 1..<end
      index = end + 1
    }
    skipSpaces()
    guard index < range.upperBound else { return false }
    line.isMalformed = true
    return line.label == nil && line.attributes == nil
  }

  /// The offset of the mark that closes the one a range begins with; a backslash hides the byte after it.
  private static func closing(
    of opening: UInt8, _ closing: UInt8, in bytes: Bytes, _ range: Range<Int>
  ) -> Int? {
    var depth = 0
    var index = range.lowerBound
    while index < range.upperBound {
      switch bytes[index] {
      case Byte.backslash: index += 1
      case opening: depth += 1
      case closing:
        depth -= 1
        if depth == 0 { return index }
      default: break
      }
      index += 1
    }
    return nil
  }

  /// The offset of the brace that closes the one a range begins with, those between quotes aside.
  static func closingBrace(in bytes: Bytes, _ range: Range<Int>) -> Int? {
    var quote: UInt8?
    var index = range.lowerBound + 1
    while index < range.upperBound {
      let byte = bytes[index]
      if let open = quote {
        if byte == Byte.backslash { index += 1 } else if byte == open { quote = nil }
      } else if byte == Byte.rightBrace {
        return index
      } else if isQuote(byte), bytes[index - 1] == Byte.equalsSign {
        quote = byte
      }
      index += 1
    }
    return nil
  }

  static func isQuote(_ byte: UInt8) -> Bool { byte == Byte.quotationMark || byte == Byte.apostrophe }
}
