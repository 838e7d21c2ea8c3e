/// What a text is sorted by: accents, ligatures, case and punctuation don't count (é is e, œ is oe), and what
/// is equal so is told apart by its bytes, so that the order never depends on what it was before.
public struct SortKey: Sendable, Hashable, Comparable {
  private let bytes: [UInt8]

  public init(_ text: String) {
    var bytes = Array(Folding.folded(text, separator: Byte.space).utf8)
    // Below every byte of a folded text, so that a word comes before those it begins.
    bytes.append(0)
    bytes.append(contentsOf: text.utf8)
    self.bytes = bytes
  }

  public static func < (left: SortKey, right: SortKey) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}
