/// T5: the endings of French ordinals, raised. `3ème` and `1ère` stay as their author wrote them.
enum Ordinals {
  private static let first: [[UInt8]] = ["ers", "res", "er", "re"].map { Array($0.utf8) }
  private static let later: [[UInt8]] = ["es", "e"].map { Array($0.utf8) }

  /// The length of the ending that stands behind a number.
  static func ending(of number: Typesetter.Number, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard text.stands(UInt8(ascii: "e"), at: number.end) || text.stands(UInt8(ascii: "r"), at: number.end),
      text[number.start] != UInt8(ascii: "0"), number.digits <= 4
    else { return nil }
    let isFirst = number.digits == 1 && text[number.start] == UInt8(ascii: "1")
    return length(of: isFirst ? first : later, at: number.end, in: text)
  }

  /// Where the digits of a Roman numeral that begins at `start` end, and the length of its ending.
  static func roman(at start: Int, in text: UnsafeBufferPointer<UInt8>) -> (end: Int, ending: Int)? {
    var end = start
    while end < text.count, end - start < 12, isDigit(text[end]) { end += 1 }
    guard text.stands(UInt8(ascii: "e"), at: end) || text.stands(UInt8(ascii: "r"), at: end) else {
      return nil
    }
    let isFirst = end == start + 1 && text[start] == UInt8(ascii: "I")
    guard let length = length(of: isFirst ? first : later, at: end, in: text), isNumeral(text[start..<end])
    else {
      return nil
    }
    return (end, length)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "I") || byte == UInt8(ascii: "V") || byte == UInt8(ascii: "X")
  }

  private static func length(of endings: [[UInt8]], at index: Int, in text: UnsafeBufferPointer<UInt8>)
    -> Int?
  {
    for ending in endings where text.stands(ending, at: index) {
      let end = index + ending.count
      switch text.neighbour(at: end) {
      case .letter, .digit, .apostrophe, .dash, .other: return nil
      case .closing, .mark: return text.neighbour(at: end + 1).isWord ? nil : ending.count
      default: return ending.count
      }
    }
    return nil
  }

  /// Whether letters are a number below forty: tens, then units.
  private static func isNumeral(_ letters: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let tens = letters.prefix { $0 == UInt8(ascii: "X") }.count
    guard tens <= 3, !letters.isEmpty else { return false }
    return ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"].contains { units in
      letters.dropFirst(tens).elementsEqual(units.utf8)
    }
  }
}
