/// Counts words: letters or digits that follow a space, an opening mark or a dash. `l'été` is one.
struct WordCounter {
  private(set) var words = 0
  /// 2 where a letter would begin a word, else 0.
  private var state: UInt8 = 2
  private let pairs = Self.allPairs

  mutating func endWord() { state = 2 }

  /// Reads on; a word may go from one text to the next.
  ///
  /// Every byte of a page passes here, and where words begin can't be predicted: so nothing branches, and two
  /// bytes are read at once.
  mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
    guard let start = text.baseAddress else { return }
    let bytes = UnsafeRawPointer(start)
    var words = 0
    var state = state
    var index = 0
    while index + 2 <= text.count {
      let pair = UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt16.self))
      let step = pairs[Int(pair)] >> state
      words &+= Int(step & 1)
      state = step & 2
      index += 2
    }
    if index < text.count {
      let step = Self.step(start[index], from: state)
      words &+= Int(step & 1)
      state = step & 2
    }
    self.words += words
    self.state = state
  }

  /// For each two bytes, the first in the low bits, what they do from state 0 in the two low bits, from state 2 in
  /// the next two: 1 where a word begins, plus the state after them.
  private static let allPairs = ByteTable(
    (0...UInt16.max).map { pair in
      [UInt8(0), 2].reduce(0) { (steps: UInt8, state: UInt8) in
        let first = step(UInt8(truncatingIfNeeded: pair), from: state)
        let second = step(UInt8(truncatingIfNeeded: pair >> 8), from: first & 2)
        return steps | ((first | second) & 1 | second & 2) << state
      }
    })

  /// What one byte does: 1 where a word begins, plus the state after it.
  private static func step(_ byte: UInt8, from state: UInt8) -> UInt8 {
    let kind = classes[Int(byte)]
    let isBetweenWords = state >> 1
    return kind & isBetweenWords | kind & endsWord | (kind >> 1 & state)
  }

  // The bits of a byte's class.
  private static let beginsWord: UInt8 = 1
  private static let endsWord: UInt8 = 2
  private static let changesNothing: UInt8 = 4

  private static let classes = ByteTable((0...255).map { (byte: UInt8) in
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
  })
}
