import Content
import HTML
import Markup

extension Rendering {
  func newestBlock(_ count: Int, _ block: HomeBlock? = nil) -> HTML {
    let newest = newestItems(count)
    guard !newest.isEmpty else { return "" }
    return """
      <section class="newest"><h2>\(block?.title ?? texts.newest)</h2>
      \(block?.text.map { "<p>\($0)</p>\n" })\
      <ul>\(newest.map(newestItem))</ul></section>

      """
  }

  /// The newest items that aren't dated after the site's day.
  private func newestItems(_ count: Int) -> [Int] {
    let dated = site.items.indices.compactMap { index -> (index: Int, day: CalendarDay)? in
      let item = site.items[index]
      guard !item.isHidden, site.types[item.type].hasList, let day = item.date?.earliestDay else { return nil }
      if let now = site.now, day > now.latestDay { return nil }
      return (index, day)
    }
    return dated.sorted { ($1.day, $0.index) < ($0.day, $1.index) }.prefix(count).map(\.index)
  }

  private func newestItem(_ index: Int) -> HTML {
    let item = site.items[index]
    let type = HTML(text: site.types[item.type].name)
    let line = [type, item.date.map { date($0) }].compactMap(\.self).dotted()
    return "<li>\(link(toItem: index))<p class=\"meta\">\(line)</p></li>\n"
  }
}
