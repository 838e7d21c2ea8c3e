import Content
import Markup
import Templates
import Testing

@Suite("Lists, terms and the home page")
struct ListTests {
  private func large(_ count: Int, settings: String = "") async throws -> TinyPlatform {
    var files = Samples.files
    for number in 0..<count {
      files["outils/n\(number).md"] = "---\ntitle: \"N\(number)\"\nsujets: [terre]\n---\n\nTexte.\n"
    }
    return try await TinyPlatform(settings: settings, files: files)
  }

  @Test("A list says how many items it has and how far one is in it")
  func extent() async throws {
    let platform = try await large(1_200, settings: "page_size: 500")
    let html = try platform.html(.list(type: 0, number: 2))
    #expect(html.contains("1\u{202F}202\u{A0}fiches <span aria-hidden=\"true\">·</span> page\u{A0}2 sur\u{A0}3"))
    #expect(Markup(html).values(of: "class").count { $0 == "card" } == 500)
  }

  @Test("Pages of a list lead to the one before, the one after, the first, the last and those near")
  func pagination() async throws {
    let platform = try await large(18, settings: "page_size: 2")
    let html = try platform.html(.list(type: 0, number: 5))
    let navigation = try #require(Markup(html).between("<nav class=\"pagination\"", "</nav>"))
    #expect(
      navigation == """
         aria-label="Pages de la liste">
        <a href="../4/" rel="prev">Page précédente</a>
        <ol><li><a href="../../" aria-label="Page\u{A0}1">1</a></li><li aria-hidden="true">…</li>\
        <li><a href="../4/" aria-label="Page\u{A0}4">4</a></li><li><span aria-current="page">5</span></li>\
        <li><a href="../6/" aria-label="Page\u{A0}6">6</a></li><li aria-hidden="true">…</li>\
        <li><a href="../10/" aria-label="Page\u{A0}10">10</a></li></ol>
        <a href="../6/" rel="next">Page suivante</a>

        """)
    #expect(!(try platform.html(.list(type: 0, number: 1))).contains("rel=\"prev\""))
    #expect(!(try platform.html(.list(type: 0, number: 10))).contains("rel=\"next\""))
  }

  @Test("A list of one page has no pagination")
  func onePage() async throws {
    let html = try await TinyPlatform(files: Samples.files).html(.list(type: 0, number: 1))
    #expect(!html.contains("pagination"))
  }

  @Test("Facets lead to the terms that the type's items carry, with their number")
  func facets() async throws {
    let html = try await TinyPlatform(files: Samples.files).html(.list(type: 0, number: 1))
    #expect(html.contains("<h3>Sujets</h3><ul class=\"chips\"><li><a href=\"../sujets/eau/\">L’eau <span>2</span></a></li>"))
    #expect(!html.contains("sujets/terre/"))
  }

  @Test("A card leads to its item and sums it up")
  func card() async throws {
    let html = try await TinyPlatform(files: Samples.files).html(.list(type: 0, number: 1))
    #expect(
      html.contains(
        """
        <li class="card"><h2><a href="un/">Outil un</a></h2><p>Le premier.</p>\
        <p class="meta"><time datetime="2020-03-01">1<sup>er</sup>\u{A0}mars 2020</time></p>\
        <ul class="tags"><li>L’eau</li></ul></li>
        """))
    #expect(html.contains("<h2><a href=\"deux/\">Outil deux</a></h2><p>Le premier paragraphe.</p>"))
  }

  @Test("A term shows its items by type; its vocabulary shows each term with its number and code")
  func terms() async throws {
    let platform = try await TinyPlatform(files: Samples.files)
    let water = try #require(platform.site.items.lazy.compactMap(\.terms.first).first)
    let term = try platform.html(.term(water, number: 1))
    #expect(term.contains("<section class=\"group\"><h2>Outils</h2>"))
    #expect(term.contains("<h3><a href=\"../../outils/un/\">Outil un</a></h3>"))
    let vocabulary = try platform.html(.vocabulary(0))
    #expect(
      vocabulary.contains(
        """
        <h2><a href="eau/">L’eau</a></h2><p class="meta">2\u{A0}fiches <span aria-hidden="true">·</span> \
        <span class="code">01</span></p>
        """))
    #expect(vocabulary.contains("<h2><a href=\"terre/\">La terre</a></h2><p class=\"meta\">0\u{A0}fiche</p>"))
  }

  @Test("The home page opens every list and vocabulary, and shows nothing dated after the site's day")
  func home() async throws {
    var files = Samples.files
    files["outils/demain.md"] = "---\ntitle: Demain\ndate: 2030-01-01\n---\n"
    var options = BuildOptions(jobs: 1)
    options.now = try? .init(parsing: "2025-01-01")
    let html = try await TinyPlatform(files: files, options: options).html(.home)
    #expect(html.contains("<h1>Bienvenue</h1>"))
    #expect(html.contains("<p>Le texte d’accueil.</p>"))
    #expect(html.contains("<h3><a href=\"outils/\">Outils</a></h3><p>Les outils.</p><p class=\"meta\">3\u{A0}fiches</p>"))
    #expect(html.contains("<a href=\"sujets/\">Sujets <span>2</span></a>"))
    let newest = try #require(Markup(html).between("<section class=\"newest\">", "</section>"))
    #expect(newest.contains("Outil un") && !newest.contains("Demain"))
  }

  @Test("The site map names every title of small types, and only counts those of large ones")
  func siteMap() async throws {
    let small = try await TinyPlatform(files: Samples.files).html(.siteMap)
    #expect(["../outils/un/", "../a-propos/", "../sujets/terre/"].allSatisfy { small.contains("<a href=\"\($0)\">") })
    let large = try await large(100).html(.siteMap)
    #expect(large.contains("<a href=\"../outils/\">Outils</a> <span class=\"meta\">102</span>"))
    #expect(!large.contains("../outils/un/"))
  }
}
