import HTML
import Testing

@testable import Content

@Suite("Files, sources and fields that pages show")
struct ShownTests {
  static let others: [String: TinySite.File] = [
    "notes/b.md": "# B\n", "notes/d.csv": "a;b\r\n<1>;\u{1F642}",
    "notes/photo.png": .bytes(ImageSizeTests.png(2, 2)),
    "notes/latin.txt": .bytes([0x63, 0xE9]), "notes/bell.txt": .bytes([0x61, 0x07]),
    "notes/mark.txt": .bytes([0x01, 0x21, 0x30, 0x02]), "notes/utf16.txt": .bytes([0xFF, 0xFE, 0x61, 0x00]),
    "notes/large.txt": .bytes(Array(repeating: 0x61, count: 256 * 1024 + 1)),
    "notes/full.txt": .bytes(Array(repeating: 0x61, count: 256 * 1024)),
    "notes/empty.yml": "", "_modeles/note.md": "---\ntitle: non précisé\n---\n\n:::note\nX\n:::\n",
    "notes/e\u{301}te\u{301}.txt": "été",
  ]

  private static func body(_ words: String, _ text: String, _ findings: [String] = [], says: [String] = [])
    -> Row
  {
    Row(words, .text("# A\n\n\(text)\n"), findings, says: says, with: others)
  }

  static let rows: [Row] = [
    body("A file beside the page", "::code{fichier=\"d.csv\"}"),
    body("A page, which is no link", "::code{fichier=\"b.md\"}"),
    body("A fragment, from content/", "::code{fichier=\"/_modeles/note.md\"}"),
    body("A declaration", "::code{fichier=\"../types/note.yml\"}"),
    body("A name in the other form of Unicode", "::code{fichier=\"été.txt\"}"),
    body("As much as may be shown", "::code{fichier=\"full.txt\"}"),
    body(
      "A missing file", "Un\n\n::code{fichier=\"dd.csv\"}", ["5:1 error code-missing"], says: ["« d.csv »"]),
    body(
      "A missing fragment", "::code{fichier=\"../_modeles/notes.md\"}", ["3:1 error code-missing"],
      says: ["« ../_modeles/note.md »"]),
    body("A missing file like no other", "::code{fichier=\"zzzzzz.x\"}", ["3:1 error code-missing"]),
    body("A folder", "::code{fichier=\"../notes\"}", ["3:1 error code-missing"]),
    body("Nothing but a query", "::code{fichier=\"?a\"}", ["3:1 error code-missing"]),
    body("A file out of the content", "::code{fichier=\"../../site.yml\"}", ["3:1 error link-outside"]),
    body("A file of another site", "::code{fichier=\"https://exemple.org/a.md\"}", ["3:1 error link-outside"]),
    body("A script", "::code{fichier=\"javascript:a\"}", ["3:1 warning address-refused"]),
    body("An image", "::code{fichier=\"photo.png\"}", ["3:1 error code-not-text"], says: ["« photo.png »"]),
    body("A text that is not UTF-8", "::code{fichier=\"latin.txt\"}", ["3:1 error code-not-text"]),
    body("A text in UTF-16", "::code{fichier=\"utf16.txt\"}", ["3:1 error code-not-text"]),
    body("A text with a control character", "::code{fichier=\"bell.txt\"}", ["3:1 error code-not-text"]),
    body("A text with our own marks", "::code{fichier=\"mark.txt\"}", ["3:1 error code-not-text"]),
    body(
      "A long file", "::code{fichier=\"large.txt\"}", ["3:1 error code-too-large"],
      says: ["262145", "262144"]),
    body("In a quote", "> ::code{fichier=\"x\"}", ["3:3 error code-missing"]),
    body(
      "More than a page may show", String(repeating: "::code{fichier=\"full.txt\"}\n\n", count: 9),
      ["11:1 error code-too-much"]),
    body("A type's fields", "::champs{type=\"note\"}"),
    body(
      "An unknown type", "Un\n\n::champs{type=\"nte\"}", ["5:1 error unknown-name"],
      says: ["type de contenu", "« note »"]),
    body(
      "More tables than a page may show", String(repeating: "::champs{type=\"note\"}\n\n", count: 2_000),
      ["203:1 error code-too-much"]),
    Row(
      "In a fragment, from its own folder", .text("# A\n\n::inclure{fichier=\"../_parts/c.md\" source}\n"),
      ["_parts/c.md:3:1 error code-missing"],
      with: ["_parts/c.md": "::code{fichier=\"d.txt\"}\n\n::code{fichier=\"x\"}\n", "_parts/d.txt": "d"]),
    Row(
      "In a field", "---\ntitle: A\ntexte: |\n  Un\n\n  ::code{fichier=\"x\"}\n---\n",
      ["6:3 error code-missing"]),
  ]

  @Test("Each fault is said at its place, and nothing else", arguments: rows)
  func faults(_ row: Row) async throws { try await row.check() }

  private static func drawings(
    _ text: String, _ more: [String: TinySite.File] = [:]
  ) async throws -> [SlotDrawing] {
    let files = others.merging(more) { $1 }.merging(["notes/a.md": .text("# A\n\n\(text)\n")]) { $1 }
    let reading = try await TinySite(files).read()
    #expect(reading.findings.isEmpty)
    let item = try #require(reading.site.items.first { $0.title == "A" })
    var drawings: [SlotDrawing] = []
    _ = item.body.html { drawing in
      drawings.append(drawing)
      return .empty
    }
    return drawings
  }

  @Test(
    "A file is shown whole, with the name of its language",
    arguments: [
      ("d.csv", "a;b\n<1>;\u{1F642}\n", "csv", "d.csv"), ("empty.yml", "", "yaml", "empty.yml"),
      ("été.txt", "été\n", nil, "été.txt"),
      ("../_modeles/note.md", "---\ntitle: non précisé\n---\n\n:::note\nX\n:::\n", "markdown", "note.md"),
    ] as [(String, String, String?, String)])
  func listing(file: String, text: String, language: String?, title: String) async throws {
    guard case .code(let listing)? = try await Self.drawings("::code{fichier=\"\(file)\"}").first else {
      Issue.record("no listing")
      return
    }
    #expect((listing.text, listing.language, listing.title) == (text, language, title))
    #expect(listing.caption.isEmpty)
  }

  @Test(
    "A fragment's source is its Markdown without what surrounds it",
    arguments: [
      ("Un *mot*.\n", "Un *mot*.\n"),
      ("---\ntitle: x\n---\n\n \t\n    code\n\n\nfin  \n\n\n", "    code\n\n\nfin\n"),
      ("\u{FEFF}a\r\n\r\n::bouton[b]{lien=\"/\"}\r\n", "a\n\n::bouton[b]{lien=\"/\"}\n"),
      ("<sub>2</sub> &amp;", "<sub>2</sub> &amp;\n"),
    ])
  func sources(fragment: String, source: String) async throws {
    let drawings = try await Self.drawings(
      "::inclure{fichier=\"_c.md\" source}\n\n::inclure{fichier=\"_c.md\"}", ["notes/_c.md": .text(fragment)])
    guard case .example(let shown, _)? = drawings.first, case .include? = drawings.last else {
      Issue.record("no example")
      return
    }
    #expect((shown.text, shown.language) == (source, "markdown"))
  }

  @Test("A fragment that says nothing has no source to show")
  func empty() async throws {
    let drawings = try await Self.drawings(
      "::inclure{fichier=\"_c.md\" source}", ["notes/_c.md": "---\ntitle: x\n---\n\n \n"])
    guard case .include? = drawings.first else {
      Issue.record("no fragment")
      return
    }
  }

  @Test("Showing a page is no link to it")
  func links() async throws {
    let reading = try await TinySite(
      Self.others.merging(["notes/a.md": "# A\n\n::code{fichier=\"b.md\"}\n"]) { $1 }
    ).read()
    #expect(reading.site.backlinks == [[], []])
  }
}
