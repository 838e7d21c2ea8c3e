import Markup

/// The `case` capability: an experience told from its sources, with what they leave unsaid.
public struct CaseStudy: Sendable, Capability {
  static let kind = CapabilityKind.caseStudy

  public struct Moment: Sendable {
    public let date: DateSpan
    public let text: String
  }

  public let actors: Stated<[String]>?
  /// What happened, in the author's order.
  public let timeline: [Moment]
  public let results: Stated<[String]>?
  /// What supports the results: an account, figures, an evaluation by others.
  public let evidence: Stated<String>?
  /// What the sources don't say of it.
  public let unstated: [String]

  init?(_ reader: inout MappingReader) {
    actors = reader.statedTexts(.caseActors)
    timeline = reader.groups(.caseTimeline) { group in
      let date = group.requiredDate("date")
      let text = group.text("text", required: true)
      guard let date, let text else { return nil }
      return Moment(date: date, text: text)
    }
    results = reader.statedTexts(.caseResults)
    evidence = reader.statedText(.caseEvidence)
    if evidence == nil, reader.node(.caseEvidence) == nil { reader.reportMissing(.caseEvidence) }
    unstated = reader.texts(.caseUnstated)
  }
}
