import Content
import HTML

extension Rendering {
  func itemPage(_ index: Int) -> HTML {
    let item = site.items[index]
    let type = site.types[item.type]
    let whole = site.whole(of: index)
    let trail = trail(itemCrumbs(type, whole), to: item.title)
    let section = whole.map { site.items[$0].title } ?? (type.hasList ? type.plural : nil)
    return layout(
      Document(
        title: [item.title, section].compactMap(\.self), description: item.summary ?? item.lead,
        trail: trail, isIndexed: !item.isHidden && item.unpublished == nil, canonical: absoluteURL(of: page),
        linkedData: [breadcrumbData(trail)] + (itemData(item, at: index).map { [$0] } ?? []), kind: "item",
        content: """
          <article class="frame stack">
          \(itemHeader(item, at: index))\
          \(itemColumns(item, at: index))</article>
          \(itemSurroundings(index))
          """))
  }

  /// A chapter is reached by what it is a part of.
  private func itemCrumbs(_ type: ContentType, _ whole: Int?) -> [Crumb] {
    guard let whole else { return crumbs(to: type) }
    let item = site.items[whole]
    return crumbs(to: site.type(of: item)) + [Crumb(label: item.title, url: item.url)]
  }

  private func itemHeader(_ item: Item, at index: Int) -> HTML {
    let type = site.types[item.type]
    let name = type.hasList ? HTML(text: type.name) : nil
    let kicker =
      chapterKicker(index) ?? item.capabilities.tracker.map { HTML(text: position(of: $0, in: item.type)) } ?? name
    return """
      <header class="page-header">\(kicker.map { "<p class=\"kicker\">\($0)</p>" })\
      <h1\(lang(item))>\(item.title)</h1>
      \(item.summary.map { "<p class=\"lead\"\(lang(item))>\($0)</p>\n" })\
      \(unpublishedNotice(of: item))</header>

      """
  }

  private func unpublishedNotice(of item: Item) -> HTML {
    let notice: String
    switch item.unpublished {
    case nil: return ""
    case .draft: notice = texts.draftNotice
    case .future: notice = texts.futureNotice
    case .expired: notice = texts.expiredNotice
    }
    return "<p class=\"notice\">\(notice)</p>\n"
  }

  /// The facts beside the text; the text alone where there are none.
  private func itemColumns(_ item: Item, at index: Int) -> HTML {
    let facts = facts(of: item, at: index)
    let title = texts.inBrief
    return """
      <div class="\(facts.isEmpty ? "" : "columns ")\(item.layout.rawValue)">
      \(when(!facts.isEmpty, "<section class=\"facts\"><h2>\(title)</h2>\n\(factList(facts))</section>\n"))\
      <div class="text">
      \(capabilityBlocks(of: item))\
      \(when(!item.body.isEmpty, "<div class=\"prose\"\(lang(item))>\n\(text(item.body))</div>\n"))\
      \(chapterList(of: index))\
      \(item.capabilities.caseStudy.map { caseSections(of: $0, item) })\
      \(longFields(of: item))\
      \(item.capabilities.caseStudy.map { caseGaps(of: $0, item) })\
      \(sources(item.sources))\(licence(of: item))</div></div>

      """
  }

  /// What capabilities show above the text.
  private func capabilityBlocks(of item: Item) -> HTML {
    let known = item.capabilities
    return """
      \(known.definition.map { definition($0, of: item) })\
      \(known.phases.map { periods(of: $0, item) })\
      \(known.figures.map { statements(of: $0, item) })\
      \(known.assessment.map(assessmentTable))\
      \(known.matrix.map { matrixTable($0, of: item) })\
      \(known.publication.map(citation))
      """
  }

  /// What stands after an item: others like it, those that lead to it, and its neighbours.
  private func itemSurroundings(_ index: Int) -> HTML {
    let content = [relatedItems(to: index), backlinkList(to: index), neighbours(of: index)].joined()
    return content.isEmpty ? "" : "<div class=\"frame stack surroundings\">\n\(content)</div>\n"
  }
}
