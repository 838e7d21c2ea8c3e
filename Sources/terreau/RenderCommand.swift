import ArgumentParser
import Content
import Glibc
import Markup

struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Turns Markdown into an HTML fragment on standard output.",
    discussion: """
      The Markdown comes from a file, or from standard input. Front matter is left out; links stay as they are \
      written, since no platform is read. What authors should know is told on standard error.

      Exit status: 0 done, 1 the Markdown has errors (what can be rendered is written all the same), 2 wrong usage, \
      4 reading failed.
      """)

  @Argument(help: "The Markdown file; standard input without it, or with -.")
  var file: String?

  @Flag(help: "CommonMark 0.30 alone, raw HTML kept: not safe for texts of strangers.")
  var plain = false

  @Option(help: "The language (BCP 47) of the text; by default its front matter's, else French.")
  var language: String?

  @Flag(help: "Take warnings for errors.")
  var strict = false

  @Flag(name: [.short, .long], help: "Say nothing but errors.")
  var quiet = false

  func run() throws {
    let input: InputFile
    do throws(Diagnostic) {
      input = try InputFile(reading: file ?? "-")
    } catch {
      report([error], on: [])
      if case .readFailed = error.problem { Glibc.exit(4) }
      Glibc.exit(1)
    }
    let fragment =
      plain
      ? MarkdownFragment(commonMark: input.contents, file: input.name)
      : MarkdownFragment(of: input.contents, file: input.name, languageCode: language)
    Console.write(fragment.html, to: STDOUT_FILENO)
    let diagnostics = fragment.diagnostics.map { diagnostic in
      strict && diagnostic.severity == .warning
        ? Diagnostic(.error, diagnostic.problem, at: diagnostic.location) : diagnostic
    }
    report(diagnostics.filter { !quiet || $0.severity == .error }, on: input.contents)
    if diagnostics.contains(where: { $0.severity == .error }) { Glibc.exit(1) }
  }

  private func report(_ diagnostics: [Diagnostic], on contents: [UInt8]) {
    guard !diagnostics.isEmpty else { return }
    let wording = DiagnosticWording(for: Language(code: language ?? "fr"))
    let report = DiagnosticReport(wording: wording, usesColour: Console.usesColour(STDERR_FILENO)) { _ in contents }
    Console.write(report.text(diagnostics), to: STDERR_FILENO)
  }
}
