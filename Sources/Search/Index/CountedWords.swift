/// How often each word stands in each document of a run of documents.
struct CountedWords {
  struct Count {
    /// The word's number in the run's lexicon.
    var word: UInt32
    var inTitle: UInt16
    /// Title included.
    var inAll: UInt16
  }

  private var tokenizer = Tokenizer()
  private var tally = Tally()
  /// Where the counts of each document end.
  private(set) var ends: [Int] = []

  var lexicon: Lexicon { tally.lexicon }

  /// The counts of every document, one document after the other.
  var allCounts: [Count] { tally.counts }

  /// The counts of a document.
  subscript(document: Int) -> ArraySlice<Count> {
    tally.counts[(document == 0 ? 0 : ends[document - 1])..<ends[document]]
  }

  mutating func add(_ text: SearchText) {
    tally.document = Int32(ends.count)
    tally.isTitle = true
    text.title.withUnsafeBytes { tokenizer.read($0, into: &tally) { $0.count($1) } }
    tally.isTitle = false
    for part in text.parts { part.withUnsafeBytes { tokenizer.read($0, into: &tally) { $0.count($1) } } }
    ends.append(tally.counts.count)
  }

  private struct Tally {
    var lexicon = Lexicon()
    /// Those of every document, one document after the other.
    var counts: [Count] = []
    var document: Int32 = 0
    var isTitle = false
    /// Where each word of the lexicon was last counted: in which document, at which place.
    private var places: [(document: Int32, place: Int32)] = []

    mutating func count(_ word: UnsafeRawBufferPointer) {
      let number = lexicon.number(of: word)
      if number == places.count { places.append((-1, 0)) }
      if places[number].document != document {
        places[number] = (document, Int32(counts.count))
        counts.append(Count(word: UInt32(number), inTitle: 0, inAll: 0))
      }
      let place = Int(places[number].place)
      if counts[place].inAll < .max { counts[place].inAll += 1 }
      if isTitle, counts[place].inTitle < .max { counts[place].inTitle += 1 }
    }
  }
}
