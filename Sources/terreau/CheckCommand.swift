import ArgumentParser
import Checking
import Content
import Generator
import Glibc
import Templates

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Looks at a platform as a build does, and then as an editor would.",
    discussion: """
      Finds all that a build finds, and links, headings, link texts, summaries, near duplicates, pages that nothing \
      leads to, unused terms and fields, overdue reviews, spellings and weights worth a look. No page is written. \
      Every code is explained in docs/findings.md.

      Exit status: 0 nothing at or above the bar, 1 something is, 2 wrong usage, 3 settings or environment, 4 reading \
      failed, 70 a bug of Terreau, 130 or 143 interrupted.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, github, sarif
  }

  @OptionGroup var platform: PlatformOptions

  @Flag(
    help: """
      Also ask other sites whether the addresses in the content are still there. Answers are kept for a week, bad ones \
      for a day. Needs curl.
      """)
  var external = false

  @Flag(help: "Ask other sites again for what is known from an earlier check.")
  var refresh = false

  @Option(
    help: ArgumentHelp("From which severity on a finding makes the check fail.", valueName: "severity"))
  var failOn = CheckReport.Bar.error

  @Option(help: ArgumentHelp("Tell only of findings with this code; may be repeated.", valueName: "code"))
  var only: [String] = []

  @Option(help: ArgumentHelp("Don't tell of findings with this code; may be repeated.", valueName: "code"))
  var skip: [String] = []

  @Flag(name: [.short, .long], help: "Say nothing but errors.")
  var quiet = false

  @Option(
    help: """
      How to report: text for people, json for programs, github for workflow commands, sarif for code hosts and editors.
      """)
  var format = Format.text

  func validate() throws {
    for code in only + skip where !Problem.codes.contains(code) {
      let suggestion = Problem.code(nearest: code).map { " Did you mean '\($0)'?" } ?? ""
      throw ValidationError("No finding has the code '\(code)'.\(suggestion)")
    }
    if refresh, !external { throw ValidationError("--refresh goes with --external.") }
  }

  func run() async throws {
    RenderMonitor.reportTraps()
    let interruption = Interruption.watch()
    let options = try platform.request()
    var request = CheckRequest(source: options.source, reading: options.reading)
    request.checksExternalLinks = external
    request.refreshes = refresh
    request.cacheFolder = Console.cacheFolder
    request.only = Set(only)
    request.skipped = Set(skip)
    let terminal = CheckTerminal(format: format, isQuiet: quiet, source: options.source)
    RenderMonitor.watchForStalls(limit: .seconds(30)) { page in terminal.endAfterStall(page, seconds: 30) }
    let checker = SiteChecker(
      request: request, theme: PlatformTheme(), isCancelled: interruption.isRequested, progress: terminal.show
    )
    let report = await checker.check()
    let status = report.exitStatus(failOn)
    terminal.finish(report, status: status)
    Glibc.exit(status == 130 ? interruption.exitStatus : status)
  }
}

extension CheckReport.Bar: ExpressibleByArgument {}
