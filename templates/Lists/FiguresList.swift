import Content
import HTML

extension Rendering {
  /// One block a figure, with all that sources state of it.
  func figuresList(_ items: Range<Int>) -> HTML {
    let blocks = items.map { index -> HTML in
      let item = site.items[index]
      return """
        <section><h2><a href="\(item.url)"\(lang(item))>\(item.title)</a></h2>
        \(item.summary.map { "<p\(lang(item))>\($0)</p>\n" })\
        \(item.capabilities.figures.map { statements(of: $0, item) })</section>

        """
    }
    return "\(blocks)"
  }
}
