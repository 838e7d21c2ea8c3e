/// Numbers as tables have them.
enum TableNumber {
  /// The number in ASCII, with a point; `nil` when the text is none.
  ///
  /// Without a declared mark, only a sign, digits, and a point with digits are one: who writes `1,5` or `1 234` may
  /// mean something else. With it, spaces of any kind may set the thousands apart, and U+2212 is a minus.
  static func normalized(_ text: ArraySlice<UInt8>, decimal: TableFormat.DecimalMark?) -> String? {
    var text = text
    while let last = text.last, last == UInt8(ascii: " ") { text.removeLast() }
    text = text.drop { $0 == UInt8(ascii: " ") }
    guard text.count <= 64 else { return nil }
    var number: [UInt8] = []
    if text.first == UInt8(ascii: "-") {
      number.append(UInt8(ascii: "-"))
      text = text.dropFirst()
    } else if decimal != nil, text.starts(with: "\u{2212}".utf8) {
      number.append(UInt8(ascii: "-"))
      text = text.dropFirst(3)
    }
    let mark = decimal == .comma ? UInt8(ascii: ",") : UInt8(ascii: ".")
    let whole = text.prefix { $0 != mark }
    let hasFraction = whole.endIndex < text.endIndex
    let fraction = text[whole.endIndex...].dropFirst()
    guard let digits = digits(of: whole, areGrouped: decimal != nil) else { return nil }
    guard !hasFraction || !fraction.isEmpty && fraction.allSatisfy(isDigit) else { return nil }
    number += digits
    if hasFraction { number += [UInt8(ascii: ".")] + fraction }
    return String(decoding: number, as: UTF8.self)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private static func digits(of text: ArraySlice<UInt8>, areGrouped: Bool) -> [UInt8]? {
    guard !text.isEmpty else { return nil }
    if text.allSatisfy(isDigit) { return Array(text) }
    guard areGrouped else { return nil }
    let spaces = [" ", "\u{A0}", "\u{202F}", "\u{2009}"].map { Array($0.utf8) }
    var digits: [UInt8] = []
    var group = 0
    var isFirst = true
    var rest = text
    while let byte = rest.first {
      if isDigit(byte) {
        digits.append(byte)
        group += 1
        rest = rest.dropFirst()
      } else if let space = spaces.first(where: { rest.starts(with: $0) }) {
        guard isFirst ? (1...3).contains(group) : group == 3 else { return nil }
        (isFirst, group) = (false, 0)
        rest = rest.dropFirst(space.count)
      } else {
        return nil
      }
    }
    return isFirst || group == 3 ? digits : nil
  }
}
