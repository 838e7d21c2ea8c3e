import Markup

/// What an audit of the published site's accessibility found: `accessibility` of `site.yml`.
public struct AccessibilityAudit: Sendable {
  /// The states that the French model of accessibility statements knows.
  public enum Conformity: String, Sendable, Hashable, CaseIterable {
    case full = "totale"
    case partial = "partielle"
    case none = "non"

    /// A state by its French name, or in English: `full`, `partial`, `none`.
    init?(named name: String) {
      switch name {
      case "totale", "full": self = .full
      case "partielle", "partial": self = .partial
      case "non", "none", "no": self = .none
      default: return nil
      }
    }

    /// Whether the share of criteria that are met, in percent, can have this state.
    func allows(rate: Double) -> Bool {
      switch self {
      case .full: rate == 100
      case .partial: (50..<100).contains(rate)
      case .none: (0..<50).contains(rate)
      }
    }
  }

  /// When it was made.
  public let date: DateSpan
  public let conformity: Conformity
  /// The share of criteria that are met, in percent.
  public let rate: DecimalNumber?
  public let auditor: String?
  /// What the site was checked against, where it isn't the usual standard.
  public let standard: String?

  init?(_ reader: inout MappingReader) {
    let date = reader.date("audit")
    if reader.node("audit") == nil { reader.reportMissing("audit") }
    let conformity = reader.conformity("conformity")
    let rate = reader.number("rate")
    auditor = reader.text("auditor")
    standard = reader.text("standard")
    guard let date, let conformity else { return nil }
    if let rate, !conformity.allows(rate: rate.value) {
      reader.report(
        .conformityRate(conformity: conformity.rawValue, rate: rate.text), at: reader.keyLocation("rate"))
    }
    (self.date, self.conformity, self.rate) = (date, conformity, rate)
  }
}

extension MappingReader {
  /// The audit that a group tells of; `nil` where there is none.
  mutating func accessibilityAudit(_ key: String) -> AccessibilityAudit? {
    guard var inner = mapping(key) else { return nil }
    let audit = AccessibilityAudit(&inner)
    inner.finish()
    add(inner)
    return audit
  }

  fileprivate mutating func conformity(_ key: String) -> AccessibilityAudit.Conformity? {
    guard let node = node(key) else {
      reportMissing(key)
      return nil
    }
    guard let text = text(of: node, key: key) else { return nil }
    if let conformity = AccessibilityAudit.Conformity(named: text) { return conformity }
    let known = AccessibilityAudit.Conformity.allCases.map(\.rawValue)
    report(
      .unknownValue(
        key: key, value: text, suggestion: EditDistance.nearest(to: text, among: known), known: known),
      at: node)
    return nil
  }
}
