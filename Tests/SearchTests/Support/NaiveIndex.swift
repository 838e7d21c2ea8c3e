import Foundation

@testable import Search

/// Words and scores of a few documents, by the rules alone and without any economy.
struct NaiveIndex {
  /// The stem of each form.
  private(set) var stems: [String: String] = [:]
  /// The impact of each stem in each document.
  private(set) var impacts: [String: [Int: Double]] = [:]

  init(_ documents: [SearchText], languageCode: String) {
    let stop = StopWords(languageCode: languageCode).words
    func words(_ text: [UInt8]) -> [String] {
      Tokens.words(text).filter { word in
        let folded = Tokens.folded(word)
        return !folded.isEmpty && !stop.contains(word) && !(folded.utf8.count == 1 && folded.first?.isLetter == true)
      }
    }
    let titles = documents.map { words($0.title) }
    let all = zip(documents, titles).map { document, title in title + document.parts.flatMap(words) }
    var counts: [String: [String: Int]] = [:]
    for word in all.joined() { counts[Tokens.folded(word), default: [:]][word, default: 0] += 1 }
    let stemmer = Stemmer(languageCode: languageCode)
    for (form, words) in counts {
      let most = words.values.max() ?? 0
      let leader = words.filter { $0.value == most }.keys.min { $0.utf8.lexicographicallyPrecedes($1.utf8) } ?? form
      stems[form] = Tokens.folded(String(decoding: stemmer.stem(of: Array(leader.utf8)), as: UTF8.self))
    }
    let known = stems
    func frequencies(_ words: [String]) -> [String: Double] {
      Dictionary(words.compactMap { known[Tokens.folded($0)] }.map { ($0, 1) }, uniquingKeysWith: +)
    }
    let whole = NaiveIndex.scores(all.map(frequencies))
    let title = NaiveIndex.scores(titles.map(frequencies))
    for (document, (whole, title)) in zip(whole, title).enumerated() {
      for (stem, score) in whole { impacts[stem, default: [:]][document] = score + 0.5 * (title[stem] ?? 0) }
    }
  }

  /// BM25 of each word in each document, k1 1.2 and b 0.75.
  private static func scores(_ documents: [[String: Double]]) -> [[String: Double]] {
    let lengths = documents.map { $0.values.reduce(0, +) }
    let mean = max(lengths.reduce(0, +) / Double(documents.count), 1)
    var holders: [String: Double] = [:]
    for word in documents.flatMap(\.keys) { holders[word, default: 0] += 1 }
    return zip(documents, lengths).map { document, length in
      document.reduce(into: [:]) { scores, entry in
        let held = holders[entry.key] ?? 0
        let idf = log(1 + (Double(documents.count) - held + 0.5) / (held + 0.5))
        scores[entry.key] = idf * entry.value * 2.2 / (entry.value + 1.2 * (0.25 + 0.75 * length / mean))
      }
    }
  }
}

/// Words of texts, as texts.
enum Tokens {
  static func words(_ text: [UInt8]) -> [String] {
    var tokenizer = Tokenizer()
    var words: [String] = []
    text.withUnsafeBytes { tokenizer.read($0, into: &words) { $0.append(String(decoding: $1, as: UTF8.self)) } }
    return words
  }

  static func folded(_ word: String) -> String { String(decoding: WordFolding.folded(word.utf8), as: UTF8.self) }
}
