import Content
import HTML

extension Rendering {
  func vocabularyPage(_ vocabulary: Vocabulary, at index: Int) -> HTML {
    let trail = trail(to: vocabulary.plural)
    return layout(
      Document(
        title: [vocabulary.plural], description: vocabulary.description, trail: trail,
        canonical: absoluteURL(of: page), linkedData: [breadcrumbData(trail)], kind: "vocabulary",
        content: """
          <div class="frame stack">
          <header class="page-header"><h1>\(vocabulary.plural)</h1>
          \(vocabulary.description.map { "<p class=\"lead\">\($0)</p>\n" })\
          <p class="meta">\(texts.terms(number(vocabulary.terms.count), vocabulary.terms.count))</p></header>
          \(terms(of: vocabulary, at: index))\
          \(sources(vocabulary.sources))</div>
          """))
  }

  /// The doors of the positioning look the same everywhere.
  private func terms(of vocabulary: Vocabulary, at index: Int) -> HTML {
    if index == site.sections.positioning?.doors { return doors(vocabulary.terms, heading: 2) }
    return "<ul class=\"cards\">\n\(vocabulary.terms.map(termCard))</ul>\n"
  }

  private func termCard(_ term: Term) -> HTML {
    let items = HTML(text: extent(of: term))
    let code = term.code.map { "<span class=\"code\">\($0)</span>" as HTML }
    return """
      <li class="card"><h2>\(link(term.name, to: term.url))</h2>\
      \((summary(of: term)).map { "<p>\($0)</p>" })\
      <p class="meta">\([items, code].compactMap(\.self).dotted())</p></li>

      """
  }
}
