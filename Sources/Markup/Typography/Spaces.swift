extension UnsafeBufferPointer<UInt8> {
  /// The length of the space at `index` that another can take the place of; 0 where there is none.
  func spaceLength(at index: Int) -> Int {
    guard index < count else { return 0 }
    switch self[index] {
    case Byte.space, Byte.tab, Byte.lineFeed: return 1
    case 0xC2: return stands(0xA0, at: index + 1) ? 2 : 0
    // U+202F and U+2009, the thin one.
    case 0xE2:
      guard stands(0x80, at: index + 1) else { return 0 }
      return stands(0xAF, at: index + 2) || stands(0x89, at: index + 2) ? 3 : 0
    default: return 0
    }
  }

  /// Where the spaces at `index` end.
  func endOfSpaces(from index: Int) -> Int {
    var end = index
    while true {
      let length = spaceLength(at: end)
      if length == 0 { return end }
      end += length
    }
  }

  /// Where the spaces before `index` begin.
  func startOfSpaces(before index: Int) -> Int {
    var start = index
    while start > 0 {
      let character = startOfCharacter(before: start)
      let length = spaceLength(at: character)
      guard length > 0, character + length == start else { break }
      start = character
    }
    return start
  }

  /// Whether a range holds a blank line: the end of a paragraph, in a plain text.
  func holdsBlankLine(_ range: Range<Int>) -> Bool {
    var lines = 0
    for index in range where self[index] == Byte.lineFeed { lines += 1 }
    return lines > 1
  }
}
