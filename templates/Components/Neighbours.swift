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
    return neighbour(item.url, label, "<strong\(lang(item))>\(item.title)</strong>", rel: rel)
  }

  private func neighbour(_ url: URLReference, _ label: String, _ name: HTML, rel: HTML) -> HTML {
    "<a href=\"\(url)\" rel=\"\(rel)\"><span>\(label)</span> \(name)</a>\n"
  }

  /// The terms before and after this one in its vocabulary.
  func neighbours(of reference: TermReference) -> HTML {
    let terms = site.vocabularies[reference.vocabulary].terms
    let previous = reference.term > 0 ? terms[reference.term - 1] : nil
    let next = reference.term + 1 < terms.count ? terms[reference.term + 1] : nil
    guard previous != nil || next != nil else { return "" }
    return """
      <nav class="neighbours" aria-label="\(texts.landing.neighbouringTerms)">
      \(previous.map { neighbour($0, texts.previous, rel: "prev") })\
      \(next.map { neighbour($0, texts.next, rel: "next") })</nav>

      """
  }

  private func neighbour(_ term: Term, _ label: String, rel: HTML) -> HTML {
    term.url.map { neighbour($0, label, "<strong>\(term.name)</strong>", rel: rel) } ?? ""
  }
}
