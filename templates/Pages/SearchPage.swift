import Content
import HTML

extension Rendering {
  /// The page of the search: search engines needn't know it.
  func searchPage() -> HTML {
    guard let heading = site.sections.search?.heading else { return "" }
    let trail = trail(to: heading.title)
    return layout(
      Document(
        title: [heading.title], description: heading.summary, trail: trail, isIndexed: false,
        canonical: absoluteURL(of: page), kind: "search-page",
        content: """
          <div class="frame stack"\(attribute: "data-index", assets[SearchSection.dataName])>
          <header class="page-header"><h1>\(heading.title)</h1>
          \(heading.summary.map { "<p class=\"lead\">\($0)</p>\n" })</header></div>
          """))
  }
}
