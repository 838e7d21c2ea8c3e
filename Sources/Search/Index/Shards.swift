import Glibc

/// The forms of an index and the postings of their stems, in files of some kilobytes.
///
/// Files follow each other in the order of forms. A stem's postings stand in the file of its first form; forms in
/// other files name that file and the stem's place in it.
struct Shards {
  struct Shard {
    var forms = FrontCoding()
    /// For each form: 0 for the next stem of the file, an odd number for an earlier one, an even one for an alias.
    var references: [UInt8] = []
    /// File and place of stems that stand elsewhere, one pair an alias.
    var aliases: [Int] = []
    /// Of each stem, its scale in hundredths and its postings, a space after each.
    var postings: [UInt8] = []
    var stemCount = 0
    /// The estimated size of the compressed file, in bytes.
    var weight = 0.0
    /// The shortest text that comes after every form of the files before, and not after this one's first.
    var key: [UInt8]
  }

  /// The size that files have at least when they are closed, compressed: what one word of a query costs.
  static let target = 5_000.0

  private(set) var shards: [Shard] = []

  /// How many steps a scale has from one power of 2 to the next.
  private static let stepsPerOctave = 8.0
  /// The power of 2 of the least scale, as the number of steps.
  private static let leastStep = 8

  /// A scale as the number of a step on a logarithmic scale, from 1/2: one character says it.
  static func step(of scale: Double) -> Int {
    max(0, Int((log2(max(scale, 1e-6)) * stepsPerOctave).rounded()) + leastStep)
  }

  init(_ vocabulary: IndexVocabulary, _ postings: Postings) {
    var homes = [(shard: Int32, place: Int32)](repeating: (-1, 0), count: vocabulary.stemCount)
    var last: [UInt8] = []
    for form in vocabulary.forms {
      if shards.isEmpty || shards[shards.count - 1].weight >= Shards.target {
        shards.append(Shard(key: Shards.separator(last, form.text)))
      }
      let current = shards.count - 1
      let home = homes[form.stem]
      if home.shard < 0 {
        homes[form.stem] = (Int32(current), Int32(shards[current].stemCount))
        shards[current].add(postings.lists[form.stem], scale: postings.scales[form.stem])
      } else if Int(home.shard) == current {
        let distance = shards[current].stemCount - 1 - Int(home.place)
        CompactNumbers.append(2 * distance + 1, to: &shards[current].references)
      } else {
        shards[current].aliases += [Int(home.shard), Int(home.place)]
        CompactNumbers.append(shards[current].aliases.count, to: &shards[current].references)
        shards[current].weight += 3
      }
      shards[current].forms.append(form.text)
      shards[current].weight += 3
      last = form.text
    }
  }

  /// The shortest beginning of `word` that comes after `last`.
  private static func separator(_ last: [UInt8], _ word: [UInt8]) -> [UInt8] {
    guard !last.isEmpty else { return [] }
    var length = zip(last, word).prefix { $0 == $1 }.count + 1
    while length < word.count, word[length] & 0xC0 == 0x80 { length += 1 }
    return Array(word.prefix(length))
  }
}

extension Shards.Shard {
  fileprivate mutating func add(_ list: [Postings.Posting], scale: Double) {
    CompactNumbers.append(0, to: &references)
    let start = postings.count
    CompactNumbers.append(Shards.step(of: scale), to: &postings)
    var last = -1
    for posting in list {
      let gap = Int(posting.document) - last - 1
      // A stem's only document has the whole of its scale.
      let number = list.count == 1 ? gap : gap * Postings.levels + Int(posting.level) - 1
      CompactNumbers.append(number, to: &postings)
      last = Int(posting.document)
    }
    postings.append(UInt8(ascii: " "))
    stemCount += 1
    weight += 0.75 * Double(postings.count - start)
  }

  /// The file: `{"f":forms,"r":references,"a":aliases,"p":postings}`.
  var json: [UInt8] {
    var json: [UInt8] = Array(#"{"f":""#.utf8)
    json += forms.bytes
    json += #"","r":""#.utf8
    json += references
    json += #"","a":["#.utf8
    json += aliases.map(String.init).joined(separator: ",").utf8
    json += #"],"p":""#.utf8
    json += postings
    json += #""}"#.utf8
    return json
  }
}
