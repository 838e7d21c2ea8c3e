import Content
import HTML

extension Rendering {
  func homePage() -> HTML {
    let settings = site.settings
    let home = site.home
    return layout(
      Document(
        title: [], description: home?.summary ?? settings.description, canonical: absoluteURL(of: .home),
        headExtra: agendaBlockScript, linkedData: [siteData()], kind: "home",
        content: site.sections.home.map(declaredHome) ?? plainHome()))
  }

  /// The blocks that the platform declares; its own text stands after the second one.
  private func declaredHome(_ blocks: [HomeBlock]) -> HTML {
    """
    \(hero([site.settings.tagline ?? site.home?.summary]))\
    <div class="frame stack">
    \(blocks.prefix(2).map(homeBlock))\
    \(homeText())\
    \(blocks.dropFirst(2).map(homeBlock))\
    \(exploreBlock())</div>
    """
  }

  /// What a platform that declares no blocks gets.
  private func plainHome() -> HTML {
    """
    \(hero([site.settings.tagline, site.home?.summary]))\
    <div class="frame stack">
    <div class="opening">
    \(homeText())\
    \(newestBlock(6))</div>
    \(typeDoors())\(vocabularyDoors())</div>
    """
  }

  private func hero(_ sentences: [String?]) -> HTML {
    let sentences = sentences.compactMap(\.self)
    return """
      <div class="hero"><div class="frame">
      <h1>\(site.home?.title ?? site.settings.name)</h1>
      \(sentences.prefix(1).map { "<p class=\"lead\">\($0)</p>\n" })\
      \(sentences.dropFirst().map { "<p>\($0)</p>\n" })\
      \(heroSearch())</div></div>

      """
  }

  private func homeText() -> HTML {
    guard let home = site.home, !home.body.isEmpty else { return "" }
    return "<div class=\"prose\">\n\(text(home.body))</div>\n"
  }

  private func typeDoors() -> HTML {
    let doors = zip(site.types, site.itemRanges).filter { $0.hasList && !$1.isEmpty }
    guard !doors.isEmpty else { return "" }
    return """
      <section><h2>\(texts.explore)</h2>
      <ul class="cards">
      \(doors.map { type, items in
        """
        <li class="card"><h3><a href="\(type.url)">\(type.plural)</a></h3>\
        \(type.description.map { "<p>\($0)</p>" })\
        <p class="meta">\(texts.entries(number(items.count), items.count))</p></li>

        """
      })</ul></section>

      """
  }

  func vocabularyDoors() -> HTML {
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
}
