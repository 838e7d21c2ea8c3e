import Checking
import Content
import Generator
import Glibc
import HTML
import Markup

/// What a check says: progress while it lasts on standard error, what it found on standard output when it
/// ends.
struct CheckTerminal: Sendable {
  private let format: CheckCommand.Format
  private let isQuiet: Bool
  private let source: String
  private let showsProgress: Bool
  private let started = ContinuousClock.now
  private let line = ProgressLine()

  init(format: CheckCommand.Format, isQuiet: Bool, source: String) {
    self.format = format
    self.isQuiet = isQuiet
    self.source = source
    showsProgress = !isQuiet && format == .text && isatty(STDERR_FILENO) == 1
  }

  /// Shows how far a check is, once it has taken a second.
  func show(_ progress: CheckProgress) {
    guard showsProgress, ContinuousClock.now - started > .seconds(1) else { return }
    let step =
      switch progress.stage {
      case .reading: "Lecture"
      case .texts: "Relecture"
      case .rendering: "Composition des pages"
      case .externalLinks: "Liens vers d’autres sites"
      }
    line.show(progress.total > 0 ? "\(step) \(progress.done)/\(progress.total)" : step + "…")
  }

  func finish(_ report: CheckReport, status: Int32) {
    line.clear()
    let shown = report.diagnostics.filter { !isQuiet || $0.severity == .error }
    let wording = DiagnosticWording(for: report.language)
    switch format {
    case .text:
      let groups = self.report(wording).groups(shown, width: Console.width(STDOUT_FILENO))
      Console.write(groups.isEmpty || isQuiet ? groups : groups + "\n", to: STDOUT_FILENO)
      if !isQuiet {
        Console.write(CheckTexts(for: report.language).summary(report) + "\n", to: STDOUT_FILENO)
      }
    case .json: write(json(report, shown, passes: status == 0, wording))
    case .github: Console.write(GitHubCommands(wording: wording).text(shown), to: STDOUT_FILENO)
    case .sarif: write(SARIFLog(wording: wording, version: Terreau.version).json(shown))
    }
  }

  /// Ends the process when a template doesn't end.
  func endAfterStall(_ page: String, seconds: Int) {
    line.clear()
    let diagnostic = Diagnostic(.error, .templateTooSlow(page: page, seconds: seconds))
    Console.write(report(.french).text([diagnostic]), to: STDERR_FILENO)
    _exit(70)
  }

  private func report(_ wording: DiagnosticWording) -> DiagnosticReport {
    let folder = source
    return DiagnosticReport(wording: wording, usesColour: Console.usesColour(STDOUT_FILENO)) {
      Console.contents(of: "\(folder)/\($0)")
    }
  }

  private func json(
    _ report: CheckReport, _ shown: [Diagnostic], passes: Bool, _ wording: DiagnosticWording
  ) -> JSON {
    [
      "ok": .bool(passes), "diagnostics": self.report(wording).json(shown),
      "summary": [
        "pages": .int(report.pages), "errors": .int(report.count(.error)),
        "warnings": .int(report.count(.warning)), "notes": .int(report.count(.note)),
      ],
    ]
  }

  private func write(_ json: JSON) {
    Console.write(String(decoding: json.serialized(), as: UTF8.self) + "\n", to: STDOUT_FILENO)
  }
}
