import Content
import HTML

extension Rendering {
  /// The items of a term by those of the vocabulary that its own declares, or a section for each type.
  func items(of reference: TermReference, page number: Int) -> [HTML] {
    let term = site[reference]
    if let groups = shared.termGroups.page(number, of: reference, size: site.settings.pageSize) {
      return groups.map(group)
    }
    return itemsByType(site.page(number, of: term.items))
  }

  private func group(_ group: TermGroup) -> HTML {
    let heading = group.term.map { reference -> HTML in
      let term = site[reference]
      let summary = summary(of: term).map { "<p>\($0)</p>" as HTML }
      return "<h2>\(link(term.name, to: term.url))</h2>\(summary)"
    }
    return """
      <section class="group"><div>\(heading ?? "<h2>\(texts.landing.otherItems)</h2>")</div>
      \(cards(group.items, CardStyle(heading: 3, namesType: true)))</section>

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
