/// T4: apostrophes, quotes and ellipses.
extension Typesetter {
  mutating func setApostrophe() {
    let start = index
    index += 1
    if language == .english {
      switch quotes.next(in: text, language) {
      case .openingSingle: edit(start, 1, .openingSingleQuote)
      case .closingSingle: edit(start, 1, .apostrophe)
      default: setEnglishApostrophe(at: start)
      }
      return
    }
    guard text.neighbour(before: start) == .letter, !text.stands(Self.opaque, at: start - 1) else { return }
    switch text.neighbour(at: index) {
    case .letter, .digit, .opening:
      // After a letter, a bracket is rather a function's: f'(x).
      guard text[index] > 0x7F || text.neighbour(at: index) != .opening else { return }
    case .quote:
      guard
        quotes.peek(in: text, language) == .openingOuter || quotes.peek(in: text, language) == .openingInner
      else { return }
    default: return
    }
    if !addresses.holdsAddress(at: start, in: text) { edit(start, 1, .apostrophe) }
  }

  private mutating func setEnglishApostrophe(at start: Int) {
    let before = text.neighbour(before: start)
    let after = text.neighbour(at: start + 1)
    guard before == .letter || (after == .digit && !before.isWord) || (before == .digit && after == .letter)
    else {
      return
    }
    if !addresses.holdsAddress(at: start, in: text) { edit(start, 1, .apostrophe) }
  }

  mutating func setQuote() {
    let start = index
    index += 1
    let isFrench = language == .french
    switch quotes.next(in: text, language) {
    case .openingOuter where isFrench:
      let spaces = text.endOfSpaces(from: index)
      if spaces == index {
        edit(start, 1, .spacedOpeningGuillemet)
      } else if text.holdsBlankLine(index..<spaces) {
        edit(start, 1, .openingGuillemet)
      } else {
        edit(start, 1, .openingGuillemet)
        setSpace(index..<spaces, to: .noBreakSpace)
      }
    case .closingOuter where isFrench:
      let spaces = text.startOfSpaces(before: start)
      if spaces == start {
        edit(start, 1, .spacedClosingGuillemet)
      } else {
        setSpace(spaces..<start, to: .noBreakSpace)
        edit(start, 1, .closingGuillemet)
      }
    case .openingOuter: edit(start, 1, .openingQuote)
    case .closingOuter: edit(start, 1, .closingQuote)
    case .openingInner: edit(start, 1, isFrench ? .openingQuote : .openingSingleQuote)
    case .closingInner: edit(start, 1, isFrench ? .closingQuote : .apostrophe)
    default: break
    }
  }

  /// `...`, or the point of an abbreviation.
  mutating func setDots() {
    let start = index
    index += 1
    while text.stands(UInt8(ascii: "."), at: index) { index += 1 }
    switch index - start {
    case 1:
      if language == .french { setAbbreviation(endingAt: start) }
    case 3:
      guard !text.stands(UInt8(ascii: "/"), at: start - 1), !text.stands(UInt8(ascii: "/"), at: index),
        !text.neighbour(at: index).isWord || !addresses.holdsAddress(at: start, in: text)
      else { return }
      edit(start, 1, .ellipsis)
      edit(start + 1, 1, .nothing)
      edit(start + 2, 1, .nothing)
    default: break
    }
  }
}
