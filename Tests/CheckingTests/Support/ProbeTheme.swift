import Content
import HTML

/// A theme whose pages are what a test writes: `{/notes/}` stands for an address inside the site.
struct ProbeTheme: Theme {
  let page: @Sendable (String) -> String

  func assets(for site: Site) -> [ThemeAsset] { [] }

  func libraryEntries(_ listing: LibraryListing, of site: Site) -> [LibraryEntry] { [] }

  func searchEntries(_ listing: SearchListing, of site: Site) -> SearchEntries { SearchEntries() }

  func renderer(
    for site: Site, assets: [String: URLReference], footprint: Footprint?
  ) -> any SiteRenderer {
    Renderer(site: site, page: page)
  }

  private struct Renderer: SiteRenderer {
    let site: Site
    let page: @Sendable (String) -> String

    func render(_ page: Page) -> HTML {
      let text = self.page(site.path(of: page)).replacing("{", with: "\u{1}").replacing("}", with: "\u{2}")
      return HTML(trusted: "<!DOCTYPE html><title>T</title>" + text)
    }
  }
}
