import Testing

@testable import Content

@Suite("Terms of the glossary in texts")
struct GlossaryTests {
  private static let entries: [String: TinySite.File] = [
    "types/terme.yml": "name: Terme\nplural: Glossaire\nfolder: glossaire\ncapabilities: [definition]\n",
    "glossaire/commun.md": "---\ntitle: Commun numérique\ndefinition: {text: Une ressource partagée.}\n---\n",
    "glossaire/tiers-lieu.md": "---\ntitle: Tiers-lieu\ndefinition: {text: Un lieu partagé.}\n---\n",
    "types/page.yml": "name: Page\nplural: Pages\nfolder: pages\n", "pages/autre.md": "# Autre\n",
  ]

  @Test("A term leads to its entry, by title or id, case and accents aside")
  func found() async throws {
    let text = """
      # A

      :terme[Commun numerique], :terme[communs]{de="commun"}, :terme[x]{de="terme/tiers-lieu"}, :terme[TIERS LIEU]
      """
    let reading = try await TinySite(Self.entries.merging(["pages/a.md": .text(text)]) { $1 }).read()
    #expect(reading.findings.isEmpty)
    let item = try #require(reading.site.items.first { $0.title == "A" })
    let (commons, place) = (
      "<a class=\"term\" href=\"/glossaire/commun/\">", "<a class=\"term\" href=\"/glossaire/tiers-lieu/\">"
    )
    #expect(
      item.body.text
        == "<p>\(commons)Commun numerique</a>, \(commons)communs</a>, \(place)x</a>, \(place)TIERS LIEU</a></p>\n"
    )
    let target = try #require(reading.site.items.firstIndex { $0.title == "Commun numérique" })
    #expect(reading.site.backlinks[target].map(\.reason) == [.text])
  }

  @Test(
    "A term that has no entry is an error with the nearest",
    arguments: [
      Row(
        "misspelt", "# A\n\nUn :terme[Comun numérique]\n", file: "pages/a.md", ["3:10 error unknown-entry"],
        says: ["« Commun numérique »"], with: entries),
      Row(
        "a page that defines nothing", "# A\n\n:terme[Autre]\n", file: "pages/a.md",
        ["3:7 error unknown-entry"],
        with: entries),
    ])
  func unknown(_ row: Row) async throws { try await row.check() }
}
