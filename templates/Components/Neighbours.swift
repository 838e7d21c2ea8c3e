import Content
import HTML

extension Rendering {
  /// The chapters before and after this one, or the items before and after it in its type's list; nothing for types
  /// without a list.
  func neighbours(of index: Int) -> HTML {
    let (previous, next) = site.neighbours(of: index)
    let isChapter = site.whole(of: index) != nil
    guard previous != nil || next != nil, isChapter || site.type(of: site.items[index]).hasList else { return "" }
    let name = isChapter ? texts.views.nearbyChapters : texts.neighbours
    return """
      <nav class="\(isChapter ? "chapter-nav" : "neighbours")" aria-label="\(name)">
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
