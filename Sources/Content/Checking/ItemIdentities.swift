/// Finds items by what authors write to name them: an id, or what follows the type in it.
struct ItemIdentities: Sendable {
  private let items: [Item]
  private let typeIDs: [String]
  private var byID: [String: Int] = [:]
  /// The items of each file name, whatever their type.
  private var byStem: [String: [Int]] = [:]
  private let unpublished: Set<String>
  private let unread: Set<String>
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameter unread: names of items whose files couldn't be read: nothing is said about them.
  init(_ items: [Item], types: [ContentType], unpublished: [String: Item], unread: Set<String>) {
    self.items = items
    self.unread = unread
    typeIDs = types.map(\.id)
    self.unpublished = Set(unpublished.values.flatMap { [$0.id, ItemIdentities.stem(of: $0.id)] })
    for (index, item) in items.enumerated() {
      if let first = byID[item.id] {
        // Files of one name share their address too, and that is what will be reported.
        if items[first].path != item.path {
          diagnostics.append(
            Diagnostic(
              .error, .nameTaken(kind: .item, name: item.id, first: items[first].location), at: item.location)
          )
        }
        continue
      }
      byID[item.id] = index
      byStem[ItemIdentities.stem(of: item.id), default: []].append(index)
    }
  }

  /// The item that a text names.
  ///
  /// - Parameter types: the ids of the types it may have; any, when empty.
  /// - Returns: its index, or why there is none; neither when its file couldn't be read.
  func item(named text: String, types: [String]) -> Result<Int, Absence>? {
    if let index = byID[text] { return check(index, text, types) }
    for type in types {
      if let index = byID["\(type)/\(text)"] { return .success(index) }
    }
    let candidates = byStem[text] ?? []
    if candidates.count == 1 { return check(candidates[0], text, types) }
    if unread.contains(text) { return nil }
    if unpublished.contains(text) { return .failure(Absence(problem: .referenceToUnpublished(text))) }
    return .failure(
      Absence(problem: .unknownReference(text, suggestion: suggestion(for: text, types, candidates))))
  }

  /// Why no item has a name.
  struct Absence: Error {
    var problem: Problem
  }

  private func check(_ index: Int, _ text: String, _ types: [String]) -> Result<Int, Absence> {
    let type = typeIDs[items[index].type]
    guard types.isEmpty || types.contains(type) else {
      return .failure(Absence(problem: .referenceToWrongType(text, type: type, expected: types)))
    }
    return .success(index)
  }

  private func suggestion(for text: String, _ types: [String], _ namesakes: [Int]) -> String? {
    if let first = namesakes.first { return items[first].id }
    let known = items.lazy.filter { types.isEmpty || types.contains(typeIDs[$0.type]) }.map(\.id)
    return EditDistance.nearest(to: text, among: known.map(ItemIdentities.stem))
      ?? EditDistance.nearest(to: text, among: known)
  }

  /// What follows the type in an id.
  static func stem(of id: String) -> String {
    String(id.split(separator: "/", maxSplits: 1).last ?? "")
  }
}
