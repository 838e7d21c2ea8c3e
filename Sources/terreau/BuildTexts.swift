import Generator
import Markup

/// The sentences of a build's summary, in the platform's language.
struct BuildTexts {
  private let isFrench: Bool

  init(for language: Language) {
    isFrench = language == .french
  }

  func summary(_ summary: BuildSummary, duration: Duration) -> String {
    let time = BuildTexts.seconds(duration, separator: isFrench ? "," : ".")
    let bytes = BuildTexts.size(summary.bytesWritten)
    return isFrench
      ? """
      \(summary.pages) pages, \(summary.files) fichiers : \(summary.written) écrits (\(bytes.value) \(bytes.french)), \
      \(summary.unchanged) inchangés, \(summary.removed) retirés. \(time) s
      """
      : """
      \(summary.pages) pages, \(summary.files) files: \(summary.written) written (\(bytes.value) \(bytes.english)), \
      \(summary.unchanged) unchanged, \(summary.removed) removed. \(time) s
      """
  }

  /// How many errors and warnings stopped the build.
  func failure(_ report: BuildReport) -> String {
    let errors = report.diagnostics.count { $0.severity == .error }
    let warnings = report.diagnostics.count { $0.severity == .warning }
    if isFrench {
      let counts = [BuildTexts.count(errors, "erreur", "erreurs"), BuildTexts.count(warnings, "avertissement", "avertissements")]
      return "\(counts.compactMap(\.self).joined(separator: ", ")). Rien n’a été publié."
    }
    let counts = [BuildTexts.count(errors, "error", "errors"), BuildTexts.count(warnings, "warning", "warnings")]
    return "\(counts.compactMap(\.self).joined(separator: ", ")). Nothing was published."
  }

  func details(_ summary: BuildSummary) -> String {
    isFrench ? "\(summary.bytesWritten) octets écrits." : "\(summary.bytesWritten) bytes written."
  }

  private static func count(_ number: Int, _ one: String, _ many: String) -> String? {
    number == 0 ? nil : "\(number) \(number == 1 ? one : many)"
  }

  private static func seconds(_ duration: Duration, separator: String) -> String {
    let hundredths = (duration.milliseconds + 5) / 10
    let fraction = hundredths % 100
    return "\(hundredths / 100)\(separator)\(fraction < 10 ? "0" : "")\(fraction)"
  }

  private static func size(_ bytes: Int) -> (value: Int, french: String, english: String) {
    switch bytes {
    case ..<1_000: (bytes, "octets", "bytes")
    case ..<1_000_000: (bytes / 1_000, "ko", "kB")
    default: (bytes / 1_000_000, "Mo", "MB")
    }
  }
}
