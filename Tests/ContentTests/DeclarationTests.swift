import Markup
import Testing

@testable import Content

@Suite("Types and vocabularies")
struct DeclarationTests {
  private static func type(_ yaml: String) -> TinySite.File { .text("name: N\nplural: N\n\(yaml)\n") }

  private static func typeRow(
    _ words: String, _ yaml: String, _ findings: [String] = [], says: [String] = [],
    with others: [String: TinySite.File] = [:]
  ) -> Row {
    Row(words, type(yaml), file: "types/essai.yml", findings, says: says, with: others)
  }

  static let rows: [Row] = [
    typeRow("A type of two lines", ""),
    Row(
      "A type without names", "folder: x\n", file: "types/essai.yml",
      ["1:1 error missing-key", "1:1 error missing-key"]),
    Row("An empty type", "", file: "types/essai.yml", ["1:1 error missing-key", "1:1 error missing-key"]),
    Row("A type that is a list", "- a\n- b\n", file: "types/essai.yml", ["1:1 error not-a-mapping"]),
    Row("A type that is a text", "rien\n", file: "types/essai.yml", ["1:1 error not-a-mapping"]),
    typeRow("An unknown key", "champs: {}", ["3:1 warning unknown-key"]),
    typeRow(
      "An unknown capability", "capabilities: [event, evnet, events]",
      ["3:23 error unknown-name", "3:30 error unknown-name"],
      says: ["capacité", "« event »"]),
    typeRow(
      "A field of an unknown type", "fields: {a: {type: textt}}", ["3:20 error unknown-value"],
      says: ["« text »"]),
    typeRow(
      "A field without type, one empty, one that is a text", "fields:\n  a: {label: A}\n  b:\n  c: text",
      ["4:6 error missing-key", "5:3 error missing-key", "6:6 error wrong-kind"]),
    typeRow(
      "A field with an unknown key", "fields: {a: {type: text, requierd: true}}",
      ["3:26 warning unknown-key"], says: ["« required »"]),
    typeRow(
      "A term without vocabulary, one of an unknown one",
      "fields:\n  a: {type: term}\n  b: {type: term, vocabulary: theme}",
      ["4:6 error missing-key", "5:31 error unknown-name"], says: ["« themes »"]),
    typeRow(
      "A reference to an unknown type", "fields: {a: {type: reference, to: [note, notes]}}",
      ["3:42 error unknown-name"], says: ["« note »"]),
    typeRow(
      "Fields with the names of built-in keys and capabilities",
      "capabilities: event\nfields:\n  draft: {type: boolean}\n  event: {type: text}",
      ["5:3 error name-taken", "6:3 error name-taken"], says: ["par Terreau"]),
    typeRow(
      "Terms of an unknown vocabulary, and unknown terms", "terms: {theme: eau, themes: [eau, eaux]}",
      ["3:9 error unknown-name", "3:35 error unknown-name"], says: ["« themes »", "« eau »"]),
    typeRow("An unknown sort", "sort: tilte", ["3:7 error unknown-value"], says: ["« title »"]),
    typeRow(
      "A sort by what has no order", "capabilities: publication\nsort: -publication",
      ["4:7 error unknown-value"], says: ["title, date, order"]),
    typeRow(
      "A sort by a list", "fields: {a: {type: text, list: true}}\nsort: a", ["4:7 error unknown-value"]),
    typeRow("A sort by a capability's number", "capabilities: tracker\nsort: -tracker.number"),
    typeRow("Folders that climb, hide or are taken", "folder: ../x", ["3:9 error path-invalid"]),
    typeRow("A hidden folder", "folder: a/.b", ["3:9 error path-invalid"]),
    typeRow("The folder of the types", "folder: types/a", ["3:9 error path-invalid"]),
    typeRow(
      "Two types, one folder", "folder: notes", ["types/note.yml:3:1 error name-taken"],
      says: ["types/essai.yml:3:1", "dossier"]),
    typeRow("A path with capitals", "path: A/b", ["3:7 error path-invalid"]),
    typeRow("A list that may be", "list: souvent", ["3:7 error not-a-boolean"]),
    typeRow(
      "A tab, in a file without front matter", "fields:\n\ta: {type: text}", ["4:1 error tab-indentation"]),
    typeRow("A second document", "---\nname: B", ["3:1 error yaml-second-document"]),
    typeRow(
      "Two files of one type", "", ["types/essai.yml:1:1 error name-taken"], says: ["types/essai.yaml"],
      with: ["types/essai.yaml": "name: A\nplural: A\n"]),
    Row("A vocabulary without terms", "name: V\nplural: V\n", file: "vocabularies/v.yml"),
    Row(
      "Terms with faults",
      """
      name: V
      plural: V
      terms:
        - {id: a, label: A}
        - {label: B}
        - {id: c}
        - {id: É, label: E}
        - {id: a, label: Encore}
        - d
        - {id: e, label: E, labels: x}
      """, file: "vocabularies/v.yml",
      [
        "5:5 error missing-key", "6:5 error missing-key", "7:10 error slug-invalid", "8:10 error name-taken",
        "9:5 error wrong-kind", "10:23 warning unknown-key",
      ], says: ["vocabularies/v.yml:4:10", "« e »"]),
    Row(
      "A page of an unknown term", "Texte\n", file: "vocabularies/themes/foreet.md",
      ["1:1 error unknown-name"], says: ["« foret »"]),
    Row(
      "A page of an unknown vocabulary", "Texte\n", file: "vocabularies/theme/eau.md",
      ["1:1 error unknown-name"], says: ["« themes »"]),
    Row(
      "A page of a term, with a fault", "---\ntitre: x\n---\nUn [x](nulle.md)\n",
      file: "vocabularies/themes/eau.md",
      ["2:1 warning unknown-key", "4:4 error broken-link"]),
    Row("Empty files of every role: a page of a term", "", file: "vocabularies/themes/eau.md"),
    Row("Empty files of every role: home", "", file: "index.md"),
    Row("Empty files of every role: a list", "", file: "notes/index.md"),
    Row(
      "Empty files of every role: a vocabulary", "", file: "vocabularies/v.yml",
      ["1:1 error missing-key", "1:1 error missing-key"]),
    Row("Empty files of every role: a file that is copied", "", file: "notes/vide.pdf"),
  ]

  @Test("Each fault is said at its place, and nothing else", arguments: rows)
  func faults(_ row: Row) async throws { try await row.check() }

  @Test("A declaration that can't be read is said once, not by everything that needs it")
  func noCascade() async throws {
    let site = try TinySite([
      "types/note.yml": "name: \"Note\n",
      "vocabularies/themes.yml": "name: [\n",
      "types/livre.yml":
        "name: L\nplural: L\nfolder: livres\nfields: {themes: {type: term, vocabulary: themes}, taille: {type: nombre}}\nterms: {themes: eau}\nsort: taille\n",
      "livres/a.md":
        "---\ntitle: A\nthemes: eau\ntaille: 3\nsources: [b]\n---\n[x](../notes/b.md) [y](../notes/b.md#z)\n",
      "notes/b.md": "# B\n",
      "vocabularies/themes/eau.md": "Eau\n",
    ])
    let findings = try await site.read().findings
    #expect(
      findings == [
        "types/livre.yml:4:67 error unknown-value", "types/note.yml:1:7 error yaml-invalid",
        "vocabularies/themes.yml:1:7 error yaml-invalid",
      ])
  }

  @Test("A page that can't be read is said once, not by what refers to it")
  func noCascadeOfItems() async throws {
    let site = try TinySite([
      "notes/a.md":
        "---\ntitle: A\nvoir: [b, note/c, d]\nsources: [b]\n---\n[x](b.md#y) [z](c.md) [d](d.md)\n",
      "notes/b.md": "---\ntitle: [\n---\n",
      "notes/c.md": "---\ntitle: C\ndraft: x\n---\n\(String(repeating: "> ", count: 101))\n",
      "notes/d.md": .bytes([0xFF]),
    ])
    let findings = try await site.read().findings
    #expect(
      findings == [
        "notes/b.md:2:8 error yaml-invalid", "notes/c.md:3:8 error not-a-boolean",
        "notes/c.md:5:201 error markdown-too-deep", "notes/d.md:1:1 error text-is-not-utf8",
      ])
  }

  @Test("A vocabulary of 10,000 terms is read, and misspelt ones found, in the time that reading takes")
  func manyTerms() throws {
    let terms = (0..<10_000).map { "  - {id: terme-\($0), label: Terme \($0)}\n" }.joined()
    let yaml = Array("name: T\nplural: T\nterms:\n\(terms)".utf8)
    let note = "---\ntitle: N\nthemes: [terme-7, Terme 77, trme-4, terem-9999]\n---\n"
    let text = try SourceText(file: "a.md", contents: Array(note.utf8))
    let type = ContentType.read(
      try YAMLParser(file: "n.yml", firstLine: 1).parse(
        Array("name: N\nplural: N\nfields: {themes: {type: term, vocabulary: themes, list: true}}\n".utf8)[
          ...]),
      id: "n", file: "n.yml", typography: Typography(language: .french), vocabularies: [try vocabulary(yaml)], unread: []
    ).type
    var draft = ItemDraft()
    var duration = Duration.zero
    let reading = try processorTime {
      let read = try vocabulary(yaml)
      let reader = ItemReader(
        settings: Settings.read(YAMLNode(kind: .mapping([]), line: 1, column: 1), file: "").0,
        vocabularies: [read])
      duration = processorTime {
        for _ in 0..<5 { draft = reader.read(text, type: type, index: 0, parts: ["a"]) }
      }
    }
    #expect(
      draft.diagnostics.map(\.finding) == ["a.md:3:29 error unknown-name", "a.md:3:37 error unknown-name"])
    #expect(draft.item?.terms.map(\.term) == [7, 77])
    // A debug build; looking through all terms for each of them would take minutes.
    #expect(reading < .seconds(8))
    #expect(duration < .seconds(3))
  }

  private func vocabulary(_ yaml: [UInt8]) throws -> Vocabulary {
    let root = try YAMLParser(file: "themes.yml", firstLine: 1).parse(yaml[...])
    return Vocabulary.read(
      root, id: "themes", file: "themes.yml", typography: Typography(language: .french)
    ).0
  }

  @Test("Types in folders of each other, in other scripts and forms, hold their own files")
  func nestedFolders() async throws {
    let site = try TinySite([
      "types/a.yml": "name: A\nplural: A\nfolder: livres\n",
      "types/b.yml": "name: B\nplural: B\nfolder: livres/été\n",
      "types/c.yml": "name: C\nplural: C\nfolder: livres/été/日本\n",
      "livres/un.md": "# 1\n", "livres/autre/deux.md": "# 2\n", "livres/e\u{301}te\u{301}/trois.md": "# 3\n",
      "livres/été/日本/quatre.md": "# 4\n",
    ])
    let reading = try await site.read()
    #expect(reading.findings.isEmpty)
    #expect(Set(reading.site.items.map(\.id)) == ["a/un", "a/autre/deux", "b/trois", "c/quatre"])
  }

  @Test("A folder in other letters is not the type's, and is not left out in silence")
  func folderCase() async throws {
    let site = try TinySite(["Notes/a.md": "# A\n"])
    let findings = try await site.read().findings
    #expect(
      findings == ["Notes/a.md:1:1 error file-in-no-type"])
  }
}
