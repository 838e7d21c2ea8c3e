/// The `definition` capability: the meaning of the item's title.
public struct Definition: Sendable, Capability {
  static let kind = CapabilityKind.definition

  public let text: String
  /// Other ways to write the title, for finding it in texts.
  public let forms: [String]

  init?(_ reader: inout MappingReader) {
    let forms = reader.texts(.definitionForms)
    guard let text = reader.text(.definitionText) else { return nil }
    self.text = text
    self.forms = forms
  }
}
