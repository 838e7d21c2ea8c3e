extension CapabilityKey {
  /// A key of the groups that stand in a list under a key.
  public struct Member: Sendable, Hashable {
    public enum Value: Sendable, Hashable {
      case text, date, number, integer
      /// The file name or the id of an item.
      case reference
    }

    public let name: String
    public let value: Value
    public let isRequired: Bool
    /// Whether its author may say that the sources don't say.
    public let mayBeUnspecified: Bool

    init(_ name: String, _ value: Value = .text, required: Bool = false, mayBeUnspecified: Bool = false) {
      self.name = name
      self.value = value
      isRequired = required
      self.mayBeUnspecified = mayBeUnspecified
    }
  }

  /// The keys of its groups; none where it has no groups.
  public var members: [Member] {
    switch self {
    case .assessmentLevels: [Member("label", required: true), Member("count", .integer, required: true)]
    case .matrixColumns: [Member("label", required: true), Member("note")]
    case .matrixCells: [Member("label", required: true), Member("percent", .number, required: true)]
    case .caseTimeline: [Member("date", .date, required: true), Member("text", required: true)]
    case .phasesPeriods:
      [Member("period", .date, required: true), Member("label", required: true), Member("note")]
    case .figuresStatements:
      [
        Member("value", .number, required: true), Member("unit", required: true), Member("prefix"),
        Member("label"), Member("date", .date, required: true, mayBeUnspecified: true),
        Member("source", .reference, required: true), Member("page"), Member("note"),
      ]
    default: []
    }
  }

  /// Whether its author may say that the sources don't say.
  public var mayBeUnspecified: Bool {
    switch self {
    case .eventPlace, .eventOnline, .eventReplay, .eventRegistration, .publicationPublisher, .publicationURL,
      .coursePeriod, .courseDuration, .courseURL, .platformURLs, .platformState, .platformAudience,
      .caseActors,
      .caseResults, .caseEvidence:
      true
    default: false
    }
  }
}
