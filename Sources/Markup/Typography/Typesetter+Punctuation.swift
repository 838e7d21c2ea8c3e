/// T1: the spaces around French punctuation.
extension Typesetter {
  /// `;`, or a run of `!` and `?`.
  mutating func setHighPunctuation() {
    let start = index
    let isSemicolon = text[start] == UInt8(ascii: ";")
    index += 1
    if !isSemicolon {
      while text.stands(UInt8(ascii: "!"), at: index) || text.stands(UInt8(ascii: "?"), at: index) {
        index += 1
      }
    }
    guard text.endsPhrase(at: index) else { return }
    let spaces = text.startOfSpaces(before: start)
    guard spaces == start else {
      if followsPhrase(at: spaces) { setSpace(spaces..<start, to: .narrowNoBreakSpace) }
      return
    }
    guard followsPhrase(at: start), !followsRightToLeft(at: start) else { return }
    // `;)` is a face, and `&nbsp;` an entity that nobody decoded.
    if isSemicolon, text.stands(UInt8(ascii: ")"), at: index) || endsEntity(at: start) { return }
    edit(start, 0, .narrowNoBreakSpace)
  }

  mutating func setColon() {
    let start = index
    index += 1
    while text.stands(Byte.colon, at: index) { index += 1 }
    guard index == start + 1, text.endsPhrase(at: index) else { return }
    let spaces = text.startOfSpaces(before: start)
    guard spaces == start else {
      if followsPhrase(at: spaces) { setSpace(spaces..<start, to: .noBreakSpace) }
      return
    }
    guard followsPhrase(at: start), !text.stands(UInt8(ascii: ")"), at: index), !endsShortcode(at: start),
      !followsRightToLeft(at: start)
    else { return }
    edit(start, 0, .noBreakSpace)
  }

  /// The characters that begin with 0xC2: « and », the degree of n°.
  mutating func setLatin1() {
    let start = index
    index += 2
    guard index <= text.count else {
      index = text.count
      return
    }
    switch text[start + 1] {
    case 0xAB:
      let spaces = text.endOfSpaces(from: index)
      if spaces > index {
        if spaces < text.count { setSpace(index..<spaces, to: .noBreakSpace) }
      } else if opensPhrase(at: index) {
        edit(start, 2, .spacedOpeningGuillemet)
      }
    case 0xBB:
      let spaces = text.startOfSpaces(before: start)
      if spaces < start {
        if spaces > 0 { setSpace(spaces..<start, to: .noBreakSpace) }
      } else if closesPhrase(at: start) {
        edit(start, 0, .noBreakSpace)
      }
    case 0xB0: setNumberSign(at: start)
    default: break
    }
  }

  /// Whether a word or a closing mark ends at `index`.
  private func followsPhrase(at index: Int) -> Bool {
    switch text.neighbour(before: index) {
    case .letter, .digit, .closing: true
    case .quote: quotes.lastCloses
    default: false
    }
  }

  /// Whether a Hebrew or Arabic letter ends at `index`: such texts have no space before these marks.
  private func followsRightToLeft(at index: Int) -> Bool {
    guard index > 0 else { return false }
    return (0xD6...0xDF).contains(text[text.startOfCharacter(before: index)])
  }

  func opensPhrase(at index: Int) -> Bool {
    switch text.neighbour(at: index) {
    case .none, .space, .closing: text.stands(UInt8(ascii: "."), at: index)
    default: !text.stands(0xC2, at: index) || !text.stands(0xBB, at: index + 1)
    }
  }

  func closesPhrase(at index: Int) -> Bool {
    switch text.neighbour(before: index) {
    case .letter, .digit, .closing, .mark, .quote, .apostrophe: true
    default: false
    }
  }

  /// Whether `&`, letters and digits lead to a semicolon.
  private func endsEntity(at index: Int) -> Bool {
    var start = index - 1
    while start >= 0, index - start < 34, Byte.isLetter(text[start]) || Byte.isDigit(text[start]) {
      start -= 1
    }
    if text.stands(Byte.numberSign, at: start) { start -= 1 }
    return text.stands(Byte.ampersand, at: start)
  }

  /// Whether a colon and a name lead to a second colon: `:smile:`.
  private func endsShortcode(at index: Int) -> Bool {
    var start = index - 1
    while start >= 0, index - start < 42,
      Byte.isLetter(text[start]) || Byte.isDigit(text[start]) || text[start] == UInt8(ascii: "_")
        || text[start] == UInt8(ascii: "-") || text[start] == UInt8(ascii: "+")
    {
      start -= 1
    }
    return text.stands(Byte.colon, at: start)
  }
}
