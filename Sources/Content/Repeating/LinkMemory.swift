import HTML

/// How the links of a site's items were resolved the last time, for a site that is read again.
///
/// What becomes of an item's references and links depends on the item and on what they may lead to: names, addresses,
/// anchors, files, the glossary. While the latter stay, an item that wasn't read again is the one it was.
struct LinkMemory: Sendable {
  private var surroundings: LinkSurroundings?
  private var linked: [LinkedItem] = []

  /// What is known of each item of a site; `nil` where it has to be linked.
  func linkedItems(in surroundings: LinkSurroundings) -> [LinkedItem?] {
    let items = surroundings.items
    guard let known = self.surroundings, known.leadsWhere(surroundings) else {
      return Array(repeating: nil, count: items.count)
    }
    return items.indices.map { index in
      known.items[index] === items[index] && !items[index].showsOtherSources ? linked[index] : nil
    }
  }

  mutating func keep(_ linked: [LinkedItem], in surroundings: LinkSurroundings) {
    self.surroundings = surroundings
    self.linked = linked
  }
}

/// Everything of a site that its texts may lead to.
struct LinkSurroundings: Sendable {
  /// Before their links are resolved.
  fileprivate let items: [Item]
  private let itemRanges: [Range<Int>]
  /// Whether what the items of a type are called has a part in the glossary.
  private let isGlossary: [Bool]
  private let assets: [Asset]
  private let otherAnchors: [Page: [String]]
  private let otherPaths: Set<String>
  private let unpublished: Set<String>
  private let unread: Set<String>

  /// - Parameters:
  ///   - site: before its links are resolved.
  ///   - otherPaths: the site paths of pages that aren't items.
  ///   - unpublished: files of items that are held back.
  ///   - unread: files that couldn't be read.
  init(_ site: Site, otherPaths: Set<String>, unpublished: Set<String>, unread: Set<String>) {
    (items, itemRanges, assets) = (site.items, site.itemRanges, site.assets)
    isGlossary = site.types.map { $0.has(.definition) || $0.linksMentions }
    var otherAnchors: [Page: [String]] = [:]
    otherAnchors[.home] = site.home?.body.ids
    for (index, type) in site.types.enumerated() {
      otherAnchors[.list(type: index, number: 1)] = type.introduction?.body.ids
    }
    for (vocabulary, terms) in site.vocabularies.map(\.terms).enumerated() {
      for (index, term) in terms.enumerated() where term.page != nil {
        let reference = TermReference(vocabulary: vocabulary, term: index)
        otherAnchors[.term(reference, number: 1)] = term.page?.body.ids
      }
    }
    (self.otherAnchors, self.otherPaths) = (otherAnchors, otherPaths)
    (self.unpublished, self.unread) = (unpublished, unread)
  }

  /// Whether links lead where they led.
  func leadsWhere(_ other: LinkSurroundings) -> Bool {
    itemRanges == other.itemRanges && assets == other.assets && otherAnchors == other.otherAnchors
      && otherPaths == other.otherPaths && unpublished == other.unpublished && unread == other.unread
      && items.indices.allSatisfy { items[$0] === other.items[$0] || isSame(items[$0], other.items[$0]) }
  }

  /// Whether two items are one for those that lead to it.
  private func isSame(_ item: Item, _ other: Item) -> Bool {
    let (item, other) = (item.contents, other.contents)
    guard item.id == other.id, item.file == other.file, item.path == other.path, item.url == other.url,
      item.anchors == other.anchors
    else { return false }
    guard isGlossary[item.type] else { return true }
    return item.title == other.title && item.languageCode == other.languageCode
      && item.capabilities.definition?.forms == other.capabilities.definition?.forms
  }
}
