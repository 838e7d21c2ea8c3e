import Content
import HTML

extension Rendering {
  func termPage(_ reference: TermReference, number page: Int) -> HTML {
    let vocabulary = site.vocabularies[reference.vocabulary]
    let term = site[reference]
    let title = term.page?.title ?? term.label
    let count = site.pageCount(term.items.count)
    let trail = trail([Crumb(label: vocabulary.plural, url: vocabulary.url)], to: title)
    let summary = term.page?.summary ?? term.description
    return layout(
      Document(
        title: [numbered(title, page, of: count), vocabulary.plural],
        description: summary ?? vocabulary.description, trail: trail,
        canonical: absoluteURL(of: self.page), linkedData: [breadcrumbData(trail)], kind: "term",
        content: """
          <div class="frame stack">
          <header class="page-header"><p class="kicker">\(vocabulary.name)\
          \(term.code.map { " <span class=\"code\">\($0)</span>" })</p><h1>\(title)</h1>
          \(summary.map { "<p class=\"lead\">\($0)</p>\n" })\
          <p class="meta">\(extent(term.items.count, page, of: count))</p></header>
          \(when(page == 1, termText(term)))\
          \(itemsByType(site.page(page, of: term.items)))\
          \(pagination(page, of: count) { .term(reference, number: $0) })</div>
          """))
  }

  private func termText(_ term: Term) -> HTML {
    guard let page = term.page else { return "" }
    let description = page.summary == nil ? nil : term.description
    return """
      \(description.map { "<p class=\"prose\">\($0)</p>\n" })\
      \(when(!page.body.isEmpty, "<div class=\"prose\">\n\(text(page.body))</div>\n"))\
      \(sources(page.sources))
      """
  }

  /// Items in the order of lists, a section for each type.
  private func itemsByType(_ items: ArraySlice<Int>) -> [HTML] {
    var sections: [HTML] = []
    var rest = items
    while let first = rest.first {
      let type = site.items[first].type
      let group = rest.prefix { site.items[$0].type == type }
      let cards = cards(group, CardStyle(heading: 3))
      sections.append("<section class=\"group\"><h2>\(site.types[type].plural)</h2>\n\(cards)</section>\n")
      rest = rest.dropFirst(group.count)
    }
    return sections
  }
}
