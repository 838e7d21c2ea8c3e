/// The distinct words of some texts, numbered in the order in which they were first met.
///
/// Their bytes lie one after the other, so that a word that is met again costs a comparison and no allocation.
struct Lexicon {
  private var bytes: [UInt8] = []
  /// Where each word's bytes end.
  private var ends: [Int32] = []
  private var hashes: [UInt32] = []
  /// The number of a word and 1, by its hash; 0 where there is none. The size is a power of 2.
  private var table = [Int32](repeating: 0, count: 1 << 12)

  var count: Int { ends.count }

  subscript(word: Int) -> ArraySlice<UInt8> {
    bytes[(word == 0 ? 0 : Int(ends[word - 1]))..<Int(ends[word])]
  }

  /// The number of a word, which is added if it is new.
  mutating func number(of word: UnsafeRawBufferPointer) -> Int {
    let hash = Lexicon.hash(word)
    var place = Int(hash) & (table.count - 1)
    while table[place] != 0 {
      let known = Int(table[place]) - 1
      if hashes[known] == hash, isEqual(known, word) { return known }
      place = (place + 1) & (table.count - 1)
    }
    let number = ends.count
    bytes.append(contentsOf: word)
    ends.append(Int32(bytes.count))
    hashes.append(hash)
    table[place] = Int32(number + 1)
    if 2 * (number + 1) > table.count { grow() }
    return number
  }

  private func isEqual(_ known: Int, _ word: UnsafeRawBufferPointer) -> Bool {
    let start = known == 0 ? 0 : Int(ends[known - 1])
    guard Int(ends[known]) - start == word.count else { return false }
    return bytes.withUnsafeBytes { bytes in
      UnsafeRawBufferPointer(rebasing: bytes[start..<(start + word.count)]).elementsEqual(word)
    }
  }

  private mutating func grow() {
    table = [Int32](repeating: 0, count: 2 * table.count)
    for (number, hash) in hashes.enumerated() {
      var place = Int(hash) & (table.count - 1)
      while table[place] != 0 { place = (place + 1) & (table.count - 1) }
      table[place] = Int32(number + 1)
    }
  }

  /// FNV-1a: words are short.
  private static func hash(_ word: UnsafeRawBufferPointer) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in word { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash ^ hash >> 15
  }
}
