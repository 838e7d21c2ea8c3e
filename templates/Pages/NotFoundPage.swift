import Content
import HTML

extension Rendering {
  /// The page that answers for addresses where there is none.
  func notFoundPage() -> HTML {
    let doors = zip(site.types, site.itemRanges).filter { $0.hasList && !$1.isEmpty }
    return layout(
      Document(
        title: [texts.pageNotFound], description: texts.pageNotFoundAdvice, isIndexed: false,
        kind: "not-found",
        content: """
          <div class="frame stack">
          <header class="page-header"><h1>\(texts.pageNotFound)</h1>
          <p class="lead">\(texts.pageNotFoundAdvice)</p></header>
          <ul class="prose">
          <li><a href="\(site.url(of: .home))">\(texts.goHome)</a></li>
          <li><a href="\(site.url(of: .siteMap))">\(texts.siteMap)</a></li>
          </ul>
          <section><h2>\(texts.explore)</h2>
          <ul class="chips">\(doors.map { type, items in
            "<li><a href=\"\(type.url)\">\(type.plural) <span>\(number(items.count))</span></a></li>\n"
          })</ul></section></div>
          """))
  }
}
