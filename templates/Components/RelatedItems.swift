import Content
import HTML

extension Rendering {
  /// Other items worth reading, each with the reason why; nothing where there are none.
  func relatedItems(to index: Int) -> HTML {
    let related = site.related(to: index)
    guard !related.isEmpty else { return "" }
    let style = CardStyle(heading: 3, namesType: true, hasDetails: false)
    return """
      <section class="related"><h2>\(texts.readAlso)</h2>
      <ul class="cards">
      \(related.map { card($0.item, style, note: reason($0.shared)) })</ul></section>

      """
  }

  /// « Même objectif : Faire alliance », for the two rarest of the shared terms.
  private func reason(_ shared: [TermReference]) -> HTML {
    shared.prefix(2).map { term in
      HTML(text: texts.sameTerm(site.vocabularies[term.vocabulary].name, label(of: term)))
    }.dotted()
  }
}
