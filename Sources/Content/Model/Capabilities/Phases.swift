import Markup

/// The `phases` capability: one way of cutting a time into periods.
public struct Phases: Sendable, Capability {
  static let kind = CapabilityKind.phases

  public struct Period: Sendable {
    public let period: DateSpan
    public let label: String
    public let note: String?
  }

  /// In the author's order.
  public let periods: [Period]

  init?(_ reader: inout MappingReader) {
    if reader.node(.phasesPeriods) == nil { reader.reportMissing(.phasesPeriods) }
    periods = reader.groups(.phasesPeriods) { group in
      let period = group.requiredDate("period")
      let label = group.text("label", required: true)
      let note = group.text("note")
      guard let period, let label else { return nil }
      return Period(period: period, label: label, note: note)
    }
  }
}
