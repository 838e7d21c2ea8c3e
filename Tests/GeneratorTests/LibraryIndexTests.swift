import Content
import Foundation
import HTML
import Testing

@testable import Generator

@Suite("The library's data")
struct LibraryIndexTests {
  /// Shows of an item what the content says of it.
  private struct PlainTheme: Theme {
    struct Renderer: SiteRenderer {
      func render(_ page: Page) -> HTML { "" }
    }

    func assets(for site: Site) -> [ThemeAsset] { [] }
    func searchEntries(_ listing: SearchListing, of site: Site) -> SearchEntries { SearchEntries() }
    func renderer(
      for site: Site, assets: [String: URLReference], footprint: Footprint?
    ) -> any SiteRenderer { Renderer() }

    func libraryEntries(_ listing: LibraryListing, of site: Site) -> [LibraryEntry] {
      listing.items.map { index in
        let item = site.items[index]
        return LibraryEntry(
          title: item.title, url: item.url, languageCode: nil, type: site.types[item.type].name,
          summary: item.summary, date: item.date, dateInWords: item.date?.isoText, terms: [])
      }
    }
  }

  private func site(_ count: Int, with files: [String: String] = [:]) async throws -> Site {
    var files = files
    files["site.yml"] = """
      name: Essai
      base_url: https://exemple.org/projet/
      library: {title: Tout, types: [note], facets: [themes, type]}
      """
    files["types/note.yml"] = """
      name: Note
      plural: Notes
      folder: notes
      sort: order
      fields:
        themes: {type: term, vocabulary: themes, list: true, label: Thèmes}
      """
    files["vocabularies/themes.yml"] =
      "name: Thème\nplural: Thèmes\nterms: [{id: eau, label: L’Œuvre}, {id: sol, label: Sol}, {id: air, label: Air}]\n"
    files["vocabularies/type.yml"] = "name: Type\nplural: Types\nterms: [{id: rare, label: Rare}]\n"
    for number in 0..<count {
      files["notes/n\(number).md"] = """
        ---
        title: "N \(count - number)"
        summary: "Résumé"
        order: \(number)
        date: \(2000 + number % 3)
        themes: [\(number.isMultiple(of: 3) ? "eau" : "sol")]
        ---
        """
    }
    let folder = FileManager.default.temporaryDirectory.appending(path: "library-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (path, text) in files {
      let file = folder.appending(path: "content/\(path)")
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let reading = await SiteReader(options: BuildOptions(jobs: 1)).read(
      LoadedSources(try SourceTree(folder: folder.path), jobs: 1))
    try #require(!reading.diagnostics.contains { $0.severity == .error }, "\(reading.diagnostics)")
    return reading.site
  }

  /// The planned files of the data, by their names without the hash; their order is that of the plan.
  private func data(_ site: Site) throws -> [(name: String, text: String)] {
    Plan(site: site, theme: PlainTheme()).files.compactMap { file in
      guard file.path.hasPrefix("assets/library"), case .bytes(let bytes) = file.content else { return nil }
      let parts = file.path.dropFirst("assets/".count).split(separator: ".")
      return ("\(parts[0])", String(decoding: bytes, as: UTF8.self))
    }
  }

  private func json<Value: Decodable>(_ type: Value.Type, _ text: String?) throws -> Value {
    try JSONDecoder().decode(Value.self, from: Data(try #require(text).utf8))
  }

  private struct Index: Decodable {
    var count: Int
    var size: Int
    var chunks: [String]
    var orders: String
    var texts: String
    var facets: [String: [String: [Int]]]
  }

  private struct Entry: Decodable {
    var title: String
    var url: String
    var date: String?
  }

  @Test(
    "The numbers of items are written as gaps",
    arguments: zip([[], [0], [3], [0, 1, 2], [3, 4, 8]], [[], [0], [3], [0, 1, 1], [3, 1, 4]]))
  func gaps(numbers: [Int], gaps: [Int]) {
    #expect(LibraryIndex.gaps(numbers) == gaps)
  }

  @Test("The first file tells the facets, and names the others by files that exist")
  func index() async throws {
    let site = try await site(7)
    let files = try data(site)
    #expect(files.map(\.name) == ["library", "library-1", "library-orders", "library-texts"])
    let index = try json(Index.self, files.first?.text)
    #expect(index.count == 7 && index.size == 100)
    #expect(index.facets["type"] == ["note": [0, 1, 1, 1, 1, 1, 1]])
    #expect(index.facets["themes"] == ["eau": [0, 3, 3], "sol": [1, 1, 2, 1]], "a term that no item carries is left out")
    #expect(index.facets["type_"] == [:], "a vocabulary called as the type's facet has another name")
    let paths = Set(Plan(site: site, theme: PlainTheme()).files.map(\.path))
    for name in index.chunks + [index.orders, index.texts] { #expect(paths.contains("assets/\(name)"), "\(name)") }
    #expect(Plan(site: site, theme: PlainTheme()).assets[Library.dataName]?.sitePath?.hasPrefix("/assets/library.") == true)
  }

  @Test("Items stand in chunks of a hundred, with addresses relative to the file", arguments: [1, 100, 101, 250])
  func chunks(count: Int) async throws {
    let files = try data(try await site(count))
    let index = try json(Index.self, files.first?.text)
    #expect(index.chunks.count == (count + 99) / 100)
    let entries = try (1...index.chunks.count).map { number in
      try json([Entry].self, files.first { $0.name == "library-\(number)" }?.text)
    }
    #expect(entries.dropLast().allSatisfy { $0.count == 100 })
    #expect(entries.flatMap { $0 }.map(\.url) == (0..<count).map { "../notes/n\($0)/" })
  }

  @Test("Orders name every item once: the newest first, what has no date last; titles as a reader sorts them")
  func orders() async throws {
    let files = try data(try await site(5, with: ["notes/z.md": "---\ntitle: Été\norder: 9\n---\n"]))
    let orders = try json([String: [Int]].self, files.first { $0.name == "library-orders" }?.text)
    #expect(orders == ["date": [2, 1, 4, 0, 3, 5], "titre": [5, 4, 3, 2, 1, 0]])
  }

  @Test("Words are folded as in addresses, those of terms among them; those of summaries in a library of 2,000 items")
  func texts() async throws {
    let few = try json([String].self, try data(try await site(2)).first { $0.name == "library-texts" }?.text)
    #expect(few == ["-n-2-note-resume-notes-l-oeuvre", "-n-1-note-resume-notes-sol"])
    let many = try json([String].self, try data(try await site(2_001)).first { $0.name == "library-texts" }?.text)
    #expect(many.first == "-n-2001-note-notes-l-oeuvre")
  }

  @Test("Hidden items are in no file")
  func hidden() async throws {
    let visible = try data(try await site(4))
    let hidden = ["notes/a.md": "---\ntitle: Secret\nnoindex: true\nthemes: [eau]\norder: 1\n---\n"]
    #expect(try data(try await site(4, with: hidden)).map(\.text) == visible.map(\.text))
  }

  @Test("The same content gives the same bytes, and no data where there is nothing to narrow")
  func stable() async throws {
    #expect(try data(try await site(120)).map(\.text) == data(try await site(120)).map(\.text))
    #expect(try data(try await site(0)).isEmpty)
  }
}
