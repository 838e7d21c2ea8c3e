import Content
import Generator
import Glibc
import HTML
import Markup

/// What a build says on the terminal: progress while it lasts, diagnostics and a summary when it ends.
struct BuildTerminal: Sendable {
  private let options: ConsoleOptions
  private let source: String
  private let showsProgress: Bool
  private let started = ContinuousClock.now
  private let line = ProgressLine()

  init(_ options: ConsoleOptions, source: String) {
    self.options = options
    self.source = source
    showsProgress = !options.quiet && options.format == .text && isatty(STDERR_FILENO) == 1
  }

  /// Shows how far a build is, once it has taken a second.
  func show(_ progress: BuildProgress) {
    guard showsProgress, ContinuousClock.now - started > .seconds(1) else { return }
    let step =
      switch progress.stage {
      case .reading: "Lecture"
      case .checking: "Vérification"
      case .writing: "Écriture"
      case .publishing: "Publication"
      }
    line.show(progress.total > 0 ? "\(step) \(progress.done)/\(progress.total)" : step + "…")
  }

  func finish(_ report: BuildReport, duration: Duration) {
    line.clear()
    let texts = BuildTexts(for: report.language)
    let shown = report.diagnostics.filter { diagnostic in
      switch diagnostic.severity {
      case .error: true
      case .warning: !options.quiet
      case .note: !options.quiet
      }
    }
    switch options.format {
    case .text:
      Console.write(self.report(in: report.language).text(shown), to: STDERR_FILENO)
      if report.hasErrors {
        Console.write(texts.failure(report) + "\n", to: STDERR_FILENO)
      } else if !options.quiet, let summary = report.summary {
        Console.write(texts.summary(summary, duration: duration) + "\n", to: STDOUT_FILENO)
        if options.verbose { Console.write(texts.details(summary) + "\n", to: STDOUT_FILENO) }
      }
    case .json: Console.write(json(report, shown, duration) + "\n", to: STDOUT_FILENO)
    }
  }

  /// Ends the process when a template doesn't end.
  func endAfterStall(_ page: String, seconds: Int) {
    line.clear()
    let diagnostic = Diagnostic(.error, .templateTooSlow(page: page, seconds: seconds))
    Console.write(report(in: .french).text([diagnostic]), to: STDERR_FILENO)
    _exit(70)
  }

  private func report(in language: Language) -> DiagnosticReport {
    let folder = source
    return DiagnosticReport(wording: DiagnosticWording(for: language), usesColour: Console.usesColour(STDERR_FILENO)) {
      Console.contents(of: "\(folder)/\($0)")
    }
  }

  private func json(_ report: BuildReport, _ shown: [Diagnostic], _ duration: Duration) -> String {
    var members: [JSON.Member] = [
      JSON.Member(name: "ok", value: .bool(!report.hasErrors)),
      JSON.Member(name: "diagnostics", value: self.report(in: report.language).json(shown)),
    ]
    if let summary = report.summary {
      members.append(
        JSON.Member(
          name: "summary",
          value: [
            "pages": .int(summary.pages), "files": .int(summary.files), "written": .int(summary.written),
            "bytesWritten": .int(summary.bytesWritten), "unchanged": .int(summary.unchanged),
            "removed": .int(summary.removed), "milliseconds": .int(duration.milliseconds),
          ]))
    }
    return String(decoding: JSON.object(members).serialized(), as: UTF8.self)
  }
}

extension Duration {
  var milliseconds: Int {
    Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000)
  }
}
