/// Counts words: letters or digits that follow a space, an opening mark or a dash. `l'été` is one.
struct WordCounter {
  private(set) var words = 0
  /// 1 where a letter would begin a word.
  private var isBetweenWords: UInt8 = 1

  mutating func endWord() { isBetweenWords = 1 }

  /// Reads on; a word may go from one text to the next.
  ///
  /// Every byte of a page passes here, and where words begin can't be predicted: so nothing branches.
  mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
    var words = 0
    var isBetweenWords = isBetweenWords
    Self.classes.withUnsafeBufferPointer { classes in
      for byte in text {
        let kind = classes[Int(byte)]
        words &+= Int(kind & isBetweenWords)
        isBetweenWords = kind >> 1 & 1 | kind >> 2 & isBetweenWords
      }
    }
    self.words += words
    self.isBetweenWords = isBetweenWords
  }

  // The bits of a byte's class.
  private static let beginsWord: UInt8 = 1
  private static let endsWord: UInt8 = 2
  private static let changesNothing: UInt8 = 4

  private static let classes: [UInt8] = (0...255).map { (byte: UInt8) in
    switch byte {
    case _ where Byte.isLetter(byte) || Byte.isDigit(byte): beginsWord
    case UInt8(ascii: "&"), UInt8(ascii: "'"): 0
    case 0...0x28, UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "+"): endsWord
    // Continuation bytes; but ’ and the middle dot, which stand inside words, end with these two.
    case 0x99, 0xB7: 0
    case 0x80..<0xC0: changesNothing
    // Nearly all scalars that begin so are spaces, marks and symbols.
    case 0xC2, 0xE2: endsWord
    case 0xC0...: beginsWord
    default: 0
    }
  }
}
