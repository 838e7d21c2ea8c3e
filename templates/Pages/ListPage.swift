import Content
import HTML

extension Rendering {
  func listPage(_ type: ContentType, at index: Int, number page: Int) -> HTML {
    let items = site.items(of: index)
    let count = site.listPageCount(ofType: index)
    let introduction = type.introduction
    let title = introduction?.title ?? type.plural
    let summary = introduction?.summary ?? type.description
    return layout(
      Document(
        title: [numbered(title, page, of: count)], description: summary, trail: trail(to: title),
        canonical: absoluteURL(of: self.page), linkedData: [breadcrumbData(trail(to: title))], kind: "list",
        content: """
          <div class="frame stack">
          <header class="page-header"><h1>\(title)</h1>
          \(summary.map { "<p class=\"lead\">\($0)</p>\n" })\
          <p class="meta">\(extent(items.count, page, of: count))</p></header>
          \(page == 1 ? introduction.map { "<div class=\"prose\">\n\(text($0.body))</div>\n" } : nil)\
          \(facets(of: type, items))\
          \(when(items.isEmpty, "<p>\(texts.nothingYet)</p>"))\
          \(when(!items.isEmpty, list(site.listPage(page, ofType: index), of: type)))\
          \(pagination(page, of: count) { .list(type: index, number: $0) })</div>
          """))
  }

  /// How many items a list has, and which part of it a page shows.
  func extent(_ items: Int, _ page: Int, of count: Int) -> HTML {
    var parts = [HTML(text: texts.entries(number(items), items))]
    if count > 1 { parts.append(HTML(text: position(page, of: count))) }
    return parts.dotted()
  }

  /// A title that says which page of a list it names.
  func numbered(_ title: String, _ page: Int, of count: Int) -> String {
    page == 1 ? title : "\(title), \(position(page, of: count))"
  }

  /// The terms by which a type's items can be browsed, with how many of them carry each.
  private func facets(of type: ContentType, _ items: Range<Int>) -> HTML {
    let facets = type.fields.compactMap { field -> HTML? in
      guard field.isFacet, case .term(let index) = field.kind else { return nil }
      let links = site.vocabularies[index].terms.compactMap { term -> HTML? in
        let count = count(of: term.items, within: items)
        guard count > 0, let url = term.url else { return nil }
        return "<li><a href=\"\(url)\">\(term.name) <span>\(number(count))</span></a></li>\n"
      }
      return links.isEmpty ? nil : "<div><h3>\(field.label)</h3><ul class=\"chips\">\(links)</ul></div>\n"
    }
    guard !facets.isEmpty else { return "" }
    return """
      <section class="facets"><h2>\(texts.browse)</h2>
      \(facets)</section>

      """
  }

  /// How many of the sorted `items` stand in a range.
  private func count(of items: [Int], within range: Range<Int>) -> Int {
    firstIndex(in: items, notBelow: range.upperBound) - firstIndex(in: items, notBelow: range.lowerBound)
  }

  private func firstIndex(in sorted: [Int], notBelow bound: Int) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < bound { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
