/// T2: the abbreviations that keep what follows beside them; T5: Roman numerals.
extension Typesetter {
  /// n° and N°, before what they number.
  mutating func setNumberSign(at degree: Int) {
    guard text.stands(UInt8(ascii: "n"), at: degree - 1) || text.stands(UInt8(ascii: "N"), at: degree - 1),
      !text.neighbour(before: degree - 1).isWord
    else { return }
    keep(from: degree + 2, beside: [.digit, .letter])
  }

  /// `p. 12`, `art. 3`, `M. Dupont`: what a point at `dot` ends.
  mutating func setAbbreviation(endingAt dot: Int) {
    guard dot > 0, "ptlgM".utf8.contains(text[dot - 1]), text.spaceLength(at: dot + 1) > 0 else { return }
    var start = dot
    while start > 0, dot - start < 5, Byte.isLetter(text[start - 1]) { start -= 1 }
    guard !text.neighbour(before: start).isWord else { return }
    let word = text[start..<dot]
    if Self.beforeNumbers.contains(where: { word.elementsEqual($0.utf8) }) {
      keep(from: dot + 1, beside: [.digit])
    } else if word.elementsEqual("M".utf8) || word.elementsEqual("MM".utf8) {
      keepName(from: dot + 1)
    }
  }

  private static let beforeNumbers = ["p", "pp", "art", "al", "fig"]
  private static let titles = ["Mmes", "Mme", "Mlles", "Mlle", "Mgr", "Me", "Dr", "Pr"].map { Array($0.utf8) }

  /// A title before a name, or a Roman numeral.
  mutating func setCapital() {
    let start = index
    index += 1
    guard !text.neighbour(before: start).isWord, !text.stands(UInt8(ascii: "-"), at: start - 1) else { return }
    switch text[start] {
    case UInt8(ascii: "I"), UInt8(ascii: "V"), UInt8(ascii: "X"):
      guard raisesOrdinals, let (end, ending) = Ordinals.roman(at: start, in: text) else { return }
      edit(end, ending, .raised)
      index = end + ending
    default:
      guard let title = Self.titles.first(where: { text.stands($0, at: start) }) else { return }
      keepName(from: start + title.count)
    }
  }

  private mutating func keepName(from end: Int) {
    let next = text.endOfSpaces(from: end)
    guard next > end, next < text.count, Byte.isUppercase(text[next]) || text[next] == 0xC3 else { return }
    setSpace(end..<next, to: .noBreakSpace)
  }

  private mutating func keep(from end: Int, beside kinds: [Neighbour]) {
    let next = text.endOfSpaces(from: end)
    guard next > end, kinds.contains(text.neighbour(at: next)) else { return }
    setSpace(end..<next, to: .noBreakSpace)
  }
}
