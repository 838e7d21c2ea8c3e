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
    let pages = report.pages
    if isFrench {
      guard errors + warnings + notes > 0 else { return "Rien à signaler sur \(CheckTexts.count(pages, "page", "pages"))." }
      return """
        \(CheckTexts.count(errors, "erreur", "erreurs")), \
        \(CheckTexts.count(warnings, "avertissement", "avertissements")), \
        \(CheckTexts.count(notes, "remarque", "remarques")) sur \(CheckTexts.count(pages, "page", "pages")).
        Chaque code entre crochets est expliqué dans docs/findings.md.
        """
    }
    guard errors + warnings + notes > 0 else { return "Nothing to say of \(CheckTexts.count(pages, "page", "pages"))." }
    return """
      \(CheckTexts.count(errors, "error", "errors")), \(CheckTexts.count(warnings, "warning", "warnings")), \
      \(CheckTexts.count(notes, "note", "notes")) on \(CheckTexts.count(pages, "page", "pages")).
      Every code in brackets is explained in docs/findings.md.
      """
  }

  private static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number == 1 ? one : many)"
  }
}
