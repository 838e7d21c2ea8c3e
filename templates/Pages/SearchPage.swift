import Content
import HTML

extension Rendering {
  /// The page of the search. Without a script it says where to browse; see `assets/search.js` for what finds.
  func searchPage() -> HTML {
    guard let heading = site.sections.search?.heading else { return "" }
    let words = texts.search
    let trail = trail(to: heading.title)
    return layout(
      Document(
        title: [heading.title], description: heading.summary, trail: trail, isIndexed: false,
        scripts: [AssetName.listingScript, AssetName.searchScript], kind: "search-page",
        content: """
          <div class="frame stack">
          <header class="page-header"><h1>\(heading.title)</h1>
          \(heading.summary.map { "<p class=\"lead\">\($0)</p>\n" })\
          \(searchForm(field: searchField(), box: false))\
          <noscript><p class="notice">\(words.needsScript)</p></noscript></header>
          \(searchListing(SearchListing(site).facets))</div>
          """))
  }

  private func searchField() -> HTML {
    """
    <label>\(texts.search.words) \
    <input type="search" name="q" maxlength="200" autocomplete="off"></label>
    """
  }

  private func searchListing(_ facets: [LibraryListing.Facet]) -> HTML {
    let words = texts.search
    return """
      <div class="library">
      \(filters(facets))<section class="results"><h2 tabindex="-1">\(words.browse)</h2>
      <p class="result-count">\(words.advice)</p>
      <div class="listed stack">\(exploreBlock())\(vocabularyDoors())\(wholeLists())</div></section>
      <template\(sentences(unavailable: words.unavailable))\(attribute: "data-found", words.found)\
      \(attribute: "data-corrected", words.corrected)\(attribute: "data-missing", words.missing)\
      \(attribute: "data-wordless", words.wordless)\(attribute: "data-near", words.near)>
      \(controls(facets, order: words.relevance, orders: [.date]))\
      <div class="prose"><p>\(words.nothing)</p>
      \(wholeLists())</div>
      </template></div>

      """
  }

  /// Where all there is can be seen.
  private func wholeLists() -> HTML {
    """
    <ul>\(site.sections.library.map { library in
      "<li><a href=\"\(site.url(of: .library(number: 1)))\">\(library.heading.title)</a></li>\n"
    })<li><a href="\(site.url(of: .siteMap))">\(texts.siteMap)</a></li></ul>

    """
  }
}
