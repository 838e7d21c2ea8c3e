import Content
import Foundation
import Templates
import Testing

@Suite("The library's page")
struct LibraryTests {
  private static let settings = """
    page_size: 2
    library: {title: La bibliothèque, summary: Tout., types: [outil], facets: [sujets]}
    """

  private static var files: [String: String] {
    var files = Samples.files
    files["outils/trois.md"] = "---\ntitle: Outil trois\nsujets: [eau]\n---\n\nTexte.\n"
    files["outils/cache.md"] = "---\ntitle: Outil caché\nnoindex: true\nsujets: [eau]\n---\n\nTexte.\n"
    return files
  }

  @Test("It lists every item that isn't hidden, page by page, each title naming the page")
  func pages() async throws {
    let platform = try await TinyPlatform(settings: LibraryTests.settings, files: LibraryTests.files)
    #expect(platform.diagnostics.isEmpty)
    let first = Markup(try platform.html(.library(number: 1)))
    let second = Markup(try platform.html(.library(number: 2)))
    #expect(first.between("<title>", "</title>") == "La bibliothèque – Le site")
    #expect(second.between("<title>", "</title>") == "La bibliothèque, page\u{A0}2 sur\u{A0}2 – Le site")
    #expect(first.html.contains("<h3><a href=\"../outils/deux/\">Outil deux</a></h3><p>Le premier paragraphe.</p>"))
    #expect(
      second.html.contains(
        """
        <li><p class="kicker">Outil</p><h3><a href="../../../outils/un/">Outil un</a></h3><p>Le premier.</p>\
        <p class="meta"><time datetime="2020-03-01">1er\u{A0}mars 2020</time></p>\
        <ul class="tags"><li>L’eau</li></ul></li>
        """))
    #expect(!first.html.contains("Outil caché") && !second.html.contains("Outil caché"))
    #expect(first.html.contains("\"@type\":\"BreadcrumbList\""))
  }

  @Test("Facets lead to the pages of types and terms, with how many of its items carry each")
  func facets() async throws {
    let html = try await TinyPlatform(settings: LibraryTests.settings, files: LibraryTests.files)
      .html(.library(number: 1))
    #expect(html.contains("<li><a href=\"../outils/\">Outils</a> <span class=\"count\">3</span></li>"))
    #expect(html.contains("<li><a href=\"../sujets/eau/\">L’eau</a> <span class=\"count\">3</span></li>"))
    #expect(html.contains("<li>La terre <span class=\"count\">0</span></li>"), "what is empty is no link")
    #expect(html.contains("name=\"sujets\" value=\"terre\" disabled>"))
  }

  @Test("Its script is asked for there only, and every page has its search")
  func script() async throws {
    let platform = try await TinyPlatform(settings: LibraryTests.settings, files: LibraryTests.files)
    for page in platform.site.pages {
      let html = try platform.html(page)
      let isLibrary = if case .library = page { true } else { false }
      #expect(html.contains("assets/library.js") == isLibrary, "\(page)")
      if case .redirect = page { continue }
      #expect(html.contains("<form class=\"search-form\" action=\""), "\(page)")
    }
    let plain = try await TinyPlatform(files: Samples.files)
    #expect(!(try plain.html(.home)).contains("search-form"))
    #expect(!PlatformTheme().assets(for: plain.site).contains { $0.name == "library.js" })
  }

  @Test("A library of nothing says so, and has nothing to narrow")
  func empty() async throws {
    let settings = "library: {title: La bibliothèque, types: [chose]}"
    var files = Samples.files
    files["types/chose.yml"] = "name: Chose\nplural: Choses\nfolder: choses\n"
    let html = try await TinyPlatform(settings: settings, files: files).html(.library(number: 1))
    #expect(html.contains("<p>Rien n’est encore publié ici.</p>"))
    #expect(!html.contains("<template") && !html.contains("library.js"))
  }

  @Test(
    "Scripts are delivered with their strings as they are, without indentation and comments",
    arguments: [
      ("library.js", 2_000, "\".library\""), ("listing.js", 6_000, "`${label} ×`"), ("search.js", 3_500, "\" › \""),
      ("search-box.js", 3_500, "\"aria-controls\""), ("search-core.js", 11_000, "`t/"), ("site.js", 1_500, "\"/\""),
    ])
  func delivered(name: String, limit: Int, string: String) async throws {
    let settings = LibraryTests.settings + "\nsearch: {title: Trouver}"
    let platform = try await TinyPlatform(settings: settings, files: Samples.files)
    let asset = try #require(PlatformTheme().assets(for: platform.site).first { $0.name == name })
    let script = String(decoding: asset.bytes, as: UTF8.self)
    #expect(asset.bytes.count <= limit)
    #expect(script.contains(string))
    #expect(!script.contains("\n ") && !script.contains("//") && !script.contains("/**") && !script.contains("\n*"))
    #expect(!script.contains("innerHTML") && !script.contains("eval("))
  }
}
