/// The `definition` capability: the meaning of the item's title.
public struct Definition: Sendable, Capability {
  static let kind = CapabilityKind.definition

  public let text: String

  init?(_ reader: inout MappingReader) {
    guard let text = reader.text(.definitionText) else { return nil }
    self.text = text
  }
}
