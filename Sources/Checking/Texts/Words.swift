/// The words of a line: runs of letters and digits.
struct Words: Sequence, IteratorProtocol {
  private let bytes: ArraySlice<UInt8>
  private var index: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  mutating func next() -> Range<Int>? {
    while index < bytes.endIndex, !isPart(index) { index += 1 }
    guard index < bytes.endIndex else { return nil }
    let start = index
    while index < bytes.endIndex, isPart(index) { index += 1 }
    return start..<index
  }

  private func isPart(_ index: Int) -> Bool {
    let byte = bytes[index]
    guard byte >= 0x80 else { return Words.isLetter(byte) || (0x30...0x39).contains(byte) }
    // Of the two-byte characters, those of Latin letters; a masculine or degree sign belongs to `n°`.
    if byte == 0xC2 { return bytes[index...].dropFirst().first == 0xBA }
    if byte & 0xC0 == 0x80 {
      return index > bytes.startIndex && bytes[index - 1] >= 0x80 && isLead(index - 1)
    }
    return byte >= 0xC3 && byte < 0xE0
  }

  private func isLead(_ index: Int) -> Bool {
    let byte = bytes[index]
    return byte == 0xC2 ? bytes[index...].dropFirst().first == 0xBA : byte >= 0xC3 && byte < 0xE0
  }

  /// A letter of ASCII, or a byte of one beyond.
  static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
