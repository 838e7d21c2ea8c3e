import HTML
import Testing

@testable import Content

@Suite("Fragments")
struct InclusionTests {
  private static func include(_ file: String) -> String { "::inclure{fichier=\"\(file)\"}\n" }

  /// A body with its fragments, and nothing else of what the theme draws.
  private static func whole(_ body: Body) -> String {
    func html(_ body: Body) -> HTML {
      body.html { if case .include(let inner) = $0 { html(inner) } else { .empty } }
    }
    return String(decoding: html(body).resolved(.rooted("/")), as: UTF8.self)
  }

  @Test("A fragment stands under its place's heading, its ids its own, its links read from its own file")
  func included() async throws {
    let site = try TinySite([
      "notes/a.md": .text(
        "# A\n\n\(Self.include("../_parts/c.md"))\n## Nous\n\n\(Self.include("/_parts/c.md"))\n## Fin\n\n[x](#contact-1)\n"
      ),
      "_parts/c.md": "## Contact\n\n[B](../notes/b.md) ![i](i.png) [fin](#fin)\n",
      "_parts/i.png": .bytes(ImageSizeTests.png(4, 3)), "notes/b.md": "# B\n\n[y](a.md#contact)\n",
      "notes/_unused.md": "<script>",
    ])
    let reading = try await site.read()
    #expect(reading.findings.isEmpty)
    let item = try #require(reading.site.items.first { $0.title == "A" })
    #expect(
      item.body.outline.map { "\($0.level) \($0.id)" } == ["2 contact", "2 nous", "3 contact-1", "2 fin"])
    let text = Self.whole(item.body)
    #expect(text.contains("<h3 id=\"contact-1\">Contact</h3>"))
    #expect(
      text.contains(
        "<a href=\"/notes/b/\">B</a> <img src=\"/_parts/i.png\" width=\"4\" height=\"3\" alt=\"i\" />"))
    #expect(text.contains("loading=\"lazy\""), "the second time")
    #expect(text.contains("<a href=\"/notes/a/#fin\">fin</a>"))
    #expect(!text.contains("::inclure"))
    #expect(reading.site.items.count == 2, "fragments are no pages")
    #expect(reading.site.assets.map(\.path) == ["/_parts/i.png"])
    let target = try #require(reading.site.items.firstIndex { $0.title == "B" })
    #expect(reading.site.backlinks[target].count == 1)
  }

  @Test("Home, lists, terms and fields include fragments too")
  func everywhere() async throws {
    let text = TinySite.File.text("Un\n\n\(Self.include("/_c.md"))")
    let site = try TinySite([
      "index.md": text, "notes/index.md": text, "vocabularies/themes/eau.md": text, "_c.md": "Bonjour\n",
      "notes/a.md": .text(
        "---\ntitle: A\ntexte: |\n  ## T\n\n  \(Self.include("/_c.md"))textes:\n  - |\n    \(Self.include("/_c.md"))---\n"
      ),
    ])
    let reading = try await site.read()
    #expect(reading.findings.isEmpty)
    let bodies = Self.bodies(of: reading.site)
    #expect(bodies.count == 5)
    for body in bodies { #expect(Self.whole(body).contains("<p>Bonjour</p>")) }
  }

  private static func bodies(of site: Site) -> [Body] {
    var bodies = [site.home?.body, site.types.first { $0.id == "note" }?.introduction?.body]
    bodies += site.vocabularies.flatMap { $0.terms.map { $0.page?.body } }
    for item in site.items {
      for field in item.fields {
        for case .markdown(let body) in field?.parts ?? [] { bodies.append(body) }
      }
    }
    return bodies.compactMap(\.self)
  }

  static let rows: [Row] = [
    Row(
      "missing", .text("# A\n\nUn\n\n\(include("../_c.md"))"), ["5:1 error fragment-missing"],
      says: ["« ../_d.md »"],
      with: ["_d.md": "x"]),
    Row(
      "a page", .text("# A\n\n\(include("b.md"))"), ["3:1 error fragment-missing"],
      with: ["notes/b.md": "# B\n"]),
    Row("out of the content", .text("# A\n\n\(include("../../x.md"))"), ["3:1 error link-outside"]),
    Row(
      "of another site", .text("# A\n\n\(include("https://exemple.org/_x.md"))"), ["3:1 error link-outside"]),
    Row(
      "itself", .text("# A\n\n\(include("_c.md"))"), ["notes/_c.md:3:1 error include-cycle"],
      says: ["content/notes/_c.md → content/notes/_c.md"],
      with: ["notes/_c.md": .text("Un\n\n\(include("_c.md"))")]),
    Row(
      "in a circle", .text("# A\n\n\(include("_c.md"))"), ["notes/_d.md:1:1 error include-cycle"],
      says: ["content/notes/_c.md → content/notes/_d.md → content/notes/_c.md"],
      with: ["notes/_c.md": .text(include("_d.md")), "notes/_d.md": .text(include("_c.md"))]),
    Row(
      "a fault of its own, said once in its own file",
      .text("---\ntitle: A\n---\n\(include("_c.md"))\n\(include("_c.md"))"),
      ["notes/_c.md:3:1 error broken-link", "notes/_c.md:5:1 error alternative-text-missing"],
      with: [
        "notes/_c.md": "Un\n\n[x](y.md)\n\n![](i.png)\n", "notes/i.png": .bytes(ImageSizeTests.png(1, 1)),
      ]),
    Row(
      "one that can't be read", .text("# A\n\n\(include("_c.md"))"),
      ["notes/_c.md:1:1 error text-is-not-utf8"],
      with: ["notes/_c.md": .bytes([0xFF])]),
  ]

  @Test("What can't be included is said at its place, in its own file", arguments: rows)
  func faults(_ row: Row) async throws { try await row.check() }

  @Test("Fragments stand in each other ten deep, and no deeper", arguments: [10, 11])
  func depth(_ depth: Int) async throws {
    var files: [String: TinySite.File] = ["notes/a.md": .text("# A\n\n\(Self.include("_1.md"))")]
    for number in 1...depth {
      files["notes/_\(number).md"] = number == depth ? "Fond\n" : .text(Self.include("_\(number + 1).md"))
    }
    let reading = try await TinySite(files).read()
    #expect(reading.findings == (depth == 10 ? [] : ["notes/_10.md:1:1 error include-too-deep"]))
  }

  @Test("A page of many headings that includes many fragments ends in good time")
  func manyIDs() async throws {
    let headings = (0..<2_000).map { "# H\($0)\n" }.joined()
    let includes = String(repeating: Self.include("_c.md") + "\n", count: 50)
    let site = try TinySite([
      "notes/a.md": .text("# A\n\n\(includes)\n\(headings)"), "notes/_c.md": .text(headings),
    ])
    let start = ContinuousClock.now
    let reading = try await site.read()
    #expect(reading.findings.isEmpty)
    let ids = try #require(reading.site.items.first?.body.outline.map(\.id))
    #expect(ids.count == 51 * 2_000 && Set(ids).count == ids.count)
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test("Fragments that include each other many times end at once")
  func explosion() async throws {
    var files: [String: TinySite.File] = ["notes/a.md": .text("# A\n\n\(Self.include("_1.md"))")]
    for number in 1...9 {
      files["notes/_\(number).md"] = .text(
        String(repeating: Self.include("_\(number + 1).md") + "\n", count: 20))
    }
    files["notes/_10.md"] = "Fond\n"
    let reading = try await TinySite(files).read()
    #expect(reading.findings.count == 1)
    #expect(reading.findings.first?.hasSuffix("error include-too-much") == true)
  }
}
