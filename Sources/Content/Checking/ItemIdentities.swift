/// Finds items by what authors write to name them.
struct ItemIdentities {
  private var byID: [String: Int] = [:]
  /// The items of each file name, whatever their type.
  private var byStem: [String: [Int]] = [:]
  private var unpublished: Set<String> = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ items: [Item], unpublished: [String: Item]) {
    for (index, item) in items.enumerated() {
      if let first = byID[item.id] {
        // Files of one name share their address too, and that is what will be reported.
        if items[first].path != item.path {
          diagnostics.append(
            Diagnostic(
              .error, .nameTaken(kind: .item, name: item.id, first: items[first].location), at: item.location))
        }
        continue
      }
      byID[item.id] = index
      byStem[ItemIdentities.stem(of: item.id), default: []].append(index)
    }
    self.unpublished = Set(unpublished.values.flatMap { [$0.id, ItemIdentities.stem(of: $0.id)] })
  }

  /// The item that a text names: its id, or what follows the type in it where that is unambiguous.
  ///
  /// - Parameter types: the ids of the types to look in; all, when empty.
  func item(named text: String, types: [String] = []) -> Int? {
    if let index = byID[text] { return index }
    for type in types {
      if let index = byID["\(type)/\(text)"] { return index }
    }
    guard types.isEmpty, let candidates = byStem[text], candidates.count == 1 else { return nil }
    return candidates.first
  }

  func isUnpublished(_ text: String) -> Bool { unpublished.contains(text) }

  func suggestion(for text: String, types: [String]) -> String? {
    let stems = byStem.keys.sorted()
    return EditDistance.nearest(to: text, among: stems) ?? EditDistance.nearest(to: text, among: byID.keys.sorted())
  }

  private static func stem(of id: String) -> String {
    String(id.split(separator: "/", maxSplits: 1).last ?? "")
  }
}
