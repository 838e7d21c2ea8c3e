/// T2 to T5, for what begins with a number: its thousands, its unit, a month, a range, an ordinal's ending.
extension Typesetter {
  mutating func setNumber() {
    let start = index
    let isAfterNumber =
      endOfNumber >= 0 && text.startOfSpaces(before: start) == endOfNumber && endOfNumber < start
    skipDigits()
    guard beginsNumber(at: start) else { return }
    var number = Number(start: start, end: index)
    if language == .french, !isAfterNumber { readGroups(of: &number) }
    readFraction(of: &number)
    index = number.end
    if number.isPlain { readRange(from: &number) }
    index = number.end
    endOfNumber = number.end
    setFollowing(number)
  }

  struct Number {
    var start: Int
    var end: Int
    /// Whether it is digits alone.
    var isPlain = true

    var digits: Int { end - start }
  }

  private mutating func skipDigits() {
    while index < text.count, Byte.isDigit(text[index]) { index += 1 }
    endOfNumber = index
  }

  /// Whether a digit begins a number, not a part of a code, a date, a version or an address.
  private mutating func beginsNumber(at start: Int) -> Bool {
    switch text.neighbour(before: start) {
    case .letter, .digit, .mark, .other: return false
    case .closing:
      return text[start - 1] == UInt8(ascii: ")")
    case .dash:
      // A sign, or a dash that stands alone.
      return text[start - 1] != UInt8(ascii: "/")
        && [.none, .space, .opening].contains(text.neighbour(before: text.startOfCharacter(before: start)))
    default: return true
    }
  }

  /// The digit groups that follow, when they are surely of one number: all of three digits, not after the
  /// name of a code.
  private mutating func readGroups(of number: inout Number) {
    guard number.digits <= 3, text[number.start] != UInt8(ascii: "0") else { return }
    var end = number.end
    var spaces: [Range<Int>] = []
    while true {
      let length = text.spaceLength(at: end)
      guard length > 0, text[end] != Byte.lineFeed, text[end] != Byte.tab else { break }
      let first = end + length
      var last = first
      while last < text.count, last - first < 4, Byte.isDigit(text[last]) { last += 1 }
      if last == first { break }
      guard last - first == 3 else { return }
      spaces.append(end..<first)
      end = last
    }
    guard !spaces.isEmpty, !text.neighbour(at: end).isWord, !followsName(number.start) else { return }
    if text.stands(UInt8(ascii: "-"), at: end) { return }
    for space in spaces { setSpace(space, to: .narrowNoBreakSpace) }
    number.end = end
    number.isPlain = false
  }

  /// Whether n° or a word in capitals stands before: then digits are rather an id's than a quantity's.
  private func followsName(_ start: Int) -> Bool {
    let end = text.startOfSpaces(before: start)
    guard end < start, end > 0 else { return false }
    var word = end
    while word > 0, end - word < 16, Byte.isUppercase(text[word - 1]) { word -= 1 }
    if end - word > 1 { return true }
    return end > 1 && text[end - 1] == 0xB0 && text[end - 2] == 0xC2
  }

  private mutating func readFraction(of number: inout Number) {
    guard text.stands(UInt8(ascii: ","), at: number.end) || text.stands(UInt8(ascii: "."), at: number.end)
    else {
      return
    }
    var end = number.end + 1
    guard end < text.count, Byte.isDigit(text[end]) else { return }
    while end < text.count, Byte.isDigit(text[end]) { end += 1 }
    number.end = end
    number.isPlain = false
  }

  /// A second number behind a hyphen or a dash: of years, of pages, or of what has a unit.
  private mutating func readRange(from number: inout Number) {
    let dash = number.end
    let isHyphen = text.stands(UInt8(ascii: "-"), at: dash)
    guard isHyphen || text.stands([0xE2, 0x80, 0x93], at: dash) else { return }
    let start = dash + (isHyphen ? 1 : 3)
    var end = start
    while end < text.count, end - start < 10, Byte.isDigit(text[end]) { end += 1 }
    guard end > start, number.digits < 10, text[start] != UInt8(ascii: "0") || end == start + 1 else {
      return
    }
    guard value(number.start..<dash) < value(start..<end) else { return }
    switch text.neighbour(at: end) {
    case .letter, .digit, .dash, .other, .apostrophe: return
    case .closing, .mark:
      let next = text.neighbour(at: end + 1)
      if text[end] != UInt8(ascii: "%"), text[end] < 0x80, next.isWord { return }
    default: break
    }
    let second = Number(start: start, end: end)
    let areYears = isYear(number.start..<dash) && isYear(start..<end)
    guard areYears || followsPageSign(number.start) || precedesUnitOrMonth(second),
      !addresses.holdsAddress(at: dash, in: text), !followsName(number.start) || areYears
    else { return }
    if isHyphen { edit(dash, 1, .enDash) }
    number = Number(start: start, end: end, isPlain: true)
  }

  private func value(_ digits: Range<Int>) -> Int {
    digits.reduce(0) { $0 * 10 + Int(text[$1] - UInt8(ascii: "0")) }
  }

  private func isYear(_ digits: Range<Int>) -> Bool {
    digits.count == 4
      && (text[digits.lowerBound] == UInt8(ascii: "1") || text[digits.lowerBound] == UInt8(ascii: "2"))
  }

  private func followsPageSign(_ start: Int) -> Bool {
    let end = text.startOfSpaces(before: start)
    guard end < start, text.stands(UInt8(ascii: "."), at: end - 1),
      text.stands(UInt8(ascii: "p"), at: end - 2)
    else {
      return false
    }
    let word = text.stands(UInt8(ascii: "p"), at: end - 3) ? end - 3 : end - 2
    return !text.neighbour(before: word).isWord
  }

  private func precedesUnitOrMonth(_ number: Number) -> Bool {
    let next = text.endOfSpaces(from: number.end)
    if Units.length(at: next, in: text, language, isJoined: next == number.end) != nil { return true }
    return language == .french && next > number.end && number.digits <= 2 && Units.isMonth(at: next, in: text)
  }

  /// What stands behind a number: a unit, a month, or the ending of an ordinal.
  private mutating func setFollowing(_ number: Number) {
    var end = number.end
    if language == .french, number.isPlain, let ending = Ordinals.ending(of: number, in: text) {
      if raisesOrdinals { edit(end, ending, .raised) }
      end += ending
      index = end
      guard ending == 2, number.digits == 1 else { return }
    }
    let next = text.endOfSpaces(from: end)
    if next == end {
      guard language == .french, Units.length(at: end, in: text, language, isJoined: true) != nil else {
        return
      }
      return edit(end, 0, .noBreakSpace)
    }
    if end == number.end, let length = Units.length(at: next, in: text, language, isJoined: false) {
      setSpace(end..<next, to: .noBreakSpace)
      index = next + length
      setMinutes(after: next, length: length)
    } else if language == .french, number.isPlain, number.digits <= 2, value(number.start..<number.end) <= 31,
      Units.isMonth(at: next, in: text)
    {
      setSpace(end..<next, to: .noBreakSpace)
      index = next
    }
  }

  /// « 23 h 30 »
  private mutating func setMinutes(after unit: Int, length: Int) {
    guard length == 1, text[unit] == UInt8(ascii: "h"), language == .french else { return }
    let next = text.endOfSpaces(from: index)
    var end = next
    while end < text.count, end - next < 3, Byte.isDigit(text[end]) { end += 1 }
    guard next > index, end - next == 2, !text.neighbour(at: end).isWord else { return }
    setSpace(index..<next, to: .noBreakSpace)
    index = end
    endOfNumber = end
  }
}
