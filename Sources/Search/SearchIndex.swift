/// A full-text index of documents, as JSON files that a script in the browser reads in small pieces.
///
///     let index = await SearchIndex(count: pages.count, languageCode: "fr", jobs: 2) { pages[$0].text }
///     for file in index.files { write(file.bytes, to: file.path) }
///
/// Documents are numbered from 0. Scores are made here: the browser adds them up.
public struct SearchIndex: Sendable {
  public struct File: Sendable {
    /// Below the folder of the index: `t/12.json`.
    public let path: String
    public let bytes: [UInt8]
  }

  /// The files of words: those with postings, `t/…`, and those of one first letter each, `v/…`.
  public let files: [File]
  /// The keys of the files with postings, front-coded.
  public let keys: [UInt8]
  /// The first letters that have a vocabulary file.
  public let letters: String

  /// How many documents are counted by one task at a time.
  private static let runLength = 512

  /// - Parameter text: what is searched in a document; called from several tasks, once a document.
  public init(count: Int, languageCode: String, jobs: Int, text: @escaping @Sendable (Int) -> SearchText) async {
    let starts = Array(stride(from: 0, to: count, by: SearchIndex.runLength))
    let runs = await withTaskGroup(of: (Int, CountedWords).self) { group in
      var runs = [CountedWords?](repeating: nil, count: starts.count)
      var pending = starts.indices.makeIterator()
      func add(_ run: Int) {
        group.addTask {
          var words = CountedWords()
          for document in starts[run]..<min(starts[run] + SearchIndex.runLength, count) { words.add(text(document)) }
          return (run, words)
        }
      }
      for _ in 0..<max(jobs, 1) { if let run = pending.next() { add(run) } }
      while let (run, words) = await group.next() {
        runs[run] = words
        if let next = pending.next() { add(next) }
      }
      return runs.compactMap(\.self)
    }
    let vocabulary = IndexVocabulary(runs, languageCode: languageCode)
    let postings = Postings(runs, vocabulary)
    let shards = Shards(vocabulary, postings).shards
    var keys = FrontCoding()
    for shard in shards { keys.append(shard.key) }
    self.keys = keys.bytes
    let letters = LetterFiles(vocabulary.forms)
    self.letters = letters.letters
    files = shards.enumerated().map { File(path: "t/\($0).json", bytes: $1.json) } + letters.files
  }
}
