/// What authors call the kinds of fields.
public enum FieldTypeName: String, Sendable, CaseIterable {
  case text, markdown, date, number, link, boolean, term, reference
}
