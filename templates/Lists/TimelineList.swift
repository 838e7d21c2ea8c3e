import Content
import HTML

extension Rendering {
  /// The items of one page of a list along a line, each with its date as precise as its sources are; what has
  /// no date stands last.
  ///
  /// Years are headings only where a year has three items or more on average: a line of single dates needs
  /// none.
  func timelineList(_ items: [Int]) -> HTML {
    let years = byYear(items)
    guard years.count > 1, items.count >= 3 * years.count else {
      return timelineList(items, level: 2)
    }
    return """
      <div class="stack">
      \(years.map { year, items in
        "<section><h2>\(year)</h2>\n\(timelineList(items, level: 3))</section>\n"
      })</div>

      """
  }

  private func timelineList(_ items: [Int], level: Int) -> HTML {
    "<ol class=\"timeline\">\n\(items.map { timelineEntry($0, level: level) })</ol>\n"
  }

  private func timelineEntry(_ index: Int, level: Int) -> HTML {
    let item = site.items[index]
    let day = listedDate(of: index).map { date($0) } ?? unstated(texts.agenda.undated)
    let sources = item.sources.count
    return """
      <li><p class="when">\(day)</p><h\(String(level))>\(link(toItem: index))</h\(String(level))>\
      \((item.summary ?? item.lead).map { "<p\(lang(item))>\($0)</p>" })\
      \(when(sources > 0, "<p class=\"meta\">\(texts.agenda.sources(number(sources), sources))</p>"))</li>

      """
  }
}
