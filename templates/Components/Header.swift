import Content
import HTML

extension Rendering {
  func siteHeader() -> HTML {
    let entries = site.settings.navigation
    let current = [currency(of: site.url(of: .home)), currency(of: site.url(of: .siteMap))] + currencies(of: entries)
    // Those pages have the form in the page itself.
    let hasSearch = page != .home && page != .search
    return shared.part(.header(current: current, hasSearch: hasSearch)) {
      """
      <header class="site-header"><div class="frame">
      <p class="site-name"><a href="\(site.url(of: .home))"\(mark(current[0]))>\(emblem())\
      <span>\(site.settings.name)</span></a></p>
      <div id="recherche" role="search" aria-label="\(texts.findAPage)">\
      \(when(hasSearch, searchForm()))\
      <a href="\(site.url(of: .siteMap))"\(mark(current[1]))>\(texts.siteMap)</a></div>
      \(when(!entries.isEmpty, mainMenu()))\
      </div></header>
      """
    }
  }

  /// What stands before the name, which says it all: the platform's logo, or the theme's rising strata.
  private func emblem() -> HTML {
    guard let logo = site.settings.logo, let size = logo.size else { return Self.strata }
    return """
      <img src="\(logo.url)" width="\(String(size.width))" height="\(String(size.height))" alt="">
      """
  }

  private static let strata: HTML = """
    <svg viewBox="0 0 32 32" width="32" height="32" fill="none" stroke="currentColor" stroke-width="2.4" \
    stroke-linecap="round" aria-hidden="true">\
    <path d="M2 15h3c6 0 4-6 9-6h2c6 0 4-6 9-6h5m-28 19h3c6 0 4-6 9-6h2c6 0 4-6 9-6h5m-28 \
    19h3c6 0 4-6 9-6h2c6 0 4-6 9-6h5"/></svg>
    """

  private func mainMenu() -> HTML {
    """
    <nav id="menu" aria-label="\(texts.mainMenu)"><ul>\(menuEntries(site.settings.navigation))</ul></nav>

    """
  }

  func menuEntries(_ entries: [Settings.MenuEntry]) -> [HTML] {
    entries.map { "<li><a href=\"\($0.link)\"\(mark(currency(of: $0.link)))>\($0.label)</a></li>" }
  }

  func currencies(of entries: [Settings.MenuEntry]) -> [Currency] { entries.map { currency(of: $0.link) } }

  private func mark(_ currency: Currency) -> HTML {
    switch currency {
    case .elsewhere: ""
    case .section: " aria-current=\"true\""
    case .page: " aria-current=\"page\""
    }
  }

  /// How an entry that leads to an address stands to this page.
  private func currency(of link: URLReference) -> Currency {
    guard let section = link.sitePath, let path = ownURL.sitePath else { return .elsewhere }
    if section == path { return .page }
    let isFolder = section != "/" && section.utf8.last == UInt8(ascii: "/")
    return isFolder && path.utf8.starts(with: section.utf8) ? .section : .elsewhere
  }
}
