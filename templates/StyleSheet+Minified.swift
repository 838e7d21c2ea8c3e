extension StyleSheet {
  /// A style sheet without what only people read: comments, indentation, line ends, spaces that separate
  /// nothing, the `;` before a `}` and the zero of `0.5rem`.
  ///
  /// Strings stand as they are, and so do the spaces that mean something: those of selectors (`a :is(b)`), of
  /// values (`1px solid`) and around `+` and `-` (`calc`).
  static func minified(_ source: some Sequence<UInt8>) -> [UInt8] {
    let source = Array(source)
    var output: [UInt8] = []
    output.reserveCapacity(source.count)
    var index = 0
    var spaceIsPending = false
    while index < source.count {
      let byte = source[index]
      if byte == slash, index + 1 < source.count, source[index + 1] == asterisk {
        index = end(ofCommentAt: index, in: source)
        spaceIsPending = true
        continue
      }
      if isSpace(byte) {
        spaceIsPending = true
        index += 1
        continue
      }
      if spaceIsPending, let last = output.last, separates(last, byte) { output.append(space) }
      spaceIsPending = false
      if byte == quotationMark || byte == apostrophe {
        let next = end(ofStringAt: index, in: source)
        output += source[index..<next]
        index = next
        continue
      }
      while byte == closingBrace, output.last == semicolon { output.removeLast() }
      if !isLeadingZero(at: index, in: source, after: output.last) { output.append(byte) }
      index += 1
    }
    return output
  }

  /// Whether a space between two bytes may mean something.
  ///
  /// One before a colon is a selector's (`a :hover`); one after it is only ever a declaration's.
  private static func separates(_ before: UInt8, _ after: UInt8) -> Bool {
    !("{};:,>(".utf8.contains(before) || "{};,>)".utf8.contains(after))
  }

  /// Whether a byte is the zero of a fraction: `0.5`, not `10.5` nor `0`.
  private static func isLeadingZero(at index: Int, in source: [UInt8], after last: UInt8?) -> Bool {
    guard index + 2 < source.count, source[index] == zero, source[index + 1] == fullStop,
      isDigit(source[index + 2]), let last
    else { return false }
    return " :,(+-*/".utf8.contains(last)
  }

  private static func end(ofCommentAt start: Int, in source: [UInt8]) -> Int {
    var index = start + 2
    while index + 1 < source.count {
      if source[index] == asterisk, source[index + 1] == slash { return index + 2 }
      index += 1
    }
    return source.count
  }

  private static func end(ofStringAt start: Int, in source: [UInt8]) -> Int {
    var index = start + 1
    while index < source.count, source[index] != source[start] {
      index += source[index] == backslash ? 2 : 1
    }
    return min(index + 1, source.count)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == space || (9...13).contains(byte) }
  private static func isDigit(_ byte: UInt8) -> Bool { (zero...zero + 9).contains(byte) }

  private static let space = UInt8(ascii: " ")
  private static let slash = UInt8(ascii: "/")
  private static let asterisk = UInt8(ascii: "*")
  private static let quotationMark = UInt8(ascii: "\"")
  private static let apostrophe = UInt8(ascii: "'")
  private static let backslash = UInt8(ascii: "\\")
  private static let semicolon = UInt8(ascii: ";")
  private static let closingBrace = UInt8(ascii: "}")
  private static let fullStop = UInt8(ascii: ".")
  private static let zero = UInt8(ascii: "0")
}
