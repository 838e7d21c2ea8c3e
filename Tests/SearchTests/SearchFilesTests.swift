import Content
import Foundation
import Testing

@testable import Generator
@testable import Search

@Suite("The files of a platform's search")
struct SearchFilesTests {
  private struct Manifest: Decodable {
    struct Facet: Decodable {
      var id: String
      var label: String
    }

    var v: Int
    var n: Int
    var hash: String
    var facets: [Facet]
  }

  private struct Fragment: Decodable, Equatable {
    var u: String
    var t: String
    var k: String
    var d: String?
    var y: String?
    var b: [String]
    var l: String?
    var s: [[String]]
  }

  private func json<Value: Decodable>(_ type: Value.Type, _ bytes: [UInt8]?) throws -> Value {
    try JSONDecoder().decode(Value.self, from: Data(try #require(bytes)))
  }

  private static let notes = [
    "notes/b.md": """
      ---
      title: "Du sable & l’eau"
      summary: Quatre grains
      date: 2024-05
      themes: [eau]
      lieu: Étretat
      avis: "Un avis *tranché*"
      definition: {text: "Roche meuble", forms: [sablon]}
      case: {actors: [Mairie], evidence: récit, results: [plages]}
      ---
      Avant **tout**.

      ## Où ?

      À la mer.
      """,
    "notes/a.md": "---\ntitle: Ardoise\nlanguage: en\ndate: 2020\n---\n",
  ]

  @Test("The manifest names the folder of the others, which is a hash of all they say")
  func manifest() async throws {
    let site = try await SmallPlatform.site(SearchFilesTests.notes)
    let files = await SmallPlatform.files(of: site)
    let manifest = try json(Manifest.self, files.first?.bytes)
    #expect(files.first?.path == "index.json")
    #expect(manifest.v == 1 && manifest.n == 3 && manifest.hash.utf8.count == 12)
    #expect(files.dropFirst().allSatisfy { $0.path.hasPrefix(manifest.hash + "/") })
    #expect(manifest.facets.map(\.label) == ["Facette type", "Facette themes"])
    var notes = SearchFilesTests.notes
    notes["notes/a.md"] = "---\ntitle: Ardoise\nlanguage: en\ndate: 2020\n---\nPlus\n"
    let other = try json(Manifest.self, await SmallPlatform.files(of: try await SmallPlatform.site(notes)).first?.bytes)
    #expect(other.hash != manifest.hash)
  }

  @Test("A fragment says what a result shows: its address from the root, and the text by section")
  func fragments() async throws {
    let site = try await SmallPlatform.site(SearchFilesTests.notes)
    let files = await SmallPlatform.files(of: site).filter { $0.path.contains("/d/") }
    let fragments = try files.map { try json(Fragment.self, $0.bytes) }
    #expect(files.map { $0.path.split(separator: "/").last } == ["0.json", "1.json", "2.json"])
    let sand = try #require(fragments.first { $0.k == "Note" && $0.l == nil })
    #expect(sand.u == "notes/b/" && sand.t == "Du sable & l’eau" && sand.b == ["Notes"])
    #expect(sand.d == "2024-05" && sand.y == "2024-05-01")
    #expect(sand.s.prefix(3) == [["", "", "Quatre grains"], ["", "", "Avant tout."], ["ou", "Où\u{202F}?", "À la mer."]])
    #expect(sand.s.contains(["", "", "Un avis tranché"]))
    #expect(sand.s.last?[2] == "Roche meuble · sablon · Mairie · plages · récit · Étretat · L’eau")
    #expect(fragments.first { $0.t == "Ardoise" }?.l == "en")
    let term = try #require(fragments.last)
    #expect(term.u == "themes/eau/" && term.t == "L’eau" && term.s.first == ["", "", "Rivières"])
  }

  @Test("Facets tell which documents carry each value, terms among them")
  func facets() async throws {
    let site = try await SmallPlatform.site(SearchFilesTests.notes)
    let files = await SmallPlatform.files(of: site)
    func facet(_ id: String) throws -> [String: [Int]] {
      let packed = try json([String: String].self, files.first { $0.path.hasSuffix("/f/\(id).json") }?.bytes)
      return packed.mapValues { packed in
        IndexReader.numbers(packed).reduce(into: []) { $0.append(($0.last ?? -1) + 1 + $1) }
      }
    }
    let titles = try files.filter { $0.path.contains("/d/") }.map { try json(Fragment.self, $0.bytes).t }
    #expect(try facet("type") == ["note": [0, 1]])
    let sand = try #require(titles.firstIndex(of: "Du sable & l’eau"))
    #expect(try facet("themes") == ["eau": [sand, 2]])
  }

  @Test("Drafts, pages to come and hidden pages are in no file, even in a build that shows them")
  func unpublished() async throws {
    var notes = SearchFilesTests.notes
    notes["notes/d.md"] = "---\ntitle: D\ndraft: true\n---\nJeton zzbrouillon\n"
    notes["notes/f.md"] = "---\ntitle: F\npublish: 2999-01-01\n---\nJeton zzfutur\n"
    notes["notes/h.md"] = "---\ntitle: H\nnoindex: true\nthemes: [sol]\n---\nJeton zzcache\n"
    notes["notes/v.md"] = "---\ntitle: V\n---\nJeton zzvisible\n"
    let site = try await SmallPlatform.site(notes)
    #expect(site.items.count == 6, "the build shows drafts")
    let text = await SmallPlatform.files(of: site).map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
    #expect(text.contains("zzvisible"))
    for token in ["zzbrouillon", "zzfutur", "zzcache"] { #expect(!text.contains(token), "\(token)") }
  }

  @Test("The bytes are the same for any number of tasks")
  func determinism() async throws {
    let site = try await SmallPlatform.site(SearchFilesTests.notes)
    let one = await SmallPlatform.files(of: site, jobs: 1)
    let many = await SmallPlatform.files(of: site, jobs: 8)
    #expect(one.map(\.path) == many.map(\.path) && one.map(\.bytes) == many.map(\.bytes))
  }

  @Test("A script for pages opened as files holds every file, only where it is asked for")
  func script() async throws {
    let plain = try await SmallPlatform.site(SearchFilesTests.notes)
    #expect(await !SmallPlatform.files(of: plain).contains { $0.path == "index.js" })
    let site = try await SmallPlatform.site(SearchFilesTests.notes, search: "{title: C, script: true}")
    var files = await SmallPlatform.files(of: site)
    let script = String(decoding: files.removeLast().bytes, as: UTF8.self)
    #expect(script.hasPrefix("globalThis.searchFiles={") && script.hasSuffix("};\n"))
    let object = try JSONSerialization.jsonObject(
      with: Data(script.dropFirst("globalThis.searchFiles=".count).dropLast(2).utf8))
    #expect(Set(try #require(object as? [String: Any]).keys) == Set(files.map(\.path)))
  }

  @Test("A platform without a search has none of its files")
  func none() async throws {
    let site = try await SmallPlatform.site(SearchFilesTests.notes, search: nil)
    #expect(await SmallPlatform.files(of: site).isEmpty)
  }

  @Test("Every word of the platform of content/ leads to all pages that hold it")
  func corpus() async throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    let site = try await SmallPlatform.site(in: root)
    let listing = SearchListing(site)
    let entries = PlainTheme().searchEntries(listing, of: site).entries
    let texts = zip(listing.documents, entries).map { SearchSource($0, $1, in: site).text }
    try #require(texts.count > 200)
    let reader = try IndexReader(await IndexTests.index(texts))
    let naive = NaiveIndex(texts, languageCode: "fr")
    #expect(Set(reader.forms) == Set(naive.stems.keys))
    for (form, stem) in naive.stems {
      #expect(reader.lookUp(form)?.documents == naive.impacts[stem]?.keys.sorted(), "\(form)")
    }
  }

  @Test(
    "Long texts are cut alike, short ones stay whole",
    arguments: [
      ([], 10, 10), ([3, 4], 10, 10), ([20, 20], 10, 5), ([2, 20, 20], 10, 4), ([0, 0, 50], 10, 10),
      (Array(repeating: 5, count: 10), 10, 1),
    ])
  func fairLengths(lengths: [Int], total: Int, length: Int) {
    #expect(SearchSource.fairLength(lengths, total: total) == length)
    #expect(lengths.reduce(0) { $0 + min($1, length) } <= total)
  }

  @Test(
    "Texts end before a word or a letter, never in one",
    arguments: zip(["un mot de", "éééé", "court"], ["un mot", "é", "court"]))
  func beginnings(text: String, beginning: String) {
    #expect(SearchSource.beginning(of: Array(text.utf8), atMost: text == "éééé" ? 3 : 7) == beginning)
  }
}
