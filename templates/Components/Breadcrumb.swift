import Content
import HTML

/// A step on the way from the home page to a page; the last one, the page itself, has no address.
struct Crumb {
  var label: String
  var url: URLReference?
}

extension Rendering {
  /// The way to this page, or nothing where there is none.
  func breadcrumb(_ trail: [Crumb]) -> HTML {
    guard !trail.isEmpty else { return "" }
    return """
      <nav class="breadcrumb frame" aria-label="\(texts.breadcrumb)"><ol>\
      \(trail.map(step))</ol></nav>

      """
  }

  private func step(_ crumb: Crumb) -> HTML {
    guard let url = crumb.url else { return "<li><span aria-current=\"page\">\(crumb.label)</span></li>" }
    return "<li><a href=\"\(url)\">\(crumb.label)</a></li>"
  }

  /// The home page, then `crumbs`, then the page itself.
  func trail(_ crumbs: [Crumb] = [], to label: String) -> [Crumb] {
    [Crumb(label: texts.home, url: site.url(of: .home))] + crumbs + [Crumb(label: label)]
  }

  /// The list of a type as a step, where the type has one.
  func crumbs(to type: ContentType) -> [Crumb] {
    type.hasList ? [Crumb(label: type.plural, url: type.url)] : []
  }
}
