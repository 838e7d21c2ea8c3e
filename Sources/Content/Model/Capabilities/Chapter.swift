/// The `chapter` capability: a part of another item, at its place in the whole.
public struct Chapter: Sendable, Capability {
  static let kind = CapabilityKind.chapter

  /// The item it is a part of.
  public internal(set) var whole: Reference
  public let number: Int
  let numberLocation: SourceLocation

  init?(_ reader: inout MappingReader) {
    let whole = reader.reference(CapabilityKey.chapterOf.name)
    let number = reader.integer(CapabilityKey.chapterNumber.name)
    let node = reader.node(.chapterNumber)
    if node == nil { reader.reportMissing(.chapterNumber) }
    guard let whole, let number else { return nil }
    self.whole = whole
    self.number = number
    numberLocation = node?.location(in: reader.file) ?? reader.keyLocation(.chapterNumber)
  }
}
