import Content
import HTML

extension Rendering {
  /// The items before and after this one in its type's list; nothing for types without a list.
  func neighbours(of index: Int) -> HTML {
    let (previous, next) = site.neighbours(of: index)
    guard previous != nil || next != nil, site.type(of: site.items[index]).hasList else { return "" }
    return """
      <nav class="neighbours" aria-label="\(texts.neighbours)">
      \(previous.map { neighbour($0, texts.previous, rel: "prev") })\
      \(next.map { neighbour($0, texts.next, rel: "next") })</nav>

      """
  }

  private func neighbour(_ index: Int, _ label: String, rel: HTML) -> HTML {
    let item = site.items[index]
    return """
      <a href="\(item.url)" rel="\(rel)"><span>\(label)</span> <strong\(lang(item))>\(item.title)</strong></a>

      """
  }
}
