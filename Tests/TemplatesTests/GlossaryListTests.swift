import Foundation
import Testing

@Suite("Glossaries")
struct GlossaryListTests {
  private func platform(_ terms: [(file: String, title: String)], settings: String = "") async throws
    -> TinyPlatform
  {
    var files = [
      "types/mot.yml": "name: Mot\nplural: Mots\nfolder: mots\nsort: -date\ncapabilities: [definition]\n"
    ]
    for (file, title) in terms {
      files["mots/\(file).md"] = "---\ntitle: \"\(title)\"\ndefinition: {text: \"Sens de \(file).\"}\n---\n"
    }
    let platform = try await TinyPlatform(settings: settings, files: files)
    #expect(platform.diagnostics.isEmpty)
    return platform
  }

  @Test("T8: terms stand by letter in the order of words, accents and capitals aside")
  func letters() async throws {
    let html = try await platform([
      ("z", "Zone"), ("e", "équilibre"), ("d", "Eau"), ("o", "Œuvre"), ("n", "21 mesures"),
    ]).html(.list(type: 0, number: 1))
    #expect(
      html.contains(
        """
        <div class="glossary-index stack">
        <nav aria-label="Lettres"><ul><li><a href="#autres">#</a></li>
        <li><a href="#lettre-e">E</a></li>
        <li><a href="#lettre-o">O</a></li>
        <li><a href="#lettre-z">Z</a></li>
        </ul></nav>
        <section><h2 id="autres">#</h2>
        <dl><div><dt><a href="n/">21 mesures</a></dt><dd>Sens de n.</dd></div>
        </dl></section>
        <section><h2 id="lettre-e">E</h2>
        <dl><div><dt><a href="d/">Eau</a></dt><dd>Sens de d.</dd></div>
        <div><dt><a href="e/">équilibre</a></dt><dd>Sens de e.</dd></div>
        </dl></section>
        """))
  }

  @Test(
    "A glossary stands on one page up to a hundred terms, whatever the settings say",
    arguments: [(100, 1), (101, 2)])
  func pages(terms: Int, pages: Int) async throws {
    let platform = try await platform(
      (1...terms).map { ("t\($0)", "Terme \($0)") }, settings: "page_size: 10")
    #expect(platform.site.listPageCount(ofType: 0) == pages)
    let html = try platform.html(.list(type: 0, number: pages))
    #expect(html.components(separatedBy: "<dt>").count - 1 == (pages == 1 ? 100 : 1))
  }
}
