import Content
import HTML

extension Rendering {
  func termPage(_ reference: TermReference, number page: Int) -> HTML {
    let vocabulary = site.vocabularies[reference.vocabulary]
    let term = site[reference]
    let title = term.name
    let count = site.pageCount(term.items.count)
    let trail = trail([Crumb(label: vocabulary.plural, url: vocabulary.url)], to: title)
    let summary = summary(of: term)
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
          <p class="meta">\(extent(term.items.count, page, of: count))</p>
          \(positioningLink(from: reference))</header>
          \(when(page == 1, termText(term)))\
          \(term.items.isEmpty ? [emptyTerm(vocabulary)] : items(of: reference, page: page))\
          \(pagination(page, of: count) { .term(reference, number: $0) })\
          \(neighbours(of: reference))</div>
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

  /// Stands where no item carries the term: the others, and all there is.
  private func emptyTerm(_ vocabulary: Vocabulary) -> HTML {
    """
    <div><p>\(texts.landing.noItems)</p>
    <ul><li>\(link(texts.landing.otherTerms(vocabulary.plural), to: vocabulary.url))</li>
    <li>\(wayOn())</li></ul></div>

    """
  }
}
