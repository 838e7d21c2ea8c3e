import Content
import HTML

extension Rendering {
  /// The page that answers for addresses where there is none.
  func notFoundPage() -> HTML {
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
          \(sections().map { "<li>\(link($0.heading.title, to: $0.url))</li>\n" })\
          </ul>
          \(exploreBlock())</div>
          """))
  }
}
