import Content
import Glibc
import Markup

/// Ends a command that could not do what it was asked for.
enum CommandFailure {
  /// Says what is wrong on standard error, and ends with the status of the gravest of it.
  ///
  /// - Parameter source: the folder that places in files are relative to.
  static func end(_ diagnostics: [Diagnostic], in language: Language, source: String, then words: String = "")
    -> Never
  {
    let report = DiagnosticReport(
      wording: DiagnosticWording(for: language), usesColour: Console.usesColour(STDERR_FILENO)
    ) { Console.contents(of: "\(source)/\($0)") }
    Console.write(report.text(diagnostics) + words, to: STDERR_FILENO)
    Glibc.exit(diagnostics.map(status).max() ?? 1)
  }

  private static func status(of diagnostic: Diagnostic) -> Int32 {
    switch diagnostic.problem {
    case .readFailed, .creationFailed: 4
    case .settingsMissing, .fileExists, .folderNotEmpty, .symbolicLink: 3
    // Without a place in a file, the arguments are to blame.
    case _ where diagnostic.location == nil: 2
    default: 1
    }
  }
}
