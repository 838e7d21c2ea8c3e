import Content
import Testing

@testable import Checking

@Suite("Texts as written")
struct TextTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let body: String
    /// `5:1 code`; bodies begin on line 5.
    let findings: [String]
    var testDescription: String { body }

    init(_ body: String, _ findings: String...) {
      self.body = body
      self.findings = findings.map { "notes/a.md:" + $0 }
    }
  }

  static let links = [
    Case("[Les notes](index.md) et [l’accueil](../index.md)."),
    Case("Voir [ici](index.md).", "5:6 link-text-vague"),
    Case("[Cliquez ici !](index.md)", "5:1 link-text-vague"),
    Case("[En savoir plus](index.md)", "5:1 link-text-vague"),
    Case("[En savoir plus sur les notes](index.md)"),
    Case("https://exemple.net/", "5:1 link-text-is-address"),
    Case("[www.exemple.net](https://exemple.net/)", "5:1 link-text-is-address"),
    Case("[a@exemple.net](mailto:a@exemple.net)"),
    Case("[Notes](index.md)\n\n[notes](../index.md)", "7:1 link-text-ambiguous"),
    Case("[Notes](index.md)\n\n[Notes](index.md)"),
    Case("`[ici](index.md)`"),
    Case("```\n[ici](index.md)\n```"),
    Case("![image](../i.png)", "5:1 image-text-vague"),
    Case("![IMG_2041.JPG](../i.png)", "5:1 image-text-vague"),
    Case("![Une image de la mairie](../i.png)"),
  ]

  static let spellings = [
    Case("La 2e fois, le 1er jour, la 1re nuit, le XXIe siècle."),
    Case("La 3ème fois.", "5:4 ordinal-spelling"),
    Case("La 1ère fois, au XXIème siècle.", "5:4 ordinal-spelling", "5:18 ordinal-spelling"),
    Case("La 2nde fois.", "5:4 ordinal-spelling"),
    Case("Au 19è siècle.", "5:4 ordinal-spelling"),
    Case("Un poème, un problème, un système, 12 mètres."),
    Case("Mr Durand et Mme. Petit.", "5:1 abbreviation-spelling", "5:14 abbreviation-spelling"),
    Case("M. Durand et Mme Petit, etc. Il y avait Mme."),
    Case("Des cas, etc...", "5:10 abbreviation-spelling"),
    Case("Des cas, etc…", "5:10 abbreviation-spelling"),
    Case("Le nº 3.", "5:4 abbreviation-spelling"),
    Case("Le n° 3."),
    Case("L’Etat et l’Ecole.", "5:3 accent-missing", "5:13 accent-missing"),
    Case("L’État, Etienne, Emmanuel."),
    Case("Il dit « l’Etat, 3ème du nom - le grand » et s’en va."),
    Case("> L’Etat, 3ème du nom"),
    Case("Un  double espace.", "5:3 space-repeated"),
    Case("Une fin de ligne  \nà garder."),
    Case("-   Une liste\n\n1.  Une autre"),
    Case("| a   | b  |\n|-----|----|\n| c   | d  |"),
    Case("La la maison de de la ville.", "5:14 word-repeated"),
    Case("Nous nous levons, vous vous taisez."),
    Case("Il est sur sur-place."),
    Case("Le mot - entre tirets - reste.", "5:8 hyphen-for-dash", "5:23 hyphen-for-dash"),
    Case("Un vis-à-vis, 3 - 2 = 1, A – B."),
    Case("- un\n- deux"),
    Case("Un \"mot seul.", "5:4 quote-unpaired"),
    Case("Un \"mot\" sûr.\nUn autre \"mot\nlong\"."),
    Case("Un écran de 12\" de large."),
    Case("Un \"mot.\n\nUn autre\".", "5:4 quote-unpaired", "7:9 quote-unpaired"),
    Case("L´eau coule.", "5:2 apostrophe-spelling"),
    Case("`2ème  fois` <span title=\"3ème\">et</span> [4e](https://exemple.net/5ème)."),
    Case("```\n2ème  fois\n```\n\n2ème fois.", "9:1 ordinal-spelling"),
    Case(":::note[Une 2ème fois]\n\nUn texte.\n\n:::", "5:13 ordinal-spelling"),
  ]

  @Test("Link texts that tell nothing are found, and nothing else", arguments: links)
  func linkText(_ row: Case) async throws {
    try await check(
      row, only: ["link-text-vague", "link-text-is-address", "link-text-ambiguous", "image-text-vague"])
  }

  @Test("Spellings worth a look are found, and nothing else", arguments: spellings)
  func spelling(_ row: Case) async throws { try await check(row, only: []) }

  private func check(_ row: Case, only: Set<String>) async throws {
    let files = [
      "notes/a.md": CheckedSite.page("Première", row.body + "\n"), "i.png": "GIF89a\u{1}\0\u{1}\0",
    ]
    let report = await (try CheckedSite(files)).check { $1.only = only }
    #expect(report.findings == row.findings)
  }

  @Test("French spellings are left alone in other languages")
  func otherLanguage() async throws {
    let page = CheckedSite.page("Première", "The 2ème - Etat is is here.\n", more: "language: en\n")
    #expect(
      await (try CheckedSite(["notes/a.md": page])).check().findings == ["notes/a.md:6:17 word-repeated"])
  }

  @Test("Front matter and declarations are read too, each value at its place")
  func values() async throws {
    let report = await
      (try CheckedSite([
        "notes/a.md": """
        ---
        title: La 3ème fois
        summary: |
          Un résumé assez long pour cela,
          avec l’Etat dedans.
        ---
        Un texte.
        """,
        "vocabularies/lieux.yml":
          "name: Lieu\nplural: Lieux\npages: false\nterms:\n  - {id: a, label: \"La 2ème  salle\"}\n",
        "types/note.yml":
          "name: Note\nplural: Notes\nfolder: notes\nfields:\n  lieu: {type: term, vocabulary: lieux}\n",
      ])).check { $1.skipped = ["term-unused", "field-unused"] }
    #expect(
      report.findings == [
        "notes/a.md:2:11 ordinal-spelling", "notes/a.md:5:10 accent-missing",
        "vocabularies/lieux.yml:5:24 ordinal-spelling", "vocabularies/lieux.yml:5:28 space-repeated",
      ])
  }

  @Test(
    "Titles and summaries are measured",
    arguments: [
      ("title: Un titre\nsummary: Une phrase qui dit assez de choses.", "Court.", nil),
      ("title: Un titre", "Court.", "2:8 summary-missing"),
      ("title: Un titre", "Une première phrase qui dit assez de choses.", nil),
      ("title: Un titre\nsummary: Trop court.", "Texte.", "3:10 summary-short"),
      (
        "title: Un titre\nsummary: \(String(repeating: "un mot, ", count: 40))", "Texte.", "3:10 summary-long"
      ),
      (
        "title: UN TITRE QUI CRIE\nsummary: Une phrase qui dit assez de choses.", "T.",
        "2:8 title-in-capitals"
      ),
      ("title: L’ADEME et l’ANCT\nsummary: Une phrase qui dit assez de choses.", "T.", nil),
      ("title: ADEME\nsummary: Une phrase qui dit assez de choses.", "T.", nil),
    ] as [(String, String, String?)])
  func summaries(_ frontMatter: String, _ body: String, _ finding: String?) async throws {
    let site = try CheckedSite(["notes/a.md": "---\n\(frontMatter)\n---\n\(body)\n"])
    #expect(await site.check().findings == (finding.map { ["notes/a.md:" + $0] } ?? []))
  }
}
