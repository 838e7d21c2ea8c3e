import HTML
import Testing

@testable import Content

@Suite("Fields")
struct FieldTests {
  private static func note(_ yaml: String) -> TinySite.File { .text("---\ntitle: A\n\(yaml)\n---\n") }

  static let rows: [Row] = [
    Row(
      "An unknown term", note("themes: [eau, foret2, Foret]"), ["3:15 error unknown-name"],
      says: ["terme", "« foret »"]),
    Row(
      "A term near a label alone", note("themes: [energie-solair]"), ["3:10 error unknown-name"],
      says: ["« energie »"]),
    Row(
      "A term like no other", note("theme: xxxxxxx"), ["3:8 error unknown-name"],
      says: ["Connus : eau, foret, energie"]),
    Row(
      "A list where one term is wanted", note("theme: [eau, foret]"), ["3:8 error wrong-kind"],
      says: ["une liste"]),
    Row(
      "A group where a text is wanted", note("code: {a: b}"), ["3:7 error wrong-kind"],
      says: ["un groupe de clés"]),
    Row("A list inside a list", note("themes: [[eau]]"), ["3:10 error wrong-kind"]),
    Row("CS-13: a number with a space", note("niveau: 1 234"), ["3:9 error not-a-number"], says: ["12.5"]),
    Row(
      "CS-13: a number in words, and one in scientific form", note("niveau: dix"), ["3:9 error not-a-number"]),
    Row("CS-13: 1e5", note("niveau: 1e5"), ["3:9 error not-a-number"]),
    Row("CS-13: infinity", note("niveau: .inf"), ["3:9 error not-a-number"]),
    Row("A number with a decimal comma", note("niveau: 1,5")),
    Row("An answer that is neither yes nor no", note("ouvert: peut-être"), ["3:9 error not-a-boolean"]),
    Row("A draft that may be", note("draft: bientôt"), ["3:8 error not-a-boolean"]),
    Row(
      "MD-10: a script as address", note("lien: \"javascript:alert(1)\""), ["3:7 error not-an-address"],
      says: ["https://"]),
    Row("MD-11: a file as address", note("lien: file:///etc/passwd"), ["3:7 error not-an-address"]),
    Row("MD-11: a host without scheme", note("lien: //evil.com/x"), ["3:7 error not-an-address"]),
    Row("A host in words", note("lien: exemple.org"), ["3:7 error not-an-address"]),
    Row(
      "PL-17: an address of this site that leads nowhere", note("lien: /notse/a/"), ["3:7 error broken-link"],
      says: ["« /notes/a/ »"]),
    Row("Addresses of this site", note("lien: /notes/")),
    Row(
      "TE-11: an unknown layout", note("layout: wides"), ["3:9 error unknown-name"],
      says: ["mise en page", "« wide »"]),
    Row(
      "TE-11: and the known ones", note("layout: nope"), ["3:9 error unknown-name"], says: ["standard, wide"]),
    Row("An order that is no number", note("order: premier"), ["3:8 error not-a-number"]),
    Row("A language that is none", note("language: français"), ["3:11 error unknown-language"]),
    Row(
      "A slug with accents", note("slug: Été à Lyon"), ["3:7 error slug-invalid"], says: ["« ete-a-lyon »"]),
    Row(
      "Not stated is a value of every field",
      note(
        """
        themes: non précisé
        niveau: non précisé
        jour: non précisé
        lien: non précisé
        ouvert: non précisé
        voir: non précisé
        texte: non précisé
        code: Non précisé
        licence: non précisée
        sources: non précisées
        event: non précisé
        """)),
    Row("A date, a number and a truth that YAML would change stay texts", note("code: no\nsummary: 1_000")),
    Row(
      "Every fault of a file in one run",
      """
      ---
      tilte: A
      date: demain
      themes: [eu, foret]
      niveau: 1 2
      lien: ftp://x
      voir: [b]
      ---
      <b>x</b> [y](z.md)
      """,
      [
        "1:1 error title-missing", "2:1 warning unknown-key", "3:7 error not-a-date",
        "4:10 error unknown-name",
        "5:9 error not-a-number", "6:7 error not-an-address", "7:8 error unknown-reference",
        "9:1 warning raw-html",
        "9:10 error broken-link",
      ]),
  ]

  @Test("Each fault is said at its place, and nothing else", arguments: rows)
  func faults(_ row: Row) async throws { try await row.check() }

  @Test("A required field must be there, with a value or not stated")
  func required() async throws {
    let site = try TinySite([
      "types/note.yml":
        "name: N\nplural: N\nfolder: notes\nfields: {cle: {type: text, required: true}, tags: {type: text, list: true, required: true}}\n",
      "notes/a.md": "---\ntitle: A\n---\n",
      "notes/b.md": "---\ntitle: B\ncle:\ntags: []\n---\n",
      "notes/c.md": "# C\n",
      "notes/d.md": "---\ntitle: D\ncle: non précisé\ntags: [x]\n---\n",
    ])
    let findings = try await site.read().findings
    #expect(
      findings == [
        "notes/a.md:2:1 error missing-key", "notes/a.md:2:1 error missing-key",
        "notes/b.md:3:1 error missing-key",
        "notes/b.md:4:1 error missing-key", "notes/c.md:1:1 error missing-key",
        "notes/c.md:1:1 error missing-key",
      ])
  }

  @Test("A unique value is said at the second place, in the order of files, and names the first")
  func unique() async throws {
    let site = try TinySite([
      "notes/b.md": "---\ntitle: A\ncode: x\n---\n",
      "notes/a.md": "---\ntitle: Z\nsummary: s\ncode: x\n---\n",
      "notes/c.md": "---\ntitle: C\ncode: non précisé\n---\n",
      "notes/d.md": "---\ntitle: D\ncode: non précisé\n---\n",
    ])
    let reading = try await site.read()
    #expect(reading.findings == ["notes/b.md:3:7 error duplicate-value"])
    #expect(reading.sentences.contains("content/notes/a.md:4:7"))
  }

  @Test("Values keep their types and what was written")
  func values() async throws {
    let site = try TinySite([
      "notes/a.md": FieldTests.note(
        "themes: [Forêt, eau]\nniveau: 12,50\nouvert: oui\nlien: https://exemple.org/é\ncode: 007\ntexte: \"*a*\""
      )
    ])
    let reading = try await site.read()
    #expect(reading.findings.isEmpty)
    let item = try #require(reading.site.items.first)
    #expect(item.terms == [TermReference(vocabulary: 0, term: 0), TermReference(vocabulary: 0, term: 1)])
    guard case .number(let number)? = item.fields[2] else { return #expect(Bool(false), "no number") }
    #expect(number.text == "12.50")
    guard case .boolean(true)? = item.fields[5] else { return #expect(Bool(false), "no truth") }
    guard case .link(let url)? = item.fields[4] else { return #expect(Bool(false), "no link") }
    #expect(url.string == "https://exemple.org/%C3%A9")
    guard case .text("007")? = item.fields[9] else { return #expect(Bool(false), "no text") }
    guard case .markdown(let body)? = item.fields[7] else { return #expect(Bool(false), "no Markdown") }
    #expect(body.text == "<p><em>a</em></p>\n")
    #expect(reading.site.vocabularies[0].terms.map(\.items) == [[0], [0], []])
  }

  static let markdown: [Row] = [
    Row(
      "In a plain text", note("texte: un [x](y.md) <b>"), ["3:11 error broken-link", "3:21 warning raw-html"]),
    Row("In a quoted text", note("texte: \"un [x](y.md)\""), ["3:12 error broken-link"]),
    Row("In a block", note("texte: |\n\n  Un\n\n  été [x](y.md)"), ["7:7 error broken-link"]),
    Row(
      "In a block of a list, in a group's depth", note("textes:\n  - |\n      [x](y.md)\n  - <i>"),
      ["5:7 error broken-link", "6:5 warning raw-html"]),
    Row(
      "In folded lines, where the text begins", note("texte: >\n  Un\n  [x](y.md)"), ["3:8 error broken-link"]
    ),
    Row(
      "Anchors of the body and of other fields",
      note("texte: \"[a](#b) [c](#d) [e](#f)\"\ntextes: [\"## F\"]")
        .appending("## B\n"), ["3:17 error broken-anchor"]),
  ]

  @Test("What is wrong in a Markdown field is said at its place in the file", arguments: markdown)
  func markdownPlaces(_ row: Row) async throws { try await row.check() }

  @Test("MD-15: headings of the body and of Markdown fields have ids of their own")
  func headingIDs() async throws {
    let site = try TinySite([
      "notes/a.md": FieldTests.note("texte: \"## Agir\"\ntextes: [\"## Agir\", \"## Menu\"]").appending(
        "## Agir\n\n[x](#agir-2)\n")
    ])
    let reading = try await site.read()
    #expect(reading.findings.isEmpty)
    let item = try #require(reading.site.items.first)
    var ids = item.body.outline.map(\.id)
    for field in item.fields {
      for case .markdown(let body)? in field?.parts.map(Optional.some) ?? [] { ids += body.outline.map(\.id) }
    }
    #expect(ids == ["agir", "agir-1", "agir-2", "menu-1"])
  }
}

extension TinySite.File {
  /// A text with more behind it.
  func appending(_ more: String) -> TinySite.File {
    if case .text(let text) = self { .text(text + more) } else { self }
  }
}
