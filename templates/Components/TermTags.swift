import Content
import HTML

extension Rendering {
  /// The terms of an item that no field of it shows, a fact for each vocabulary.
  func termFacts(of item: Item) -> [Fact] {
    var shown: Set<TermReference> = []
    for value in item.fields {
      for part in value?.parts ?? [] {
        if case .term(let term) = part { shown.insert(term) }
      }
    }
    var facts: [Fact] = []
    var last: Int?
    for term in item.terms where !shown.contains(term) {
      let link = link(to: term)
      if term.vocabulary == last, let end = facts.indices.last {
        facts[end].values.append(link)
      } else {
        facts.append(Fact(site.vocabularies[term.vocabulary].name, [link]))
        last = term.vocabulary
      }
    }
    return facts
  }
}
