import HTML
import Markup

/// A key of a capability's group in the front matter: what readers take values by, and tables of fields list.
public enum CapabilityKey: String, Sendable, CaseIterable {
  case eventStart = "event.start"
  case eventPlace = "event.place"
  case eventOnline = "event.online"
  case eventReplay = "event.replay"
  case eventRegistration = "event.registration"
  case publicationAuthors = "publication.authors"
  case publicationPublisher = "publication.publisher"
  case publicationKind = "publication.kind"
  case publicationURL = "publication.url"
  case publicationCitation = "publication.citation"
  case coursePeriod = "course.period"
  case courseDuration = "course.duration"
  case courseURL = "course.url"
  case trackerNumber = "tracker.number"
  case assessmentOf = "assessment.of"
  case assessmentLevels = "assessment.levels"
  case assessmentStatuses = "assessment.statuses"
  case platformURLs = "platform.urls"
  case platformState = "platform.state"
  case platformAudience = "platform.audience"
  case definitionText = "definition.text"
  case definitionForms = "definition.forms"
  case matrixRows = "matrix.rows"
  case matrixColumns = "matrix.columns"
  case matrixCells = "matrix.cells"
  case caseActors = "case.actors"
  case caseTimeline = "case.timeline"
  case caseResults = "case.results"
  case caseEvidence = "case.evidence"
  case caseUnstated = "case.unstated"
  case figuresStatements = "figures.statements"
  case phasesPeriods = "phases.periods"
  case chapterOf = "chapter.of"
  case chapterNumber = "chapter.number"

  /// What authors write for a key.
  public enum Value: Sendable, Hashable {
    case field(Field.Kind, isList: Bool)
    /// The name of a content type.
    case typeName
    /// A list of groups with these keys.
    case groups([String])
    /// A list of rows, each a list of groups with these keys.
    case rows(of: [String])
    /// For each item, one of the assessment's levels.
    case levels
  }

  /// The key in its group: `start`.
  public var name: String {
    String(rawValue[rawValue.utf8.index(after: dot)...])
  }

  /// The name of its group: `event`.
  public var group: String { String(rawValue[..<dot]) }

  private var dot: String.Index { rawValue.utf8.firstIndex(of: UInt8(ascii: ".")) ?? rawValue.startIndex }

  /// Whether a group that is given means nothing without it.
  public var isRequired: Bool {
    switch self {
    case .eventStart, .trackerNumber, .assessmentOf, .definitionText: true
    case .matrixRows, .matrixColumns, .matrixCells: true
    case .caseEvidence, .figuresStatements, .phasesPeriods, .chapterOf, .chapterNumber: true
    default: false
    }
  }

  public var value: Value {
    switch self {
    case .eventStart, .coursePeriod: .field(.date, isList: false)
    case .eventPlace, .publicationPublisher, .publicationKind, .publicationCitation, .courseDuration,
      .platformState, .platformAudience, .definitionText, .caseEvidence:
      .field(.text, isList: false)
    case .eventOnline: .field(.boolean, isList: false)
    case .eventReplay, .eventRegistration, .publicationURL, .courseURL: .field(.link, isList: false)
    case .trackerNumber, .chapterNumber: .field(.number, isList: false)
    case .publicationAuthors, .definitionForms, .matrixRows, .caseActors, .caseResults, .caseUnstated:
      .field(.text, isList: true)
    case .chapterOf: .field(.reference(types: []), isList: false)
    case .platformURLs: .field(.link, isList: true)
    case .assessmentOf: .typeName
    case .assessmentStatuses: .levels
    case .matrixCells: .rows(of: members.map(\.name))
    case .assessmentLevels, .matrixColumns, .caseTimeline, .figuresStatements, .phasesPeriods:
      .groups(members.map(\.name))
    }
  }
}

extension CapabilityKind {
  /// The keys of its group.
  public var keys: [CapabilityKey] { CapabilityKey.allCases.filter { $0.group == rawValue } }
}

/// Values taken by the keys of a capability.
extension MappingReader {
  mutating func node(_ key: CapabilityKey) -> YAMLNode? { node(key.name) }

  mutating func list(_ key: CapabilityKey) -> [YAMLNode] { list(key.name) }

  mutating func mapping(_ key: CapabilityKey) -> MappingReader? { mapping(key.name) }

  mutating func text(_ key: CapabilityKey) -> String? { text(key.name, required: key.isRequired) }

  mutating func texts(_ key: CapabilityKey) -> [String] { texts(key.name) }

  mutating func verbatim(_ key: CapabilityKey) -> String? { verbatim(key.name, required: key.isRequired) }

  mutating func statedText(_ key: CapabilityKey) -> Stated<String>? { statedText(key.name) }

  mutating func statedDate(_ key: CapabilityKey) -> Stated<DateSpan>? { statedDate(key.name) }

  mutating func statedLink(_ key: CapabilityKey) -> Stated<URLReference>? {
    stated(key.name) { $0.link(of: $1, key: key.name) }
  }

  /// Reports that a key has no value, with the name of its group.
  mutating func reportMissing(_ key: CapabilityKey) { reportMissing(key.name, as: key.rawValue) }

  func keyLocation(_ key: CapabilityKey) -> SourceLocation { keyLocation(key.name) }
}
