/// The words that directives show of themselves.
extension Language {
  private var isFrench: Bool { self == .french }

  /// What a callout is called; nil for what is no callout.
  func callout(_ kind: Directive.Kind) -> String? {
    switch kind {
    case .note: "Note"
    case .warning: isFrench ? "Attention" : "Warning"
    case .example: isFrench ? "Exemple" : "Example"
    case .definition: isFrench ? "Définition" : "Definition"
    default: nil
    }
  }

  var transcription: String { isFrench ? "Transcription" : "Transcript" }

  /// « Source : », with the space that French puts before a colon.
  func introduced(_ word: String) -> String { isFrench ? word + noBreakSpace + ":" : word + ":" }

  var credit: String { introduced(isFrench ? "Crédit" : "Credit") }

  var source: String { introduced("Source") }

  var unstatedValue: String { isFrench ? "non précisé" : "not stated" }

  var unstatedDate: String { isFrench ? "date non précisée" : "date not stated" }

  var unstatedSource: String { isFrench ? "source non précisée" : "source not stated" }

  /// Whether a text says that the sources don't say.
  static func isUnstated(_ text: String) -> Bool {
    text.utf8.count <= 64 && unstated.contains(Slug.make(text))
  }

  private static let unstated: Set = [
    "non-precise", "non-precisee", "n-d", "not-stated", "not-specified", "unspecified",
  ]
}
