import Content
import Markup
import Testing

@testable import Checking

@Suite("The content as a whole")
struct ContentTests {
  /// Two hundred words that hardly repeat.
  private static func words(_ seed: Int) -> [String] {
    (0..<200).map { "mot\(($0 * 7919 + seed * 104_729) % 10_007)" }
  }

  @Test("A text that is nearly another's is found; one that shares a part isn't")
  func duplicates() async throws {
    let text = Self.words(1)
    let near = text.prefix(195) + ["autre", "fin", "pour", "ce", "texte"]
    let part = text.prefix(100) + Self.words(2).prefix(100)
    let site = try CheckedSite([
      "notes/a.md": CheckedSite.page("A", text.joined(separator: " ") + "\n"),
      "notes/b.md": CheckedSite.page("B", near.joined(separator: " ") + "\n"),
      "notes/c.md": CheckedSite.page("C", part.joined(separator: " ") + "\n"),
      "notes/d.md": CheckedSite.page("D", "Un texte court.\n"),
      "notes/e.md": CheckedSite.page("E", "Un texte court.\n"),
    ])
    let report = await site.check()
    #expect(report.findings == ["notes/b.md:2:8 near-duplicate"])
    guard
      case .check(.nearDuplicate(of: "A", file: "content/notes/a.md", let percent))? = report.diagnostics
        .first?.problem
    else {
      Issue.record("\(report.diagnostics)")
      return
    }
    #expect((90...97).contains(percent))
  }

  @Test("Terms, vocabularies and fields that nothing uses are found, at their declaration")
  func unused() async throws {
    let site = try CheckedSite([
      "vocabularies/lieux.yml":
        "name: Lieu\nplural: Lieux\nterms:\n  - {id: a, label: Ici}\n  - {id: b, label: Ailleurs}\n",
      "vocabularies/seul.yml": "name: Seul\nplural: Seuls\npages: false\nterms:\n  - {id: a, label: Un}\n",
      "types/note.yml": """
      name: Note
      plural: Notes
      folder: notes
      fields:
        lieu: {type: term, vocabulary: lieux}
        duree: {type: number}
      """,
      "notes/a.md": CheckedSite.page("Première", "Un texte.\n", more: "lieu: a\n"),
    ])
    #expect(
      await site.check().findings.filter { $0.contains("unused") } == [
        "types/note.yml:6:3 field-unused", "vocabularies/lieux.yml:5:10 term-unused",
        "vocabularies/seul.yml:1:7 vocabulary-unused",
      ])
  }

  @Test("A vocabulary whose terms say something on their own pages is content itself")
  func reference() async throws {
    let terms = "terms:\n  - {id: a, label: Un, description: Le premier.}\n"
    let site = try CheckedSite(["vocabularies/seul.yml": "name: Seul\nplural: Seuls\n" + terms])
    #expect(!(await site.check().findings.contains { $0.contains("unused") }))
  }

  @Test(
    "An item is due for review after its type's months, and not before",
    arguments: [
      ("date: 2023-01-15", "2024-01-15", nil), ("date: 2023-01-15", "2024-01-16", "4:7 review-due"),
      ("date: 2020-01-15\nupdated: 2023-06", "2024-06-30", nil),
      ("date: 2020-01-15\nupdated: 2023-06", "2024-07-01", "5:10 review-due"),
      ("date: 2023", "2024-12-31", nil), ("date: 2023", "2025-01-01", "4:7 review-due"),
      ("order: 1", "2024-01-01", "2:8 review-date-missing"),
    ] as [(String, String, String?)])
  func review(_ key: String, _ now: String, _ finding: String?) async throws {
    let site = try CheckedSite([
      "types/note.yml": "name: Note\nplural: Notes\nfolder: notes\nreview_after: 12\n",
      "notes/a.md": CheckedSite.page("Première", "Un texte.\n", more: key + "\n"),
    ])
    let today = try PartialDate(parsing: now)
    let report = await site.check { $1.reading.now = today }
    #expect(report.findings == (finding.map { ["notes/a.md:" + $0] } ?? []))
  }

  @Test("Months end where their days do")
  func months() throws {
    func day(_ text: String) throws -> CalendarDay { try PartialDate(parsing: text).earliestDay }
    #expect(try day("2024-01-31").adding(months: 1) == day("2024-02-29"))
    #expect(try day("2023-12-31").adding(months: 2) == day("2024-02-29"))
    #expect(try day("2023-08-31").adding(months: 1) == day("2023-09-30"))
    #expect(try day("2023-03-15").adding(months: 24) == day("2025-03-15"))
  }

  @Test("Sources are missed only where the type expects them")
  func sources() async throws {
    let sourced = CheckedSite.page("Première", "Un texte.\n", more: "sources: [{text: Un livre}]\n")
    for (type, page, findings) in [
      ("expects_sources: true\n", nil, ["notes/a.md:2:8 sources-missing"]),
      ("expects_sources: true\n", sourced, []),
      ("", nil, []),
    ] as [(String, String?, [String])] {
      var files = ["types/note.yml": "name: Note\nplural: Notes\nfolder: notes\n" + type]
      files["notes/a.md"] = page
      #expect(await (try CheckedSite(files)).check().findings == findings)
    }
  }

  @Test("A type's months are a number from 1")
  func wrongMonths() async throws {
    let site = try CheckedSite([
      "types/note.yml": "name: Note\nplural: Notes\nfolder: notes\nreview_after: un an\n"
    ])
    #expect(await site.check().findings == ["pages-not-rendered", "types/note.yml:4:15 not-a-number"])
  }

  @Test("Standard budgets that are exceeded are a note, declared ones a warning")
  func budgets() async throws {
    let body = String(repeating: "Un paragraphe de mots divers, pour faire du poids.\n\n", count: 1200)
    let page = CheckedSite.page("Longue", body)
    let note = await (try CheckedSite(["notes/a.md": page])).check()
    #expect(note.diagnostics.filter { $0.problem.code == "budget-exceeded" }.map(\.severity) == [.note])
    let settings = "name: Essai\nbase_url: https://exemple.org/\nbudgets: {html: 100}\n"
    let warned = await (try CheckedSite(["site.yml": settings])).check()
    #expect(warned.diagnostics.filter { $0.problem.code == "budget-exceeded" }.map(\.severity) == [.warning])
  }

  @Test(
    "Old addresses that lead round, or to each other, are errors; so is a colour that is hard to read a warning"
  )
  func redirects() async throws {
    let round = CheckedSite.page("Première", "Un texte.\n", more: "aliases: [/notes/a/]\n")
    #expect(await (try CheckedSite(["notes/a.md": round])).check().count(.error) > 0)
    let chain = try CheckedSite([
      "notes/a.md": CheckedSite.page("Première", "Un texte.\n", more: "aliases: [/notes/b/]\n"),
      "notes/b.md": CheckedSite.page("Seconde", "Un autre texte.\n", more: "aliases: [/ancienne/]\n"),
    ])
    #expect(await chain.check().count(.error) > 0)
    let pale = "name: Essai\nbase_url: https://exemple.org/\ncolours: {accent: \"#dddddd\"}\n"
    #expect(
      await (try CheckedSite(["site.yml": pale])).check().findings.contains { $0.hasSuffix("low-contrast") })
  }
}
