import Testing

@testable import Content

@Suite("Chapters")
struct ChapterTests {
  private static let types: [String: TinySite.File] = [
    "types/livre.yml": "name: Livre\nplural: Livres\nfolder: livres\nsort: title\n",
    "types/chapitre.yml": """
    name: Chapitre
    plural: Chapitres
    folder: chapitres
    path: livres
    list: false
    capabilities: [chapter]
    """,
    "livres/l.md": "# Le livre\n",
  ]

  private static func chapter(_ yaml: String) -> TinySite.File {
    .text("---\ntitle: A\nchapter: \(yaml)\n---\n")
  }

  private static func row(
    _ words: String, _ yaml: String, _ findings: [String] = [], says: [String] = [],
    with others: [String: TinySite.File] = [:]
  ) -> Row {
    Row(
      words, chapter(yaml), file: "chapitres/l/b.md", findings, says: says, with: types.merging(others) { $1 }
    )
  }

  static let rows: [Row] = [
    row("A chapter", "{of: livre/l, number: 1}"),
    row("A chapter of nothing", "{of: livre/x, number: 1}", ["3:15 error unknown-reference"]),
    row(
      "A number that is taken: the second says so", "{of: l, number: 2}", ["3:26 error chapter-number-taken"],
      says: ["« Le livre »", "content/chapitres/l/a.md:3:26", "numéro 2"],
      with: ["chapitres/l/a.md": chapter("{of: l, number: 2}")]),
    row(
      "The same number in another whole", "{of: l, number: 2}",
      with: ["chapitres/m/a.md": chapter("{of: m, number: 2}"), "livres/m.md": "# M\n"]),
    row(
      "A chapter of itself", "{of: chapitre/l/b, number: 1}", ["3:15 error chapter-of-chapter"],
      says: ["d’elle-même"]),
    row(
      "A chapter of a chapter", "{of: chapitre/l/a, number: 1}", ["3:15 error chapter-of-chapter"],
      says: ["« A » est déjà un chapitre"], with: ["chapitres/l/a.md": chapter("{of: l, number: 1}")]),
  ]

  @Test("A chapter is a part of what is none, with a number of its own", arguments: rows)
  func checks(_ row: Row) async throws { try await row.check() }

  @Test("Chapters follow each other by number, and stand in no list's order")
  func order() async throws {
    let site = try await TinySite([
      "types/note.yml": "name: Note\nplural: Notes\nfolder: notes\nsort: title\ncapabilities: [chapter]\n",
      "notes/w.md": "# A\n",
      "notes/z.md": "# Z\n",
      "notes/x.md": "---\ntitle: M\nchapter: {of: w, number: 10}\n---\n",
      "notes/y.md": "---\ntitle: N\nchapter: {of: w, number: 2}\n---\n",
    ]).read().site
    func index(_ id: String) throws -> Int { try #require(site.items.firstIndex { $0.id == "note/\(id)" }) }
    let (w, x, y, z) = try (index("w"), index("x"), index("y"), index("z"))
    #expect(site.chapters == [w: [y, x]])
    #expect(site.neighbours(of: y) == (nil, x))
    #expect(site.neighbours(of: x) == (y, nil))
    #expect(site.neighbours(of: w) == (nil, z))
    #expect(site.neighbours(of: z) == (w, nil))
    #expect(site.pages.contains(.whole(w)))
  }
}
