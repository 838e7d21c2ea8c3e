import Testing

@testable import Content

@Suite("Mentions of the glossary's terms in texts")
struct MentionTests {
  private static let entries: [String: TinySite.File] = [
    "types/terme.yml": """
    name: Terme
    plural: Glossaire
    folder: glossaire
    capabilities: [definition]
    fields:
      suite: {type: markdown, list: true}
    """,
    "glossaire/commun.md":
      "---\ntitle: Commun\ndefinition: {text: Une ressource.}\n---\n\nUn commun, un tiers-lieu.\n",
    "glossaire/tiers-lieu.md": "---\ntitle: Tiers-lieu\ndefinition: {text: Un lieu.}\n---\n",
    "glossaire/amm.md":
      "---\ntitle: AMM – Autorisation\ndefinition: {text: Une image., forms: [AMM, mise en marché]}\n---\n",
    "glossaire/place.md": "---\ntitle: Common\nlanguage: en\ndefinition: {text: A place.}\n---\n",
    "types/fiche.yml": """
    name: Fiche
    plural: Fiches
    folder: fiches
    fields:
      texte: {type: markdown}
      textes: {type: markdown, list: true}
    """,
  ]

  /// A site of the entries and a page.
  private static func read(
    _ text: String, _ more: [String: TinySite.File] = [:]
  ) async throws -> (reading: SiteReader.Reading, page: Item) {
    var files = entries.merging(more) { $1 }
    files["fiches/a.md"] = .text(text)
    let reading = try await TinySite(files).read()
    #expect(reading.findings == [])
    return (reading, try #require(reading.site.items.first { $0.file == "content/fiches/a.md" }))
  }

  private static func link(_ entry: String, _ text: String) -> String {
    "<a class=\"term\" href=\"/glossaire/\(entry)/\">\(text)</a>"
  }

  /// The entries that mentions lead to, in the order of the text.
  private static func entries(linkedIn html: String) -> [String] {
    html.split(separator: "<a class=\"term\" href=\"/glossaire/").dropFirst().map {
      String($0.prefix { $0 != "/" })
    }
  }

  @Test("The first mention becomes a link, as a directive would make it, and nothing else changes")
  func first() async throws {
    let text =
      "# A\n\nDes « communs », d'autres communs,\nun *tiers\\-lieu* & l'AMM[^1]. "
      + "Puis [x](a.md).\n\n[^1]: Une mise en marché.\n"
    let (reading, page) = try await Self.read(text)
    #expect(
      page.body.text.hasPrefix(
        "<p>Des «\u{A0}\(Self.link("commun", "communs"))\u{A0}», d’autres communs,\nun "
          + "<em>\(Self.link("tiers-lieu", "tiers-lieu"))</em> &amp; l’\(Self.link("amm", "AMM"))<sup"))
    #expect(Self.entries(linkedIn: page.body.text) == ["commun", "tiers-lieu", "amm"])
    #expect(page.body.text.contains("<a href=\"/fiches/a/\">x</a>"))
    let index = try #require(reading.site.items.firstIndex { $0 === page })
    for name in ["Commun", "Tiers-lieu"] {
      let entry = try #require(reading.site.items.firstIndex { $0.title == name })
      #expect(reading.site.backlinks[entry].contains(Backlink(item: index, reason: .text)))
    }
  }

  /// A page, and the entries that it links to by itself.
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let entries: [String]

    init(_ words: String, _ text: String, _ entries: [String]) {
      (testDescription, self.text, self.entries) = (words, text, entries)
    }
  }

  @Test(
    "Where there are mentions, and where there are none",
    arguments: [
      Row("headings", "# A\n\n## Un commun\n\nUn tiers-lieu\n", ["tiers-lieu"]),
      Row("code", "# A\n\n`commun`\n\n```\ncommun\n```\n\n    commun\n", []),
      Row("a link", "# A\n\n[Un commun](a.md), un tiers-lieu\n", ["tiers-lieu"]),
      Row(
        "a table", "# A\n\nTableau : un commun\n\n| a |\n|-|\n| un tiers-lieu |\n", ["commun", "tiers-lieu"]),
      Row("an accordion", "# A\n\n:::accordéon[Un commun]\nUn tiers-lieu\n:::\n", ["tiers-lieu"]),
      Row("a box", "# A\n\n:::note[Un commun]\nUn tiers-lieu\n:::\n", ["tiers-lieu"]),
      Row("a button", "# A\n\n::bouton[Un commun]{lien=\"a.md\"}\n", []),
      Row("raw HTML", "# A\n\n<dfn>commun</dfn> <kbd>AMM</kbd> <mark>tiers-lieu</mark>\n", ["tiers-lieu"]),
      Row("another language's words", "# A\n\nUn <span lang=\"en\">commun</span>, common\n", []),
      Row("a directive after it", "# A\n\nUn commun. Le :terme[commun].\n", ["commun"]),
      Row("an author's link after it", "# A\n\nUn commun. Voir [ici](../glossaire/commun.md).\n", []),
      Row("a link to a place in the page", "# A\n\nUn commun, [ici](/glossaire/commun/).\n", []),
      Row(
        "a link in a field", "---\ntitle: A\ntexte: '[x](../glossaire/commun.md)'\n---\n\nUn commun.\n", []),
      Row("a page that wants none", "---\ntitle: A\nglossary: false\n---\n\nUn commun.\n", []),
      Row(
        "a page in a language of its own", "---\ntitle: A\nlanguage: en\n---\n\nUn commun, two commons.\n",
        ["place"]),
    ])
  func places(_ row: Row) async throws {
    let (_, page) = try await Self.read(row.text)
    #expect(Self.entries(linkedIn: page.body.text) == row.entries)
  }

  @Test("A page is its body, what it includes, then its fields")
  func fields() async throws {
    let text = """
      ---
      title: A
      texte: "Un tiers-lieu, un commun."
      textes: ["Un commun.", "L’AMM, un tiers-lieu."]
      ---

      ::inclure{fichier="_x.md"}

      Un commun.
      """
    let (_, page) = try await Self.read(text, ["fiches/_x.md": "Un commun, *ici*.\n"])
    let texts = page.fields.compactMap(\.self).flatMap(\.parts).compactMap { value -> String? in
      if case .markdown(let body) = value { body.text } else { nil }
    }
    #expect(texts.map { Self.entries(linkedIn: $0) } == [["tiers-lieu"], [], ["amm"]])
    #expect(Self.entries(linkedIn: page.body.text) == [])
    let included = page.body.html { drawing in
      if case .include(let body) = drawing { body.html { _ in .empty } } else { .empty }
    }
    #expect(
      Self.entries(linkedIn: String(decoding: included.resolved(.rooted("/")), as: UTF8.self)) == ["commun"])
  }

  @Test("A term's own page leads to the others")
  func own() async throws {
    let (reading, _) = try await Self.read("# A\n")
    let entry = try #require(reading.site.items.first { $0.title == "Commun" })
    #expect(entry.body.text == "<p>Un commun, un \(Self.link("tiers-lieu", "tiers-lieu")).</p>\n")
  }

  @Test("Lists, terms of vocabularies and the home page have mentions too, unless they want none")
  func introductions() async throws {
    let paths = ["index.md", "fiches/index.md", "vocabularies/themes/eau.md"]
    for (front, expected) in [("", ["commun"]), ("---\nglossary: false\n---\n\n", [])] {
      let files = Dictionary(
        uniqueKeysWithValues: paths.map { ($0, TinySite.File.text("\(front)Un commun.\n")) })
      let (reading, _) = try await Self.read("# A\n", files)
      let site = reading.site
      let type = try #require(site.types.first { $0.id == "fiche" })
      let bodies = [site.home?.body, type.introduction?.body, site.vocabularies[0].terms[0].page?.body]
      #expect(bodies.map { Self.entries(linkedIn: $0?.text ?? "") } == [expected, expected, expected])
    }
  }

  @Test("A type may be left out; a directive still leads to its items")
  func leftOut() async throws {
    let type = TinySite.File.text(
      "name: Terme\nplural: Glossaire\nfolder: glossaire\ncapabilities: [definition]\nautolink: false\n")
    let (_, page) = try await Self.read(
      "# A\n\nUn commun, un :terme[tiers-lieu].\n", ["types/terme.yml": type])
    #expect(Self.entries(linkedIn: page.body.text) == ["tiers-lieu"])
  }

  @Test("A title comes before a spelling of another item, and what is first in the list before what follows")
  func alike() async throws {
    let entry = "---\ntitle: Zone\ndefinition: {text: Un lieu., forms: [commun, secteur]}\n---\n"
    let other = "---\ntitle: Zones\ndefinition: {text: Des lieux., forms: [secteur]}\n---\n"
    let (_, page) = try await Self.read(
      "# A\n\nUn commun, un secteur.\n",
      ["glossaire/zone.md": .text(entry), "glossaire/zones.md": .text(other)])
    #expect(Self.entries(linkedIn: page.body.text) == ["commun", "zone"])
  }

  @Test("Only types that define something can be left out")
  func unknown() async throws {
    let type = TinySite.File.text("name: Fiche\nplural: Fiches\nfolder: fiches\nautolink: false\n")
    #expect(
      try await TinySite(["types/fiche.yml": type]).read().findings == [
        "types/fiche.yml:4:1 warning unknown-key"
      ])
  }
}
