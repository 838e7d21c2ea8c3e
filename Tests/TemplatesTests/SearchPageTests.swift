import Content
import Foundation
import Templates
import Testing

@Suite("The search's page and the box of every page")
struct SearchPageTests {
  private static let settings = """
    library: {title: La bibliothèque, types: [outil], facets: [sujets]}
    search: {title: Trouver, summary: Tout., facets: [sujets]}
    """

  @Test("Every page has one form, and its index and scripts are addresses in attributes only")
  func forms() async throws {
    let platform = try await TinyPlatform(settings: SearchPageTests.settings, files: Samples.files)
    #expect(platform.diagnostics.isEmpty)
    for page in platform.site.pages {
      if case .redirect = page { continue }
      let html = try platform.html(page)
      #expect(html.components(separatedBy: "class=\"search-form\"").count == 2, "\(page)")
      #expect(html.contains("data-core=\""), "\(page)")
      #expect(html.contains("data-box=\"") == (page != .search), "\(page)")
      #expect(!html.contains("src=\"../assets/search-"), "\(page)")
    }
  }

  @Test("Without a script the page leads to types, terms, the library and the site map, and isn't for search engines")
  func page() async throws {
    let html = try await TinyPlatform(settings: SearchPageTests.settings, files: Samples.files).html(.search)
    for address in ["../outils/", "../sujets/eau/", "../bibliotheque/", "../plan-du-site/"] {
      #expect(html.contains("href=\"\(address)\""), "\(address)")
    }
    #expect(html.contains("<noscript><p class=\"notice\">"))
    #expect(html.contains("<meta name=\"robots\" content=\"noindex\">"))
    #expect(html.contains("<label>Mots à chercher <input type=\"search\" name=\"q\""))
    #expect(html.contains("name=\"sujets\" value=\"eau\""))
  }

  @Test("A platform without a search has neither its page nor its scripts")
  func none() async throws {
    let platform = try await TinyPlatform(files: Samples.files)
    #expect(!platform.site.pages.contains(.search))
    #expect(!PlatformTheme().assets(for: platform.site).contains { $0.name.hasPrefix("search") || $0.name == "listing.js" })
    #expect(!(try platform.html(.home)).contains("data-index"))
  }
}
