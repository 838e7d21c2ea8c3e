import Markup
import Testing

@testable import Content

@Suite("The sections of a platform")
struct SectionTests {
  /// `site.yml` with more lines, the first of which is its third.
  private static func row(
    _ words: String, _ yaml: String, _ findings: [String] = [], says: [String] = []
  ) -> Row {
    let text = "name: Essai\nbase_url: https://exemple.org/\n\(yaml)\n"
    return Row(words, .text(text), file: "site.yml", findings, says: says)
  }

  static let rows: [Row] = [
    row("A library in one line", "library: {title: Tout}"),
    row("A library without title", "library: {path: tout}", ["3:10 error missing-key"]),
    row("A library at the site's root", "library: {title: T, path: \"\"}", ["3:21 error path-invalid"]),
    row(
      "A library of unknown types and vocabularies", "library: {title: T, types: [note, notes], facets: theme}",
      ["3:35 error unknown-name", "3:51 error unknown-name"], says: ["« note »", "« themes »"]),
    row("A library with an unknown key", "library: {title: T, type: note}", ["3:21 warning unknown-key"]),
    row("A search in one line", "search: {title: Chercher, facets: [themes], script: true}"),
    row("A search without title", "search: {path: chercher}", ["3:9 error missing-key"]),
    row(
      "A search by an unknown vocabulary, whose script is neither on nor off",
      "search: {title: T, facets: [theme], script: peut-être}",
      ["3:29 error unknown-name", "3:45 error not-a-boolean"], says: ["« themes »"]),
    row("An agenda in one line", "agenda: {title: Dates}"),
    row("An agenda that is a text", "agenda: oui", ["3:9 error wrong-kind"]),
    row(
      "A positioning",
      "positioning:\n  title: T\n  doors: themes\n  questions: [{vocabulary: themes, question: Quoi ?}]"),
    row(
      "A positioning without anything", "positioning: {}",
      ["3:14 error missing-key", "3:14 error missing-key", "3:14 error missing-key"]),
    row(
      "A question without vocabulary, one without words, one of an unknown vocabulary",
      """
      positioning:
        title: T
        doors: themes
        questions:
          - {question: Quoi ?}
          - {vocabulary: themes}
          - {vocabulary: themse, question: Quoi ?}
      """, ["7:7 error missing-key", "8:7 error missing-key", "9:20 error unknown-name"]),
    row(
      "Home blocks of every kind",
      """
      library: {title: L}
      agenda: {title: A}
      positioning: {title: P, doors: themes, questions: [{vocabulary: themes, question: Q}]}
      home:
        - {terms: themes, style: steps, title: T, text: X}
        - {terms: themes}
        - {items: note, limit: 3}
        - {newest: 4}
        - {positioning: true}
        - {agenda: oui}
        - {library: true}
      """),
    row("A home block that is shown no more", "home: [{library: false}]"),
    row("A home block that says nothing", "home: [{title: T}]", ["3:8 error home-block-empty"]),
    row(
      "A home block of a section that isn't there", "home: [{agenda: true}]", ["3:17 error missing-key"]),
    row(
      "Home blocks of unknown things", "home: [{terms: theme}, {items: notes}, {terms: themes, style: step}]",
      ["3:16 error unknown-name", "3:32 error unknown-name", "3:63 error unknown-value"], says: ["« steps »"]),
    row("A number of items that is none", "home: [{newest: 0}]", ["3:17 error not-a-number"]),
  ]

  @Test("Declared sections", arguments: rows)
  func sections(row: Row) async throws { try await row.check() }

  @Test("Questions that would make too many pages are refused")
  func tooManyAnswers() async throws {
    let question = "{vocabulary: themes, question: Q}"
    func problems(_ questions: Int) async throws -> [Problem] {
      let list = Array(repeating: question, count: questions).joined(separator: ", ")
      let settings = """
        name: E
        base_url: https://exemple.org/
        positioning: {title: P, doors: themes, questions: [\(list)]}
        """
      return try await TinySite(["site.yml": .text(settings)]).read().diagnostics.map(\.problem)
    }
    #expect(try await problems(6) == [.tooManyAnswers(count: 5461, limit: 5000)])
    #expect(try await problems(5) == [])
    // A great many overflow nothing.
    #expect(try await problems(200).count == 1)
  }

  @Test("Every list of answers has a page at an address of its own")
  func answers() async throws {
    let settings = """
      name: E
      base_url: https://exemple.org/
      positioning:
        title: P
        path: situer
        doors: themes
        questions: [{vocabulary: themes, question: A}, {vocabulary: themes, question: B}]
      """
    let site = try await TinySite(["site.yml": .text(settings)]).read().site
    let pages = site.pages.filter { if case .positioning = $0 { true } else { false } }
    #expect(pages.count == 1 + 4 + 16)
    #expect(Set(pages.map(site.path(of:))).count == pages.count)
    #expect(site.path(of: .positioning([])) == "/situer/")
    #expect(site.path(of: .positioning([1, nil])) == "/situer/foret/sans-reponse/")
  }

  @Test("A vocabulary groups by another one that is there")
  func grouping() async throws {
    func reading(_ name: String) async throws -> SiteReader.Reading {
      try await TinySite([
        "vocabularies/lieux.yml": .text("name: Lieu\nplural: Lieux\ngroup_by: \(name)\nterms: [{id: a, label: A}]")
      ]).read()
    }
    let known = try await reading("themes")
    let place = try #require(known.site.vocabularies.firstIndex { $0.id == "lieux" })
    #expect(known.site.vocabularies[place].groupBy.map { known.site.vocabularies[$0].id } == "themes")
    let unknown = try await reading("theme")
    #expect(unknown.findings == ["vocabularies/lieux.yml:3:11 error unknown-name"])
  }
}
