import Checking
import Markup

/// The sentences of a check's summary, in the platform's language.
struct CheckTexts {
  private let isFrench: Bool

  init(for language: Language) {
    isFrench = language == .french
  }

  func summary(_ report: CheckReport) -> String {
    let (errors, warnings, notes) = (report.count(.error), report.count(.warning), report.count(.note))
    let pages = count(report.pages, "page", "pages")
    guard errors + warnings + notes > 0 else {
      return isFrench ? "Rien à signaler sur \(pages)." : "Nothing to say of \(pages)."
    }
    let counts =
      isFrench
      ? [
        count(errors, "erreur", "erreurs"), count(warnings, "avertissement", "avertissements"),
        count(notes, "remarque", "remarques"),
      ]
      : [
        count(errors, "error", "errors"), count(warnings, "warning", "warnings"),
        count(notes, "note", "notes"),
      ]
    let place = report.pages == 0 ? "" : isFrench ? " sur \(pages)" : " on \(pages)"
    let help =
      isFrench
      ? "Chaque code entre crochets est expliqué dans docs/findings.md."
      : "Every code in brackets is explained in docs/findings.md."
    return "\(counts.joined(separator: ", "))\(place).\n\(help)"
  }

  /// French counts nothing in the singular.
  private func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number == 1 || number == 0 && isFrench ? one : many)"
  }
}
