import Content
import HTML

extension Rendering {
  func siteHeader() -> HTML {
    """
    <header class="site-header"><div class="frame">
    <p class="site-name"><a href="\(site.url(of: .home))"\(current(.home))>\(site.settings.name)</a></p>
    <div id="recherche" role="search" aria-label="\(texts.findAPage)">\
    <a href="\(site.url(of: .siteMap))"\(current(.siteMap))>\(texts.siteMap)</a></div>
    \(when(!site.settings.navigation.isEmpty, mainMenu()))\
    </div></header>
    """
  }

  private func mainMenu() -> HTML {
    """
    <nav id="menu" aria-label="\(texts.mainMenu)"><ul>\(menuEntries(site.settings.navigation))</ul></nav>

    """
  }

  func menuEntries(_ entries: [Settings.MenuEntry]) -> [HTML] {
    let own = site.url(of: page)
    return entries.map { entry in
      "<li><a href=\"\(entry.link)\"\(current(entry.link, seenFrom: own))>\(entry.label)</a></li>"
    }
  }

  private func current(_ target: Page) -> HTML { page == target ? " aria-current=\"page\"" : "" }

  /// `page` for the page itself, `true` for the section it stands in.
  private func current(_ link: URLReference, seenFrom own: URLReference) -> HTML {
    guard let section = link.sitePath, let path = own.sitePath else { return "" }
    if section == path { return " aria-current=\"page\"" }
    let isFolder = section != "/" && section.utf8.last == UInt8(ascii: "/")
    return isFolder && path.utf8.starts(with: section.utf8) ? " aria-current=\"true\"" : ""
  }
}
