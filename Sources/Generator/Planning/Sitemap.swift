import Content
import HTML
import Markup

/// The site's pages for search engines (sitemaps.org protocol 0.9): one file, or an index of files of 50,000.
struct Sitemap {
  let files: [Plan.File]

  static let limit = 50_000

  init(_ site: Site, limit: Int = Sitemap.limit) {
    let style = URLReference(site.settings.baseURL).map { AddressStyle.absolute($0) } ?? .rooted("/")
    let entries = site.pages.filter { site.isIndexed($0) }
    let parts = stride(from: 0, to: entries.count, by: limit).map { entries[$0..<min($0 + limit, entries.count)] }
    guard parts.count > 1 else {
      files = [Sitemap.file("sitemap.xml", style) { Sitemap.urlSet(entries[...], site) }]
      return
    }
    let names = parts.indices.map { "sitemap-\($0 + 1).xml" }
    files =
      [Sitemap.file("sitemap.xml", style) { Sitemap.index(names) }]
      + zip(names, parts).map { name, part in Sitemap.file(name, style) { Sitemap.urlSet(part, site) } }
  }

  private static func file(
    _ name: String, _ style: AddressStyle, _ xml: @escaping @Sendable () -> HTML
  ) -> Plan.File {
    Plan.File(path: name, source: .generator(name), content: .made { xml().resolved(style) })
  }

  private static func urlSet(_ pages: ArraySlice<Page>, _ site: Site) -> HTML {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
    \(pages.map { page in
      "<url><loc>\(site.url(of: page))</loc>\(site.lastModified(page).map { "<lastmod>\($0)</lastmod>" })</url>\n"
    })</urlset>

    """
  }

  private static func index(_ names: [String]) -> HTML {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
    \(names.map { "<sitemap><loc>\(URLReference.site("/" + $0))</loc></sitemap>\n" })</sitemapindex>

    """
  }
}

extension Site {
  /// Whether search engines are told of a page.
  fileprivate func isIndexed(_ page: Page) -> Bool {
    switch page {
    case .item(let index): !items[index].isHidden && items[index].unpublished == nil
    case .notFound, .redirect, .search: false
    // The many combinations of answers, and the pages that say again what others say.
    case .positioning(let answers): answers.isEmpty
    case .whole: false
    default: true
    }
  }

  /// When a page's content last changed, as far as its author says (W3C date).
  fileprivate func lastModified(_ page: Page) -> String? {
    guard case .item(let index) = page else { return nil }
    guard let date = (items[index].updated ?? items[index].date)?.start else { return nil }
    // No more precision than the author gave: the format allows a year or a month alone.
    return switch date.precision {
    case .year, .month, .day: date.isoText
    case .time(let day, _): day.isoText
    case .quarter, .semester: nil
    }
  }
}
