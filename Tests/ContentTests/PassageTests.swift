import Testing

@testable import Content

@Suite("The text of pages, heading by heading")
struct PassageTests {
  /// What a reader sees of a text: `anchor|heading|text`, and how many words it has.
  private static func passages(_ markdown: String, _ more: [String: TinySite.File] = [:]) async throws -> (
    passages: [String], words: Int
  ) {
    let file = TinySite.File.text("---\ntitle: T\n---\n\(markdown)\n")
    let site = try await TinySite(more.merging(["notes/a.md": file], uniquingKeysWith: { $1 })).read().site
    let body = try #require(site.items.first { $0.title == "T" }).body
    let passages = body.passages.map { passage in
      let parts = [passage.heading, passage.text].map { String(decoding: $0, as: UTF8.self) }
      return ([passage.anchor ?? ""] + parts).joined(separator: "|")
    }
    return (passages, body.words)
  }

  @Test(
    "A passage has its heading, its anchor and what stands under it, without markup",
    arguments: [
      ("a *b* `c`", ["||a b c"]),
      ("a\n\n## D\n\n- e\n- f\n\n```\ng <h>\n```\n\n### D\n", ["||a", "d|D|e f g <h>", "d-1|D|"]),
      ("## A & *b*\n\nx &lt; y & \"z\"", ["a-b|A & b|x < y & «\u{A0}z\u{A0}»"]),
      ("|a|b *c*|\n|-|-|\n|d|e|", ["||a b c d e"]),
      (":::note[b *c*]\nd\n:::", ["||Note\u{A0}: b c d"]),
      ("::bouton[e f]{lien=a.md}", ["||e f"]),
      ("<details>\n<summary>&#201;t&#233; <kbd>a</kbd>&amp;b &c;</summary>\n\nd\n\n<!-- e -->\n\n</details>",
        ["||Été a&b &c; d"]),
      ("a[^1]\n\n[^1]: note", ["||a1 note ↩\u{FE0E}"]),
      ("[a > b](https://exemple.org/?x=%22>) c", ["||a > b c"]),
      ("", []),
    ])
  func passages(markdown: String, expected: [String]) async throws {
    let found = try await Self.passages(markdown).passages
    #expect(found == expected)
  }

  @Test("Fragments and tables of files stand in their place")
  func slots() async throws {
    let found = try await Self.passages(
      "a\n\n::inclure{fichier=_b.md}\n\n::tableau[c]{fichier=d.csv}\n\ne",
      ["notes/_b.md": "## B\n\nb", "notes/d.csv": "f,g\nh,i\n"])
    #expect(found.passages == ["||a", "b|B|b h i e"])
  }

  @Test("Words of tables and of labels count")
  func words() async throws {
    #expect(try await Self.passages("|a|b *c*|\n|-|-|\n|d|e|").words == 5)
    let directives = "## A\n:::note[b *c*]\nd\n:::\n::bouton[e f]{lien=a.md}\n::chiffre[h]{valeur=4 date=2024 source=i}"
    #expect(try await Self.passages(directives).words == 11)
  }
}
