import Content
import HTML

extension Rendering {
  /// An item and all its chapters on one page, to be read or printed at once.
  ///
  /// Search engines are told to leave it: it says again what stands on the item's and the chapters' pages.
  func wholePage(_ index: Int) -> HTML {
    let item = site.items[index]
    let chapters = site.chapters[index] ?? []
    let trail = trail(
      crumbs(to: site.type(of: item)) + [Crumb(label: item.title, url: item.url)], to: texts.views.wholeText)
    return layout(
      Document(
        title: [texts.views.wholeText, item.title], description: item.summary ?? item.lead, trail: trail,
        isIndexed: false, linkedData: [breadcrumbData(trail)],
        kind: "whole",
        content: """
          <article class="frame stack">
          <header class="page-header"><p class="kicker">\(texts.views.wholeText)</p>
          <h1\(lang(item))>\(item.title)</h1>
          \(item.summary.map { "<p class=\"lead\"\(lang(item))>\($0)</p>\n" })</header>
          \(contents(chapters))\
          \(wholeText(of: item, in: Nesting(prefix: "ensemble-", levels: 0, page: item.url)))\
          \(chapters.map(chapterSection))\(licence(of: item))</article>
          """))
  }

  private func contents(_ chapters: [Int]) -> HTML {
    """
    <nav class="chapters" aria-label="\(texts.views.contents)"><h2>\(texts.views.contents)</h2>
    <ol>\(chapters.map { chapter in
      let item = site.items[chapter]
      return "<li value=\"\(chapterNumber(item))\"><a href=\"\(place(of: item))\"\(lang(item))>\(item.title)</a></li>\n"
    })</ol></nav>

    """
  }

  private func chapterSection(_ index: Int) -> HTML {
    let item = site.items[index]
    let nesting = Nesting(prefix: "\(chapterID(item))-", levels: 1, page: item.url)
    return """
      <section class="chapter"><p class="kicker">\(chapterPosition(index))</p>
      <h2 id="\(chapterID(item))"\(lang(item))>\(item.title)</h2>
      \(item.summary.map { "<p class=\"lead\"\(lang(item))>\($0)</p>\n" })\
      \(wholeText(of: item, in: nesting))</section>

      """
  }

  /// The body of an item, its long fields and its sources.
  private func wholeText(of item: Item, in nesting: Nesting) -> HTML {
    func text(_ body: Body) -> HTML { body.html(in: nesting, drawing) }
    let level = 2 + nesting.levels
    return """
      \(when(!item.body.isEmpty, "<div class=\"prose\"\(lang(item))>\n\(text(item.body))</div>\n"))\
      \(longFields(of: item, level: level, text))\(sources(item.sources, level: level))
      """
  }

  private func chapterID(_ item: Item) -> String { "chapitre-\(chapterNumber(item))" }

  private func place(of item: Item) -> URLReference {
    .site(site.path(of: page), fragment: chapterID(item))
  }
}
