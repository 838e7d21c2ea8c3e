import Content
import HTML
import Markup

extension Rendering {
  func homePage() -> HTML {
    let settings = site.settings
    let home = site.home
    return layout(
      Document(
        title: [], description: home?.summary ?? settings.description, canonical: absoluteURL(of: .home),
        headExtra: agendaBlockScript, linkedData: [siteData()], kind: "home",
        content: """
          <div class="hero"><div class="frame">
          <h1>\(home?.title ?? settings.name)</h1>
          \(settings.tagline.map { "<p class=\"lead\">\($0)</p>\n" })\
          \(home?.summary.map { "<p>\($0)</p>\n" })</div></div>
          <div class="frame stack">
          <div class="opening">
          \(home.map { "<div class=\"prose\">\n\(text($0.body))</div>\n" })\
          \(newestItems())</div>
          \((site.sections.home ?? []).map(agendaBlock))\
          \(typeDoors())\(vocabularyDoors())</div>
          """))
  }

  private func agendaBlock(_ block: HomeBlock) -> HTML {
    guard case .agenda(let agenda) = block.content else { return "" }
    return agendaBlock(agenda, title: block.title, text: block.text)
  }

  private func typeDoors() -> HTML {
    let doors = zip(site.types, site.itemRanges).filter { $0.hasList && !$1.isEmpty }
    guard !doors.isEmpty else { return "" }
    return """
      <section><h2>\(texts.explore)</h2>
      <ul class="cards doors">
      \(doors.map { type, items in
        """
        <li class="card"><h3><a href="\(type.url)">\(type.plural)</a></h3>\
        \(type.description.map { "<p>\($0)</p>" })\
        <p class="meta">\(texts.entries(number(items.count), items.count))</p></li>

        """
      })</ul></section>

      """
  }

  private func vocabularyDoors() -> HTML {
    let vocabularies = site.vocabularies.filter(\.hasPages)
    guard !vocabularies.isEmpty else { return "" }
    return """
      <section><h2>\(texts.byVocabulary)</h2>
      <ul class="chips">\(vocabularies.map { vocabulary in
        vocabulary.url.map {
          """
          <li><a href="\($0)">\(vocabulary.plural) <span>\(number(vocabulary.terms.count))</span></a></li>

          """
        } ?? ""
      })</ul></section>

      """
  }

  /// The newest items that aren't dated after the site's day.
  private func newestItems() -> HTML {
    let dated = site.items.indices.compactMap { index -> (index: Int, day: CalendarDay)? in
      let item = site.items[index]
      guard !item.isHidden, site.types[item.type].hasList, let day = item.date?.earliestDay else { return nil }
      if let now = site.now, day > now.latestDay { return nil }
      return (index, day)
    }
    let newest = dated.sorted { ($1.day, $0.index) < ($0.day, $1.index) }.prefix(6)
    guard !newest.isEmpty else { return "" }
    return """
      <section class="newest"><h2>\(texts.newest)</h2>
      <ul>\(newest.map { newestItem($0.index) })</ul></section>

      """
  }

  private func newestItem(_ index: Int) -> HTML {
    let item = site.items[index]
    let type = HTML(text: site.types[item.type].name)
    let line = [type, item.date.map { date($0) }].compactMap(\.self).dotted()
    return "<li>\(link(toItem: index))<p class=\"meta\">\(line)</p></li>\n"
  }
}
