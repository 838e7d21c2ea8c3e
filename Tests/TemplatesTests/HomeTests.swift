import Content
import Foundation
import Templates
import Testing

@Suite("The home page's blocks")
struct HomeTests {
  private func home(_ blocks: String, with others: [String: String] = [:]) async throws -> String {
    let settings = PositioningTests.settings + "library: {title: Bibliothèque, summary: \"Tout.\"}\nhome:\n\(blocks)\n"
    let files = PositioningTests.files.merging(others) { $1 }
    let platform = try await TinyPlatform(settings: settings, files: files)
    #expect(platform.diagnostics.isEmpty)
    return try platform.html(.home)
  }

  @Test(
    "Each kind of block shows what it stands for",
    arguments: [
      (
        "{terms: profils, style: steps, title: \"Pas à pas\"}",
        """
        <section><h2>Pas à pas</h2>
        <ol class="steps-row">
        <li><h3><a href="profils/elus/">Élus</a></h3><p>Qui décide.</p><p class="meta">1\u{A0}fiche</p></li>
        """
      ),
      (
        "{terms: portes, text: \"Deux portes.\"}",
        """
        <section><h2>Portes</h2>
        <p>Deux portes.</p>
        <ul class="doors">
        <li class="door"><h3><a href="portes/methodes/"><span class="door-letter">M</span>.éthodes</a></h3>\
        <p>Comment.</p><p class="meta">1\u{A0}fiche</p></li>
        """
      ),
      ("{terms: profils, style: chips}", "<li><a href=\"profils/voisins/\">Voisins <span>0</span></a></li>"),
      (
        "{positioning: true}",
        """
        <section class="callout-band"><div><h2>Se situer</h2>
        <p>En deux questions.</p>
        </div>
        <p><a class="button" href="se-situer/">Répondre à 2\u{A0}questions</a></p></section>
        """
      ),
      ("{newest: 1, title: \"Du neuf\"}", "<section class=\"newest\"><h2>Du neuf</h2>\n<ul><li><a href=\"outils/un/\">"),
      (
        "{library: true, title: \"Où chercher\"}",
        "<p><a class=\"button\" href=\"bibliotheque/\">Parcourir les ressources (3)</a></p>"
      ),
      (
        "{items: outil, limit: 1}",
        "</ul>\n<p><a href=\"outils/\">Tout voir\u{A0}: Outils</a> <span class=\"meta\">2\u{A0}fiches</span></p>"
      ),
    ])
  func block(yaml: String, html: String) async throws {
    #expect(try await home("  - \(yaml)").contains(html))
  }

  @Test("Blocks stand in their order, the page's own text after the second")
  func order() async throws {
    let html = try await home("  - {positioning: true}\n  - {terms: portes}\n  - {library: true}\n  - {newest: 1}")
    let marks = ["class=\"callout-band\"", "class=\"doors\"", "Le texte d’accueil.", "bibliotheque/\">Parc", "\"newest\""]
    let places = marks.compactMap { html.range(of: $0)?.lowerBound }
    #expect(places.count == marks.count && places == places.sorted())
    let short = try await home("  - {library: true}")
    #expect(short.contains("Le texte d’accueil."))
  }

  @Test("The head says one sentence and searches the library")
  func hero() async throws {
    let html = try await home("  - {library: true}")
    let hero = try #require(Markup(html).between("<div class=\"hero\">", "<div class=\"frame stack\">"))
    #expect(hero.contains("<p class=\"lead\">Le résumé.</p>"))
    #expect(hero.contains("<form class=\"search-form\" action=\"bibliotheque/\" method=\"get\">"))
    #expect(hero.contains("name=\"q\""))
  }

  @Test("Every list is one click away, whatever the blocks are")
  func lists() async throws {
    let html = try await home("  - {positioning: true}")
    #expect(html.contains("<a href=\"outils/\">Outils <span>2</span></a>"))
    #expect(html.contains("<a href=\"notes/\">Notes <span>1</span></a>"))
  }

  @Test("A block of items leaves out those that are hidden, and says nothing where none is left")
  func hiddenItems() async throws {
    let note = PositioningTests.files["notes/guide.md"]?.replacingOccurrences(of: "---\ntitle", with: "---\nnoindex: true\ntitle")
    let html = try await home("  - {items: note}", with: ["notes/guide.md": try #require(note)])
    #expect(!html.contains("Le guide") && !html.contains("<h2>Notes</h2>"))
  }
}
