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
    var scores: [Int: Double] = [:]
    var shared: [Int: [TermReference]] = [:]
    let terms = item.terms.filter { !typeTerms.contains($0) && self[$0].items.count > 1 }
      .sorted { (self[$0].items.count, $0) < (self[$1].items.count, $1) }
    for term in terms {
      let carriers = self[term].items
      let place = lowerBound(of: index, in: carriers)
      for other in carriers[max(0, place - reach)..<min(carriers.count, place + reach + 1)] where other != index {
        scores[other, default: 0] += 1 / Double(carriers.count)
        shared[other, default: []].append(term)
      }
    }
    return
      scores
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .prefix(limit)
      .map { RelatedItem(item: $0.key, shared: shared[$0.key] ?? []) }
  }

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
