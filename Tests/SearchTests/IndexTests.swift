import Foundation
import Testing

@testable import Search

@Suite("The index of words")
struct IndexTests {
  /// Documents of words that a seed chooses, many of them rare, with accents and capitals.
  static func documents(_ count: Int, length: Int = 60) -> [SearchText] {
    var state: UInt64 = 7
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let stems = ["agir", "élèv", "modél", "réuss", "fort", "œuvr", "marché", "gouvern", "évalu", "cité", "pédagog"]
    let ends = ["", "e", "es", "er", "ons", "ation", "ations", "ement", "ique"]
    func word() -> String {
      let stem = stems[next(next(stems.count) + 1)] + (next(3) == 0 ? String(next(40)) : "")
      return stem + ends[next(ends.count)]
    }
    func text(_ count: Int) -> [UInt8] {
      Array((0..<count).map { _ in next(4) == 0 ? "de l’" + word().uppercased() : word() }.joined(separator: " ").utf8)
    }
    return (0..<count).map { _ in SearchText(title: text(3), parts: [text(next(length) + 1), text(next(length))]) }
  }

  static func index(_ documents: [SearchText], _ code: String = "fr", jobs: Int = 2) async -> SearchIndex {
    await SearchIndex(count: documents.count, languageCode: code, jobs: jobs) { documents[$0] }
  }

  @Test("Every form leads to the documents that hold its stem, with the levels of BM25", arguments: [1, 2, 40, 700])
  func scores(count: Int) async throws {
    let documents = IndexTests.documents(count)
    let reader = try IndexReader(await IndexTests.index(documents))
    let naive = NaiveIndex(documents, languageCode: "fr")
    #expect(Set(reader.forms) == Set(naive.stems.keys))
    for (form, stem) in naive.stems {
      let found = try #require(reader.lookUp(form), "\(form)")
      let impacts = try #require(naive.impacts[stem])
      #expect(found.documents == impacts.keys.sorted(), "\(form)")
      let scale = impacts.values.max() ?? 0
      #expect(abs(log2(found.scale / max(scale, 0.5))) <= 1 / 16 + 1e-9, "\(form)")
      for (document, level) in zip(found.documents, found.levels) {
        let exact = 15 * (impacts[document] ?? 0) / scale
        #expect(abs(max(1, exact) - Double(level)) <= 0.5 + 1e-9, "\(form) in \(document)")
      }
    }
  }

  @Test("Forms of one stem in several files lead to the same documents")
  func aliases() async throws {
    // Enough rare words between the two forms of a stem that they stand in different files.
    let filler = (0..<9_000).map { "avo" + String($0, radix: 36) }.joined(separator: " ")
    let texts = ["aveugle aveuglement aveugles", "aveuglément", filler, "avions", "élever", "élève", "aveuglant"]
    let index = await IndexTests.index(texts.map { SearchText(title: [], parts: [Array($0.utf8)]) })
    #expect(index.files.count { $0.path.hasPrefix("t/") } > 1)
    let naive = NaiveIndex(texts.map { SearchText(title: [], parts: [Array($0.utf8)]) }, languageCode: "fr")
    let reader = try IndexReader(index)
    for (form, stem) in naive.stems {
      #expect(reader.lookUp(form)?.documents == naive.impacts[stem]?.keys.sorted(), "\(form)")
    }
  }

  @Test("Forms are in the order of scripts, each in one file, and every file begins at its key")
  func order() async throws {
    let texts = ["𐐷avec ﬁn zèbre éclair 日本 Ωμέγα straße 2024 ｆｏｒｔ"] + (0..<3_000).map { "mot\($0) \u{10437}\($0)" }
    let index = await IndexTests.index(texts.map { SearchText(title: [], parts: [Array($0.utf8)]) })
    let reader = try IndexReader(index)
    let forms = reader.forms
    #expect(zip(forms, forms.dropFirst()).allSatisfy { $0.utf16.lexicographicallyPrecedes($1.utf16) })
    #expect(forms.allSatisfy { reader.lookUp($0) != nil })
    #expect(zip(reader.keys, reader.keys.dropFirst()).allSatisfy { $0.utf16.lexicographicallyPrecedes($1.utf16) })
  }

  @Test("The bytes are the same for any number of tasks, at each run", arguments: [1, 3, 8])
  func determinism(jobs: Int) async {
    let documents = IndexTests.documents(1_300, length: 20)
    let one = await IndexTests.index(documents, jobs: 2)
    let other = await IndexTests.index(documents, jobs: jobs)
    #expect(one.files.map(\.path) == other.files.map(\.path))
    #expect(zip(one.files, other.files).allSatisfy { $0.bytes == $1.bytes } && one.keys == other.keys)
  }

  @Test("Stop words aren't there, in their language")
  func stopWords() async throws {
    let text = [SearchText(title: Array("Les élus".utf8), parts: [Array("qu’il y avait à l’île, the".utf8)])]
    #expect(try IndexReader(await IndexTests.index(text)).forms == ["elus", "ile", "the"])
    #expect(try IndexReader(await IndexTests.index(text, "en")).forms == ["avait", "elus", "il", "ile", "les", "qu"])
    #expect(try IndexReader(await IndexTests.index(text, "eo")).forms.contains("les"))
  }

  @Test("Letter files hold each form of three letters or more under its first letter")
  func letters() async throws {
    let text = [SearchText(title: [], parts: [Array("Zoé École eau 2024 42 Ωμέγα il".utf8)])]
    let index = await IndexTests.index(text)
    let files = index.files.filter { $0.path.hasPrefix("v/") }
    #expect(index.letters == "0_ez" && files.map(\.path) == ["v/0.json", "v/_.json", "v/e.json", "v/z.json"])
    let forms = try files.map { file in
      IndexReader.unpacked(
        try JSONDecoder().decode([String: String].self, from: Data(file.bytes))["f"] ?? "")
    }
    #expect(forms == [["2024"], ["ωμεγα"], ["eau", "ecole"], ["zoe"]])
  }
}
