import HTML
import Markup

/// Mentions of the glossary's terms, which become links by themselves.
extension LinkResolver {
  /// Makes a link of the first mention of each term in the texts of an item, the body before the fields.
  ///
  /// A term that a text of the page leads to already gets none, and neither does the page's own.
  func linkMentions(in resolution: inout Resolution, of item: Item) {
    guard item.body.linksTerms, var mentions = mentions(in: item.languageCode, resolution) else { return }
    if let own = index(ofItemAt: item.path) { mentions.linked.insert(own) }
    resolution.body.linkMentions(&mentions)
    var resolved = resolution.fields[...]
    resolution.fields = []
    for (index, value) in item.fields.enumerated() {
      let isResolved = resolved.first?.0 == index
      guard var value = isResolved ? resolved.removeFirst().1 : value, value.holdsMarkdown else { continue }
      value.linkMentions(&mentions)
      resolution.fields.append((index, value))
    }
    resolution.targets += mentions.found
  }

  /// Makes a link of the first mention of each term in a text that stands alone on its page.
  func linkMentions(in resolution: inout Resolution) {
    guard resolution.body.linksTerms, var mentions = mentions(in: nil, resolution) else { return }
    resolution.body.linkMentions(&mentions)
  }

  /// - Returns: `nil` where there is nothing to find.
  private func mentions(in languageCode: String?, _ resolution: Resolution) -> Mentions? {
    glossary.finder(language: languageCode ?? site.settings.languageCode).map {
      Mentions(finder: $0, items: site.items, linked: Set(resolution.targets))
    }
  }
}

/// The mentions of terms on one page.
private struct Mentions {
  let finder: TermFinder
  let items: [Item]
  /// The terms that get no link any more.
  var linked: Set<Int>
  /// Those that got one, in the order of the texts.
  var found: [Int] = []

  init(finder: TermFinder, items: [Item], linked: Set<Int>) {
    (self.finder, self.items, self.linked) = (finder, items, linked)
  }

  /// Where a mention leads, if it is a term's first.
  mutating func address(of term: Int) -> URLReference? {
    guard linked.insert(term).inserted else { return nil }
    found.append(term)
    return items[term].url
  }
}

extension Body {
  fileprivate mutating func linkMentions(_ mentions: inout Mentions) {
    linkMentions(found: mentions.finder) { mentions.address(of: $0) }
  }
}

extension FieldValue {
  fileprivate var holdsMarkdown: Bool {
    parts.contains { if case .markdown = $0 { true } else { false } }
  }

  fileprivate mutating func linkMentions(_ mentions: inout Mentions) {
    switch self {
    case .markdown(var body):
      body.linkMentions(&mentions)
      self = .markdown(body)
    case .list(let values):
      self = .list(
        values.map { value in
          var value = value
          value.linkMentions(&mentions)
          return value
        })
    default: break
    }
  }
}
