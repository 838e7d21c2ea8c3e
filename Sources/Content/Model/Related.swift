/// Another item worth reading after one, and why.
public struct RelatedItem: Sendable, Hashable {
  public let item: Int
  /// The terms that both carry, rarest first.
  public let shared: [TermReference]
}

extension Site {
  /// The items that share the rarest terms with an item, best first.
  ///
  /// A shared term counts the more the fewer items carry it. For each term only the neighbours in the order of lists
  /// are looked at, so that the work for one item doesn't grow with the site.
  ///
  /// - Parameter limit: how many to return at most.
  public func related(to index: Int, limit: Int = 4) -> [RelatedItem] {
    let item = items[index]
    let typeTerms = types[item.type].terms
    let reach = 12
    // Rarest first; a term of the whole type says nothing about one item.
    let terms = item.terms.filter { !typeTerms.contains($0) && carriers(of: $0).count > 1 }
      .sorted { (carriers(of: $0).count, $0) < (carriers(of: $1).count, $1) }
    var meetings: [(other: Int, term: Int)] = []
    meetings.reserveCapacity(terms.count * 2 * reach)
    for (number, term) in terms.enumerated() {
      let carriers = carriers(of: term)
      let place = lowerBound(of: index, in: carriers)
      for other in carriers[max(0, place - reach)..<min(carriers.count, place + reach + 1)] where other != index {
        meetings.append((other, number))
      }
    }
    meetings.sort { ($0.other, $0.term) < ($1.other, $1.term) }
    let weights = terms.map { 1 / Double(carriers(of: $0).count) }
    var best: [(score: Double, item: RelatedItem)] = []
    var rest = meetings[...]
    while let first = rest.first {
      let group = rest.prefix { $0.other == first.other }
      rest = rest.dropFirst(group.count)
      let score = group.reduce(0) { $0 + weights[$1.term] }
      // Among equals the one that stands first in lists.
      let rank = best.firstIndex { $0.score < score } ?? best.endIndex
      guard rank < limit else { continue }
      best.insert((score, RelatedItem(item: first.other, shared: group.map { terms[$0.term] })), at: rank)
      if best.count > limit { best.removeLast() }
    }
    return best.map(\.item)
  }

  private func carriers(of term: TermReference) -> [Int] { vocabularies[term.vocabulary].terms[term.term].items }

  private func lowerBound(of value: Int, in sorted: [Int]) -> Int {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
