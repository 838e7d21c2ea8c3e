import Foundation
import Testing

@testable import Search

/// A text and its words; the same table as the scripts are tested with.
struct AnalysisPair: Decodable, Sendable, CustomTestStringConvertible {
  let text: String
  let words: [String]

  init(from decoder: any Decoder) throws {
    var container = try decoder.unkeyedContainer()
    text = try container.decode(String.self)
    words = try container.decode([String].self)
  }

  var testDescription: String { text }

  static let table = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Search/analysis.json")

  static let all = (try? JSONDecoder().decode([AnalysisPair].self, from: Data(contentsOf: table))) ?? []
}

@Suite("How texts become words")
struct AnalysisTests {
  @Test("The table of words is there")
  func table() { #expect(AnalysisPair.all.count > 50) }

  @Test("Texts are cut and folded as in the shared table", arguments: AnalysisPair.all)
  func pair(pair: AnalysisPair) {
    let words = Tokens.words(Array(pair.text.utf8)).map(Tokens.folded)
    #expect(words.filter { !Tokenizer.isSingleLetter(Array($0.utf8)) } == pair.words)
  }

  @Test(
    "Stems are those of the language, whatever its region; a language without stemmer keeps its words",
    arguments: [
      ("fr", "territoires", "territoir"), ("fr-CA", "partenaires", "partenair"), ("FR", "élèves", "élev"),
      ("en", "partnerships", "partnership"), ("de", "häuser", "haus"), ("es", "bibliotecas", "bibliotec"),
      ("it", "città", "citt"), ("pt", "cidades", "cidad"), ("nl", "huizen", "huiz"), ("ru", "города", "город"),
      ("xx", "territoires", "territoires"), ("", "mots", "mots"), ("br", "tiez", "tiez"),
    ])
  func stems(code: String, word: String, stem: String) {
    let stemmer = Stemmer(languageCode: code)
    #expect(String(decoding: stemmer.stem(of: Array(word.utf8)), as: UTF8.self) == stem)
  }

  @Test("Stop words are words in lower case, in French and in English; other languages have none")
  func stopWords() {
    for code in ["fr", "en-GB"] {
      let words = StopWords(languageCode: code).words
      #expect(words.count > 100)
      #expect(words.allSatisfy { Tokens.words(Array($0.utf8)) == [$0] || $0.utf8.count == 1 })
    }
    let french = StopWords(languageCode: "fr").words
    #expect(french.isSuperset(of: ["mais", "ou", "où", "meme", "même"]) && !french.contains("maïs"))
    #expect(StopWords(languageCode: "fr").words.isDisjoint(with: ["innovation", "faire", "agir", "mesure"]))
    #expect(StopWords(languageCode: "de").words.isEmpty)
  }
}
