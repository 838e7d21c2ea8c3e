/// The spellings of terms, by their folded bytes.
struct TermTrie: Sendable {
  /// Spellings that only their plurals tell apart share a node, which holds no more than these.
  private static let variants = 8

  private struct Node: Sendable {
    var byte: UInt8
    var child: Int32 = -1
    var sibling: Int32 = -1
    var spelling: Int32 = -1
  }

  private struct Spelling: Sendable {
    var term: Int
    /// The endings of its words, two bits each, the first word's lowest.
    var endings: UInt32
    var isCapitals: Bool
    var next: Int32
  }

  private var nodes: [Node] = []
  private var spellings: [Spelling] = []
  /// The node of each first byte.
  private var roots = [Int32](repeating: -1, count: 256)

  var isEmpty: Bool { spellings.isEmpty }

  /// Adds a text of nothing but a term.
  mutating func insert(_ text: TermText, isCapitals: Bool, term: Int) {
    guard let first = text.words.first else { return }
    var node = root(text.folded[first.stem])
    var endings: UInt32 = 0
    for (index, word) in text.words.enumerated() {
      for byte in text.folded[(index == 0 ? word.stem + 1 : word.gap)..<word.stemEnd] {
        node = child(of: node, byte)
      }
      endings |= UInt32(word.ending) << UInt32(2 * index)
    }
    var last: Int32 = -1
    var next = nodes[node].spelling
    var count = 0
    while next >= 0 {
      let other = spellings[Int(next)]
      count += 1
      guard count < Self.variants, other.endings != endings || other.isCapitals != isCapitals else { return }
      (last, next) = (next, other.next)
    }
    let new = Int32(spellings.count)
    spellings.append(Spelling(term: term, endings: endings, isCapitals: isCapitals, next: -1))
    if last < 0 { nodes[node].spelling = new } else { spellings[Int(last)].next = new }
  }

  /// The term whose spelling begins at a word and goes furthest, and its last word.
  func longest(
    in text: TermText, from first: Int, of html: UnsafeBufferPointer<UInt8>
  ) -> (term: Int, last: Int)? {
    let words = text.words
    var (node, start) = (roots[Int(text.folded[words[first].stem])], words[first].stem + 1)
    guard node >= 0, !words[first].isGlued else { return nil }
    var longest: (Int, Int)?
    var endings: UInt32 = 0
    var index = first
    while true {
      let word = words[index]
      for position in start..<word.stemEnd {
        node = step(node, text.folded[position])
        guard node >= 0 else { return longest }
      }
      endings |= UInt32(word.ending) << UInt32(2 * (index - first))
      let spelling = nodes[Int(node)].spelling
      if spelling >= 0, index + 1 == words.count || !words[index + 1].isGlued,
        let term = term(of: spelling, endings, words[first...index], of: html)
      {
        longest = (term, index)
      }
      index += 1
      guard index < words.count else { return longest }
      start = words[index].gap
    }
  }

  /// The term of the spelling that has these endings, else of the first that may have them.
  ///
  /// - Parameter first: the first of the spellings that are alike but for their endings.
  private func term(
    of first: Int32, _ endings: UInt32, _ words: ArraySlice<TermText.Word>,
    of html: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    var next = first
    var found: Int?
    while next >= 0 {
      let spelling = spellings[Int(next)]
      next = spelling.next
      guard endings == spelling.endings || found == nil else { continue }
      guard Self.agree(endings, spelling.endings),
        !spelling.isCapitals || Self.isCapitals(words, spelling.endings, of: html)
      else { continue }
      if endings == spelling.endings { return spelling.term }
      found = spelling.term
    }
    return found
  }

  /// Whether no word has one ending here and another there.
  private static func agree(_ a: UInt32, _ b: UInt32) -> Bool {
    let both = (a | a >> 1) & (b | b >> 1) & 0x5555_5555
    return ((a ^ b) | (a ^ b) >> 1) & both == 0
  }

  /// Whether words are written in capitals; a small letter may make a plural of one.
  private static func isCapitals(
    _ words: ArraySlice<TermText.Word>, _ endings: UInt32, of html: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var endings = endings
    for word in words {
      let ending = UInt8(endings & 3)
      endings >>= 2
      var end = word.end
      if word.ending != ending {
        guard ending == 0, !Byte.isUppercase(html[end - 1]) else { return false }
        end -= 1
      }
      if LetterCase.hasLowercase(html[word.start..<end]) { return false }
    }
    return true
  }

  private func step(_ node: Int32, _ byte: UInt8) -> Int32 {
    var child = nodes[Int(node)].child
    while child >= 0, nodes[Int(child)].byte != byte { child = nodes[Int(child)].sibling }
    return child
  }

  private mutating func root(_ byte: UInt8) -> Int {
    if roots[Int(byte)] < 0 { roots[Int(byte)] = Int32(add(Node(byte: byte))) }
    return Int(roots[Int(byte)])
  }

  private mutating func child(of node: Int, _ byte: UInt8) -> Int {
    let found = step(Int32(node), byte)
    if found >= 0 { return Int(found) }
    let child = add(Node(byte: byte, sibling: nodes[node].child))
    nodes[node].child = Int32(child)
    return child
  }

  private mutating func add(_ node: Node) -> Int {
    nodes.append(node)
    return nodes.count - 1
  }
}
