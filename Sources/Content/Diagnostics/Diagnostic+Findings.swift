import Markup

extension Diagnostic {
  /// How many errors, and how many warnings and notes, of one text are told one by one: a page with more, such as one
  /// pasted from a web site, shows them better once these are repaired.
  static let findingLimit = 200

  /// What was found in a text, in the order of the text; beyond the limit, a last one tells how many more there are, so
  /// that none goes without a word.
  static func all(of findings: [MarkdownFinding], file: String) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var errors = 0
    var others = 0
    var further: (count: Int, hasErrors: Bool, location: SourceLocation?) = (0, false, nil)
    for finding in findings {
      // Telling one costs more than finding it: those that will not be told are counted only.
      let isError = finding.isError
      let isTold = isError ? errors < findingLimit : others < findingLimit
      if isError { errors += 1 } else { others += 1 }
      guard isTold else {
        further.count += 1
        further.hasErrors = further.hasErrors || isError
        if further.location == nil { further.location = SourceLocation(file: file, finding.position) }
        continue
      }
      diagnostics.append(Diagnostic(finding, file: file))
    }
    if further.count > 0 {
      diagnostics.append(
        Diagnostic(further.hasErrors ? .error : .warning, .furtherFindings(further.count), at: further.location))
    }
    return diagnostics
  }
}

extension MarkdownFinding {
  fileprivate var isError: Bool {
    switch self {
    case .alternativeTextMissing, .directive: true
    default: false
    }
  }
}
