import Content

/// What a site says of its accessibility, in one language.
struct ConformityTexts: Sendable {
  /// What sites are checked against, unless the settings name something else.
  var standard: String
  var state: @Sendable (_ site: String, AccessibilityAudit.Conformity, _ standard: String) -> String
  var noAudit: String
  /// Before the day of the audit, and after it where somebody is named.
  var audited: String
  var auditedBy: @Sendable (_ auditor: String) -> String
  var rate: @Sendable (_ percentage: String) -> String

  static let french = ConformityTexts(
    standard: "référentiel général d’amélioration de l’accessibilité (RGAA), version\u{A0}4.1.2",
    state: { site, conformity, standard in
      let words =
        switch conformity {
        case .full: "totalement conforme"
        case .partial: "partiellement conforme"
        case .none: "non conforme"
        }
      return "Le site «\u{A0}\(site)\u{A0}» est \(words)\u{A0}: \(standard)."
    },
    noAudit:
      "Aucun audit n’a été fait\u{A0}: sans lui, un site se déclare non conforme, quel que soit son état réel.",
    audited: "Audit\u{A0}:", auditedBy: { ", par \($0)" },
    rate: { "Part des critères respectés\u{A0}: \($0)." })

  static let english = ConformityTexts(
    standard: "Web Content Accessibility Guidelines (WCAG) 2.2, level AA",
    state: { site, conformity, standard in
      let words =
        switch conformity {
        case .full: "fully conforms"
        case .partial: "partly conforms"
        case .none: "does not conform"
        }
      return "The site “\(site)” \(words) to: \(standard)."
    },
    noAudit:
      "No audit was made: without one, a site states that it does not conform, whatever its real state.",
    audited: "Audit:", auditedBy: { ", by \($0)" },
    rate: { "Share of criteria that are met: \($0)." })
}
