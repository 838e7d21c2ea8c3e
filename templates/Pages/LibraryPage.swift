import Content
import HTML

extension Rendering {
  /// Every resource in one list, whole without a script; see `assets/listing.js` for what narrows it.
  func libraryPage(number: Int) -> HTML {
    guard let heading = site.sections.library?.heading else { return "" }
    let items = shared.library.items
    let count = site.pageCount(items.count)
    let trail = trail(to: heading.title)
    return layout(
      Document(
        title: [numbered(heading.title, number, of: count)], description: heading.summary, trail: trail,
        canonical: absoluteURL(of: page), linkedData: [breadcrumbData(trail)],
        scripts: items.isEmpty ? [] : [AssetName.listingScript, AssetName.libraryScript], kind: "library-page",
        content: """
          <div class="frame stack">
          <header class="page-header"><h1>\(heading.title)</h1>
          \(heading.summary.map { "<p class=\"lead\">\($0)</p>\n" })</header>
          \(when(items.isEmpty, "<p>\(texts.nothingYet)</p>"))\
          \(when(!items.isEmpty, library(items, number: number, of: count)))</div>
          """))
  }

  private func library(_ items: [Int], number: Int, of count: Int) -> HTML {
    """
    <div class="library"\(attribute: "data-facets", assets[Library.dataName])>
    \(libraryFilters())<section class="results"><h2 tabindex="-1">\(texts.library.list)</h2>
    <p class="result-count">\(extent(items.count, number, of: count))</p>
    <div class="listed"><ul class="result-list">
    \(site.page(number, of: items).map { libraryRow(libraryEntry($0)) })</ul>
    \(pagination(number, of: count) { .library(number: $0) })</div></section>
    \(libraryControls())</div>

    """
  }
}
