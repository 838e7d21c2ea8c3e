import Markup

/// The `figures` capability: what sources state of one thing, side by side where they disagree.
public struct Figures: Sendable, Capability {
  static let kind = CapabilityKind.figures

  /// A number, with everything that a reader needs to believe it.
  public struct Statement: Sendable {
    /// What stands before the number: « plus de ».
    public let prefix: String?
    public let value: DecimalNumber
    public let unit: String
    /// What is counted, in the source's words.
    public let label: String?
    public let date: Stated<DateSpan>?
    public internal(set) var source: Reference
    /// Where in the source.
    public let page: String?
    public let note: String?
  }

  public internal(set) var statements: [Statement]

  init?(_ reader: inout MappingReader) {
    if reader.node(.figuresStatements) == nil { reader.reportMissing(.figuresStatements) }
    statements = reader.groups(.figuresStatements) { group in
      let value = group.number("value")
      if group.node("value") == nil { group.reportMissing("value") }
      let unit = group.text("unit", required: true)
      let prefix = group.text("prefix")
      let label = group.text("label")
      let date = group.statedDate("date")
      if group.node("date") == nil { group.reportMissing("date") }
      let source = group.reference("source")
      let page = group.text("page")
      let note = group.text("note")
      guard let value, let unit, let source else { return nil }
      return Statement(
        prefix: prefix, value: value, unit: unit, label: label, date: date, source: source, page: page,
        note: note)
    }
  }
}
