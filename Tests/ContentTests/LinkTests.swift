import HTML
import Testing

@testable import Content

@Suite("Links")
struct LinkTests {
  private static let others: [String: TinySite.File] = [
    "notes/b.md": "# B\n\n## Agir ensemble\n", "notes/sous/c.md": "# C\n",
    "notes/draft.md": "---\ntitle: D\ndraft: true\n---\n",
    "images/carte.png": .bytes(ImageSizeTests.png(4, 3)), "notes/index.md": "Un\n\n## Liste\n", "index.md": "Un\n\n## Accueil\n",
    "vocabularies/themes/eau.md": "Un\n\n## Sources\n",
  ]

  private static func body(_ words: String, _ text: String, _ findings: [String] = [], says: [String] = [])
    -> Row
  {
    Row(words, .text("# A\n\n\(text)\n\n## Ici\n"), findings.map { $0 }, says: says, with: others)
  }

  private static let draft = "notes/draft.md:1:1 note item-not-published"

  static let rows: [Row] = [
    body(
      "Good links of every kind",
      """
      [a](b.md) [b](b.md#agir-ensemble) [c](sous/c.md) [d](../notes/b.md) [e](/notes/b/) [f](/notes/b) [g](#ici) [h](#)
      [i](../images/carte.png) ![j](/images/carte.png) [k](index.md#liste) [l](../index.md#accueil) [m](/themes/eau/)
      [n](../vocabularies/themes/eau.md#sources) [o](/sitemap.xml) [p](https://exemple.org) [q](./b.md) [r](/) [s](b.md?x=1)
      """, [draft]),
    body(
      "PL-17: a missing page", "Été [x](bb.md)", ["3:5 error broken-link", draft],
      says: ["« bb.md »", "Vouliez-vous dire « b.md »"]),
    body(
      "PL-17: a missing page in another folder", "[x](../notes/sous/cc.md)",
      ["3:1 error broken-link", draft], says: ["« sous/c.md »"]),
    body("PL-17: wrong case", "[x](B.md)", ["3:1 error broken-link", draft], says: ["« b.md »"]),
    body(
      "PL-17: a missing anchor", "[x](b.md#agir-ensembl)", ["3:1 error broken-anchor", draft],
      says: ["content/notes/b.md", "« #agir-ensemble »"]),
    body(
      "PL-17: a missing anchor of the page itself", "[x](#icu)", ["3:1 error broken-anchor", draft],
      says: ["« #ici »"]),
    body(
      "PL-17: missing anchors of a list, of home, of a term",
      "[x](index.md#l) [y](../index.md#a) [z](../vocabularies/themes/eau.md#s)",
      ["3:1 error broken-anchor", "3:17 error broken-anchor", "3:36 error broken-anchor", draft]),
    body(
      "PL-17: a missing address of the site", "[x](/notes/bb/) [y](/notes/b/#agi)",
      ["3:1 error broken-link", "3:17 error broken-anchor", draft], says: ["« /notes/b/ »"]),
    body(
      "PL-17: over lines, in lists and quotes, behind accents", "> - Été\n>   un [x](\n>   nulle.md)\n",
      ["4:8 error broken-link", draft]),
    body("PL-17: to a draft", "[x](draft.md)", ["3:1 error link-to-unpublished", draft]),
    body(
      "PL-18: a missing image", "Un ![carte](../images/crte.png)", ["3:4 error broken-link", draft],
      says: ["« ../images/carte.png »"]),
    body(
      "PL-19: out of the content", "[x](../../../etc/passwd) ![y](../../x.png)",
      ["3:1 error link-outside", "3:26 error link-outside", draft]),
    body(
      "PL-19: out of the content, percent-coded", "[x](%2e%2e/%2e%2e/x)", ["3:1 error link-outside", draft]),
    body("Percent-codes that are no UTF-8", "[x](b%E9.md)", ["3:1 error broken-link", draft]),
    body("A folder", "[x](sous/)", ["3:1 error broken-link", draft]),
  ]

  @Test("Each fault is said at its place, and nothing else", arguments: rows)
  func faults(_ row: Row) async throws { try await row.check() }

  @Test("Links become addresses of the site, with their query and anchor")
  func addresses() async throws {
    let text =
      "# A\n\n[a](b.md?q=1&r=%26#agir-ensemble) [b](/notes/b) [c](#ici) [d](/images/carte.png?v=2) [e](../index.md)\n\n## Ici\n"
    let site = try TinySite(LinkTests.others.merging(["notes/a.md": .text(text)]) { $1 })
    let reading = try await site.read()
    let body = try #require(reading.site.items.first { $0.title == "A" }?.body.text)
    #expect(body.contains("<a href=\"/notes/b/?q=1&amp;r=%26#agir-ensemble\">a</a>"))
    #expect(body.contains("<a href=\"/notes/b/\">b</a>"))
    #expect(body.contains("<a href=\"/notes/a/#ici\">c</a>"))
    #expect(body.contains("<a href=\"/images/carte.png?v=2\">d (PNG, 29\u{A0}octets)</a>"))
    #expect(body.contains("<a href=\"/\">e</a>"))
  }

  @Test("Links inside Markdown fields, and lists of them, are resolved too")
  func fieldLinks() async throws {
    let site = try TinySite(
      LinkTests.others.merging([
        "notes/a.md": "---\ntitle: A\ntexte: \"[x](b.md)\"\ntextes: [\"[y](sous/c.md)\", z]\n---\n"
      ]) { $1 })
    let reading = try await site.read()
    let item = try #require(reading.site.items.first { $0.title == "A" })
    var texts: [String] = []
    for value in item.fields {
      for case .markdown(let body)? in (value?.parts ?? []).map(Optional.some) { texts.append(body.text) }
    }
    #expect(
      texts == [
        "<p><a href=\"/notes/b/\">x</a></p>\n", "<p><a href=\"/notes/sous/c/\">y</a></p>\n", "<p>z</p>\n",
      ])
    let target = try #require(reading.site.items.firstIndex { $0.title == "B" })
    #expect(
      reading.site.backlinks[target] == [
        Backlink(item: try #require(reading.site.items.firstIndex { $0.title == "A" }), reason: .text)
      ])
  }
}
