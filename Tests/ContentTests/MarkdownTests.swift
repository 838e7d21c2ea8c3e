import Testing

@testable import Content

@Suite("Markdown of content")
struct MarkdownTests {
  private static func body(_ words: String, _ text: String, _ findings: [String] = [], says: [String] = [])
    -> Row
  {
    Row(words, .text("---\ntitle: A\n---\n\(text)"), findings, says: says)
  }

  static let rows: [Row] = [
    body(
      "MD-09: a script", "Un\n\n<script>alert(1)</script>\n", ["6:1 warning raw-html"],
      says: ["<script>", "Aucune page"]),
    body(
      "MD-09: a frame inside a text", "Été <iframe src=x></iframe>\n",
      ["4:5 warning raw-html"], says: [":::transcription", "site.yml"]),
    body(
      "MD-09: an attribute that acts", "- <a onclick=x>y</a>\n",
      ["4:3 warning raw-html"], says: ["[texte](adresse)"]),
    body(
      "MD-09: an attribute on an allowed element", "<sub style=x>y</sub>\n", ["4:1 warning raw-html"],
      says: ["« style »", "thème"]),
    body("Allowed HTML", "H<sub>2</sub>O\n\n<details>\n<summary>a</summary>\n\nb\n\n</details>\n"),
    body(
      "MD-17: a label that nothing defines", "[x][nope]\n", ["4:1 warning link-label-missing"],
      says: ["« nope »", "[nope]: adresse"]),
    body(
      "MD-23: a fence that is never closed", "a\n\n```\nb\n", ["6:1 warning fence-unclosed"],
      says: ["jamais refermé"]),
    body(
      "MD-10: a script as address", "Été [a](javascript:alert(1))\n", ["4:5 warning address-refused"],
      says: ["javascript:alert(1)"]),
    body("MD-10: in mixed case", "[a](JaVaScRiPt:alert(1))\n", ["4:1 warning address-refused"]),
    body(
      "MD-10: with entities", "[a](&#106;avascript:x) [b](javascript&colon;x)\n",
      ["4:1 warning address-refused", "4:24 warning address-refused"]),
    body(
      "MD-11: other schemes",
      "[a](data:text/html,x) [b](vbscript:x) [c](file:///etc/passwd) ![x](data:image/svg+xml,x)\n",
      [
        "4:1 warning address-refused", "4:23 warning address-refused", "4:39 warning address-refused",
        "4:63 warning address-refused",
      ]),
    body("MD-11: pictures in addresses", "![a](data:image/png;base64,AAAA)\n"),
    body("MD-18: a NUL", "Un\u{0}deux\n", ["4:3 error invisible-character"]),
    Row(
      "MD-19: invalid UTF-8", .bytes(Array("---\ntitle: A\n---\nÉté\n- caf".utf8) + [0xE9, 0x0A]),
      ["5:6 error text-is-not-utf8"], says: ["0xE9"]),
    Row("MD-22: an empty file", "", ["1:1 error title-missing"]),
    Row("MD-22: blank lines", "\n \n\t\n", ["1:1 error title-missing"]),
    body("MD-22: front matter and no body", ""),
    body(
      "MD-02: containers too deep", String(repeating: "> ", count: 101) + "x\n",
      ["4:201 error markdown-too-deep"], says: ["100"]),
    body(
      "MD-01: too many openings of images", String(repeating: "![[]()", count: 6000) + "\n",
      ["4:30001 error markdown-too-many-images"]),
    Row(
      "MD-08: a page larger than 5 MiB", .text("# A\n" + String(repeating: "x", count: 5 << 20)),
      ["1:1 error file-too-large"], says: ["5242880"]),
    body(
      "an unknown directive", "Été\n> :::attenton\n> x\n> :::\n", ["5:3 error unknown-directive"],
      says: ["attenton", "« attention »"]),
    body(
      "a directive without what it needs", "::bouton[a]\n", ["4:1 error directive-missing-attribute"],
      says: ["lien", "::bouton[texte]{lien=\"page.md\"}"]),
    body(
      "a key figure whose date doesn't exist", "::chiffre[a]{valeur=1 date=2024-02-30 source=b}\n",
      ["4:1 error date-does-not-exist"]),
    Row(
      "Markdown that can't be read keeps no fault of the front matter quiet",
      .text("---\ntitle: A\ndate: demain\n---\n\(String(repeating: "> ", count: 101))\n"),
      ["3:7 error not-a-date", "5:201 error markdown-too-deep"]),
  ]

  @Test("Each fault is said at its place, and nothing else", arguments: rows)
  func faults(_ row: Row) async throws { try await row.check() }

  @Test("MD-09, MD-10: what is refused is on the page as text only")
  func refusedIsGone() async throws {
    let site = try TinySite([
      "notes/a.md": "# A\n\n<script>alert(1)</script>\n\n[a](javascript:alert(1)) <b onclick=x>c</b>\n"
    ])
    let text = try #require(try await site.read().site.items.first?.body.text)
    #expect(text == """
        <p>&lt;script&gt;alert(1)&lt;/script&gt;</p>
        <p><a href="">a</a> &lt;b onclick=x&gt;c&lt;/b&gt;</p>

        """)
  }

  @Test("MD-15: ids of headings are unique, never empty, and never another's own words")
  func headingIDs() async throws {
    let text = "# A\n\n## <b>A</b> & \"B\"\n\n## X\n\n## X\n\n## X-1\n\n## 日本\n\n## 🎉\n\n## Menu\n"
    let reading = try await TinySite(["notes/a.md": .text(text)]).read()
    let ids = try #require(reading.site.items.first?.body.outline.map(\.id))
    #expect(ids == ["a-b", "x", "x-2", "x-1", "日本", "section", "menu-1"])
  }

  @Test("MD-17: a reference to a missing label stays the text it is")
  func missingLabel() async throws {
    let reading = try await TinySite(["notes/a.md": "# A\n\n[x][nope] [y]\n"]).read()
    #expect(reading.site.items.first?.body.text == "<p>[x][nope] [y]</p>\n")
  }

  @Test("MD-22: a page of front matter alone has an empty body")
  func emptyBody() async throws {
    let reading = try await TinySite(["notes/a.md": "---\ntitle: A\n---", "index.md": ""]).read()
    #expect(reading.findings.isEmpty)
    #expect(reading.site.items.first?.body.text == "")
    #expect(reading.site.home != nil)
  }
}
