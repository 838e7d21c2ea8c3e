/// Items of a term that carry the same term of another vocabulary.
public struct TermGroup: Sendable, Hashable {
  /// The term of the other vocabulary; `nil` for the items that carry none of its terms.
  public let term: TermReference?
  /// In the order of lists.
  public internal(set) var items: ArraySlice<Int>
}

/// The items of the terms whose vocabulary declares by which other one they are grouped.
///
/// An item stands once: under the first of its terms, so that as many pages are needed as without groups.
public struct TermGroups: Sendable {
  private let groups: [TermReference: [TermGroup]]

  public init(_ site: Site) {
    var groups: [TermReference: [TermGroup]] = [:]
    for (index, vocabulary) in site.vocabularies.enumerated() {
      guard let other = vocabulary.groupBy else { continue }
      for (number, term) in vocabulary.terms.enumerated() {
        let reference = TermReference(vocabulary: index, term: number)
        groups[reference] = TermGroups.groups(of: term.items, by: other, in: site)
      }
    }
    self.groups = groups
  }

  private static func groups(of items: [Int], by other: Int, in site: Site) -> [TermGroup] {
    var members = [[Int]](repeating: [], count: site.vocabularies[other].terms.count)
    var rest: [Int] = []
    for index in items {
      if let term = site.items[index].terms.first(where: { $0.vocabulary == other }) {
        members[term.term].append(index)
      } else {
        rest.append(index)
      }
    }
    let groups = members.enumerated().map { number, items in
      TermGroup(term: TermReference(vocabulary: other, term: number), items: items[...])
    }
    return (groups + [TermGroup(term: nil, items: rest[...])]).filter { !$0.items.isEmpty }
  }

  /// The part of a term's groups that one page shows, or `nil` where its vocabulary declares no grouping.
  ///
  /// - Parameters:
  ///   - number: the page, from 1.
  ///   - size: how many items a page holds.
  public func page(_ number: Int, of term: TermReference, size: Int) -> [TermGroup]? {
    guard let all = groups[term] else { return nil }
    var skipped = (number - 1) * size
    var room = size
    var shown: [TermGroup] = []
    for var group in all where room > 0 {
      let rest = group.items.dropFirst(skipped)
      skipped -= group.items.count - rest.count
      group.items = rest.prefix(room)
      room -= group.items.count
      if !group.items.isEmpty { shown.append(group) }
    }
    return shown
  }
}
