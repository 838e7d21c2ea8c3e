import Markup
import Testing

@testable import Templates

@Suite("Phases")
struct PhasesTests {
  private let files = [
    "types/decoupage.yml":
      "name: Découpage\nplural: Découpages\nfolder: d\nsort: order\ncapabilities: [phases]\n",
    "types/page.yml": "name: Page\nplural: Pages\nfolder: p\npath: \"\"\nlist: false\n",
    "d/un.md": """
    ---
    title: Le premier
    order: 1
    sources: [{text: Un livre}]
    phases: {periods: [{period: 2000/2004, label: "Semer"}, {period: 2005/2009, label: "Récolter", note: "À peu près."}]}
    ---
    """,
    "d/deux.md": """
    ---
    title: Le second
    order: 2
    phases: {periods: [{period: 2001/2006, label: "Tout d’abord"}, {period: 2007/.., label: "Depuis"}]}
    ---
    """,
    "p/frise.md": "---\ntitle: La frise\ndate: 2012\n---\n\n## Ensemble\n\n::frise\n",
  ]

  @Test("An item shows its periods in order")
  func item() async throws {
    let platform = try await TinyPlatform(files: files)
    #expect(platform.diagnostics.isEmpty)
    let html = try platform.html(itemTitled: "Le premier")
    #expect(
      html.contains(
        """
        <ol class="timeline"><li><p class="when">2000–2004</p><p>Semer</p></li>
        <li><p class="when">2005–2009</p><p>Récolter</p><p class="note">À peu près.</p></li>
        </ol>
        """))
  }

  @Test(
    "All divisions stand on one scale of years, each with a link, a drawing with a name and its periods as text"
  )
  func chart() async throws {
    let html = try await TinyPlatform(files: files).html(itemTitled: "La frise")
    #expect(html.contains("<h3><a href=\"../d/un/\">Le premier</a></h3>"))
    #expect(
      html.components(
        separatedBy: "<svg class=\"phase-chart\" role=\"img\" aria-label=\"Frise de 2000 à 2012"
      ).count == 3)
    #expect(html.contains("<p>Semer</p></li>"))
    #expect(html.contains("<p class=\"meta\">Source\u{A0}: Un livre</p>"))
    // 2000 to 2004 are 1827 of the 4749 days of 2000 to 2012.
    #expect(html.contains("<rect x=\"0.00%\" y=\"0\" width=\"38.47%\""))
    #expect(html.contains("<rect x=\"38.47%\""))
    #expect(!html.contains("style="))
  }

  @Test("A period without end goes to the end of the scale, and is marked as open")
  func open() async throws {
    let html = try await TinyPlatform(files: files).html(itemTitled: "La frise")
    #expect(html.components(separatedBy: "→</text>").count == 2)
    #expect(html.contains("<span aria-hidden=\"true\">2 · </span>depuis 2007</p><p>Depuis</p>"))
  }

  @Test("Without phases there is nothing")
  func none() async throws {
    var files = files
    files["d/un.md"] = nil
    files["d/deux.md"] = nil
    #expect(try await !TinyPlatform(files: files).html(itemTitled: "La frise").contains("phases"))
  }

  @Test("Periods at the same time stand below each other; those that share a year follow each other")
  func lanes() throws {
    let spans = try ["2000/2004", "2004/2009", "2001/2003"].map { try DateSpan(parsing: $0) }
    let scale = try #require(YearScale(spans, now: nil))
    let html = String(decoding: PhaseChart(scale: scale, periods: spans, name: "x").html.utf8, as: UTF8.self)
    #expect(Markup(html).values(of: "y").filter { $0 == "0" }.count == 2)
    #expect(html.contains("y=\"34\" width="))
    #expect(scale.ticks.map(\.year) == [2002, 2004, 2006, 2008])
  }

  @Test("A scale of one year has its length")
  func oneYear() throws {
    let span = try DateSpan(parsing: "2020-S2")
    let scale = try #require(YearScale([span], now: nil))
    #expect(scale.place(of: span).start.percentage == "49.73%")
    #expect(scale.place(of: span).end.percentage == "100.00%")
    #expect(YearScale([], now: nil) == nil)
  }
}
