/// T2: the abbreviations that keep what follows beside them; T5: Roman numerals.
extension Typesetter {
  /// n° and N°, before what they number.
  mutating func setNumberSign(at degree: Int) {
    guard text.stands(UInt8(ascii: "n"), at: degree - 1) || text.stands(UInt8(ascii: "N"), at: degree - 1),
      !text.neighbour(before: degree - 1).isWord
    else { return }
    keep(from: degree + 2, beside: .digit)
    keep(from: degree + 2, beside: .letter)
  }

  /// `p. 12`, `art. 3`, `M. Dupont`: what a point at `dot` ends.
  mutating func setAbbreviation(endingAt dot: Int) {
    guard dot > 0 else { return }
    let count: Int
    switch text[dot - 1] {
    case UInt8(ascii: "M"):
      count = text.stands(UInt8(ascii: "M"), at: dot - 2) ? 2 : 1
      if !text.neighbour(before: dot - count).isWord { keepName(from: dot + 1) }
      return
    case UInt8(ascii: "p"): count = text.stands(UInt8(ascii: "p"), at: dot - 2) ? 2 : 1
    case UInt8(ascii: "t") where stands("a", "r", before: dot - 1): count = 3
    case UInt8(ascii: "g") where stands("f", "i", before: dot - 1): count = 3
    case UInt8(ascii: "l") where text.stands(UInt8(ascii: "a"), at: dot - 2): count = 2
    default: return
    }
    if !text.neighbour(before: dot - count).isWord { keep(from: dot + 1, beside: .digit) }
  }

  private func stands(_ first: Unicode.Scalar, _ second: Unicode.Scalar, before index: Int) -> Bool {
    text.stands(UInt8(ascii: first), at: index - 2) && text.stands(UInt8(ascii: second), at: index - 1)
  }

  private static let titles = ["Mmes", "Mme", "Mlles", "Mlle", "Mgr", "Me", "Dr", "Pr"].map { Array($0.utf8) }

  /// A title before a name, or a Roman numeral.
  mutating func setCapital() {
    let start = index
    index += 1
    guard index < text.count else { return }
    switch text[start] {
    case UInt8(ascii: "I"), UInt8(ascii: "V"), UInt8(ascii: "X"):
      guard raisesOrdinals, beginsWord(at: start), let (end, ending) = Ordinals.roman(at: start, in: text)
      else {
        return
      }
      edit(end, ending, .raised)
      index = end + ending
    default:
      switch text[index] {
      case UInt8(ascii: "m"), UInt8(ascii: "l"), UInt8(ascii: "g"), UInt8(ascii: "e"), UInt8(ascii: "r"):
        break
      default: return
      }
      guard beginsWord(at: start), let title = Self.titles.first(where: { text.stands($0, at: start) }) else {
        return
      }
      keepName(from: start + title.count)
    }
  }

  private func beginsWord(at start: Int) -> Bool {
    !text.neighbour(before: start).isWord && !text.stands(UInt8(ascii: "-"), at: start - 1)
  }

  private mutating func keepName(from end: Int) {
    let next = text.endOfSpaces(from: end)
    guard next > end, next < text.count, Byte.isUppercase(text[next]) || text[next] == 0xC3 else { return }
    setSpace(end..<next, to: .noBreakSpace)
  }

  private mutating func keep(from end: Int, beside kind: Neighbour) {
    let next = text.endOfSpaces(from: end)
    guard next > end, text.neighbour(at: next) == kind else { return }
    setSpace(end..<next, to: .noBreakSpace)
  }
}
