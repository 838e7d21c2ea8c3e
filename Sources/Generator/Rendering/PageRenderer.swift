import Content
import HTML

/// Turns pages into the bytes that are published.
struct PageRenderer: Sendable {
  let site: Site
  let renderer: any SiteRenderer

  /// A page, its addresses inside the site still symbolic.
  func html(of page: Page) throws(Diagnostic) -> HTML {
    let url = site.url(of: page)
    do {
      return try RenderMonitor.watching(url.string) { try renderer.render(page) }
    } catch let diagnostic as Diagnostic {
      throw diagnostic
    } catch {
      throw Diagnostic(.error, .templateFailed(page: url.string, reason: "\(error)"))
    }
  }

  /// A page's bytes.
  ///
  /// Addresses inside the site are written relative to the page, so that the site works below any path; those of
  /// the page that answers for missing ones begin at the server's root, since it is shown at any depth.
  func bytes(of html: HTML, on page: Page) -> [UInt8] {
    let style: AddressStyle =
      page == .notFound
      ? .rooted(site.settings.basePath) : .relative(to: site.url(of: page).sitePath ?? "/")
    return html.resolved(style)
  }
}
