import Content
import HTML

extension Rendering {
  /// « Chapitre 2 sur 7 » and what it is a chapter of; `nil` for what is no chapter.
  func chapterKicker(_ index: Int) -> HTML? {
    guard let whole = site.whole(of: index) else { return nil }
    return [HTML(text: chapterPosition(index)), link(toItem: whole)].dotted()
  }

  /// « Chapitre 2 sur 7 », in the words of its type; without the total where chapters are missing.
  func chapterPosition(_ index: Int) -> String {
    let item = site.items[index]
    let name = site.types[item.type].name
    let count = site.whole(of: index).flatMap { site.chapters[$0]?.count } ?? 0
    let place = item.capabilities.chapter?.number ?? 0
    return (1...max(count, 1)).contains(place)
      ? texts.numberOf(name, number(place), number(count)) : texts.numbered(name, number(place))
  }

  /// The chapters of an item, or those among which a chapter stands, and the way to all of them on one page;
  /// nothing where there are none.
  func chapterList(of index: Int) -> HTML {
    let whole = site.whole(of: index) ?? index
    guard let chapters = site.chapters[whole] else { return "" }
    return """
      <nav class="chapters" aria-label="\(texts.views.chapters)"><h2>\(texts.views.chapters)</h2>
      <ol>\(chapters.map { chapterEntry($0, current: index) })</ol>
      <p><a class="button" href="\(site.url(of: .whole(whole)))">\(texts.views.readWhole)</a></p></nav>

      """
  }

  /// Beside the item itself a chapter says what it is about; among its fellows its title is enough.
  private func chapterEntry(_ chapter: Int, current: Int) -> HTML {
    let item = site.items[chapter]
    let mark = when(chapter == current, " aria-current=\"page\"")
    let summary = site.whole(of: current) == nil ? item.summary : nil
    return """
      <li value="\(chapterNumber(item))">\
      <a href="\(item.url)"\(lang(item))\(mark)>\(item.title)</a>\
      \(summary.map { "<p class=\"meta\"\(lang(item))>\($0)</p>" })</li>

      """
  }

  func chapterNumber(_ item: Item) -> String { String(item.capabilities.chapter?.number ?? 0) }
}
