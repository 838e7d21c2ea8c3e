/// Counts words: runs between spaces, of any kind, that hold a letter or a digit.
struct WordCounter {
  private(set) var words = 0
  private var isInWord = false

  mutating func endWord() { isInWord = false }

  /// Reads on; a word may go from one text to the next.
  mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
    guard !text.isEmpty else { return }
    var index = 0
    while true {
      if isInWord {
        // Most of the bytes of a page pass here.
        while index < text.count {
          let byte = text[index]
          if byte <= Byte.space || byte == 0xC2 || byte == 0xE2 { break }
          index &+= 1
        }
        if index == text.count { return }
        isInWord = !Self.isSpace(text, at: index)
      } else {
        if index == text.count { return }
        if Self.beginsWord(text[index]) {
          isInWord = true
          words += 1
        }
      }
      index &+= 1
    }
  }

  /// U+00A0 and U+202F, which French puts before its punctuation, count as spaces.
  private static func isSpace(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    switch text[index] {
    case 0xC2: index + 1 < text.count && text[index + 1] == 0xA0
    case 0xE2: index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] == 0xAF
    case let byte: byte <= Byte.space
    }
  }

  /// Scalars that 0xC2 and 0xE2 begin are nearly all marks and symbols, which begin no word.
  private static func beginsWord(_ byte: UInt8) -> Bool {
    Byte.isLetter(byte) || Byte.isDigit(byte) || (byte >= 0xC3 && byte != 0xE2)
  }
}
