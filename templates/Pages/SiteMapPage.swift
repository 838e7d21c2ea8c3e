import Content
import HTML

extension Rendering {
  /// How many titles a type or a vocabulary may have here, so that the page stays small on a large site.
  private static let titleLimit = 60

  func siteMapPage() -> HTML {
    let trail = trail(to: texts.siteMap)
    let listed = site.types.indices.filter { site.types[$0].hasList }
    let single = site.types.indices.filter { !site.types[$0].hasList }
    return layout(
      Document(
        title: [texts.siteMap], trail: trail, canonical: absoluteURL(of: page),
        linkedData: [breadcrumbData(trail)], kind: "site-map",
        content: """
          <div class="frame stack">
          <header class="page-header"><h1>\(texts.siteMap)</h1></header>
          \(section(texts.landing.sections, sections().map(sectionEntry)))\
          \(section(texts.otherPages, single.map(pageEntries)))\
          \(section(texts.explore, listed.map(typeEntry)))\
          \(section(texts.byVocabulary, site.vocabularies.filter(\.hasPages).map(vocabularyEntry)))</div>
          """))
  }

  private func section(_ title: String, _ content: [HTML]) -> HTML {
    content.isEmpty ? "" : "<section><h2>\(title)</h2>\n<div class=\"map\">\n\(content)</div></section>\n"
  }

  private func sectionEntry(_ section: (heading: SectionHeading, url: URLReference)) -> HTML {
    """
    <div><h3>\(link(section.heading.title, to: section.url))</h3>
    \(section.heading.summary.map { "<p>\($0)</p>\n" })</div>

    """
  }

  /// The items of a type that has no list, which are found here only.
  private func pageEntries(_ index: Int) -> HTML {
    let items = site.items(of: index)
    return items.isEmpty ? "" : "<div>\(entries(items))</div>\n"
  }

  private func typeEntry(_ index: Int) -> HTML {
    let type = site.types[index]
    let items = site.items(of: index)
    return """
      <div><h3><a href="\(type.url)">\(type.plural)</a> <span class="meta">\(number(items.count))</span></h3>
      \(when(items.count <= Self.titleLimit, entries(items)))</div>

      """
  }

  private func entries(_ items: Range<Int>) -> HTML {
    guard !items.isEmpty else { return "" }
    return "<ul>\(items.prefix(Self.titleLimit).map { "<li>\(link(toItem: $0))</li>\n" })</ul>\n"
  }

  private func vocabularyEntry(_ vocabulary: Vocabulary) -> HTML {
    let terms = vocabulary.terms.count <= Self.titleLimit ? vocabulary.terms : []
    let links = terms.compactMap { term -> HTML? in
      term.url.map { "<li><a href=\"\($0)\">\(term.name)</a></li>\n" }
    }
    return """
      <div><h3>\(link(vocabulary.plural, to: vocabulary.url)) \
      <span class="meta">\(number(vocabulary.terms.count))</span></h3>
      \(when(!links.isEmpty, "<ul>\(links)</ul>\n"))</div>

      """
  }
}
