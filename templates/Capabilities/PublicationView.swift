import Content
import HTML

extension Rendering {
  /// Who published it and where it can be read; its date is the item's.
  func facts(of publication: Publication, _ item: Item) -> [Fact] {
    let authors = publication.authors
    var facts: [Fact] = []
    if !authors.isEmpty { facts.append(Fact(texts.authors(authors.count), authors.map { HTML(text: $0) })) }
    facts += fact(texts.publisher, publication.publisher) { HTML(text: $0) }
    if let kind = kindToShow(publication, item) { facts.append(Fact(texts.documentKind, [HTML(text: kind)])) }
    facts += fact(texts.document, publication.url) { link(to: $0, texts.readOn) }
    return facts
  }

  /// The mention that whoever quotes the document has to use.
  func citation(of publication: Publication) -> HTML {
    guard let citation = publication.citation else { return "" }
    return """
      <section class="panel"><h2>\(texts.requiredMention)</h2><p>\(citation)</p></section>

      """
  }

  func cardParts(of publication: Publication, _ item: Item) -> [HTML] {
    var parts: [HTML] = []
    if let kind = kindToShow(publication, item) { parts.append(HTML(text: kind)) }
    if !publication.authors.isEmpty { parts.append(HTML(text: language.list(publication.authors))) }
    return parts
  }

  func publicationData(_ publication: Publication, _ item: Item) -> (type: String, [JSON.Member]) {
    var members: [JSON.Member] = []
    if !publication.authors.isEmpty {
      // The content doesn't say whether an author is a person, so no type of theirs is given.
      let authors = publication.authors.map { ["name": .string($0)] as JSON }
      members.append(JSON.Member(name: "author", value: .array(authors)))
    }
    if let publisher = publication.publisher?.value {
      members.append(JSON.Member(name: "publisher", value: ["name": .string(publisher)]))
    }
    if let date = item.date?.datetimeAttribute {
      members.append(JSON.Member(name: "datePublished", value: .string(date)))
    }
    if let url = publication.url?.value.flatMap(absolute) {
      members.append(JSON.Member(name: "sameAs", value: .url(url)))
    }
    return ("CreativeWork", members)
  }

  /// The document's kind, unless a term of the item says the same.
  private func kindToShow(_ publication: Publication, _ item: Item) -> String? {
    guard let kind = publication.kindName else { return nil }
    let words = kind.lowercased()
    return item.terms.contains { site[$0].label.lowercased() == words } ? nil : kind
  }
}
