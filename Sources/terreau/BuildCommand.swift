import ArgumentParser
import Content
import Generator
import Glibc
import Markup
import Templates

struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Reads a platform's content and writes its site.",
    discussion: """
      Nothing is written when the content has errors; the published site is replaced all at once when it has none.

      Exit status: 0 done, 1 the content has errors, 2 wrong usage, 3 settings or environment, 4 reading or writing \
      failed, 70 a bug of Terreau, 130 or 143 interrupted.
      """)

  @OptionGroup var platform: PlatformOptions

  @Option(name: [.short, .long], help: "The folder to write the site to; by default public/ in the platform's folder.")
  var output: String?

  @Flag(help: "Publish into a folder that is not empty and that no earlier build wrote; what it holds is kept.")
  var adopt = false

  @Flag(help: "Overwrite published files that were edited by hand.")
  var force = false

  @Flag(help: "Take warnings for errors.")
  var strict = false

  @OptionGroup var console: ConsoleOptions

  func run() async throws {
    RenderMonitor.reportTraps()
    let interruption = Interruption.watch()
    var request = try platform.request()
    request.output = output.map(Console.absolutePath)
    request.adoptsOutput = adopt
    request.overwritesEdits = force
    request.isStrict = strict
    let source = request.source
    let terminal = BuildTerminal(console, source: source)
    RenderMonitor.watchForStalls(limit: .seconds(30)) { page in terminal.endAfterStall(page, seconds: 30) }

    let builder = SiteBuilder(
      request: request, theme: PlatformTheme(), isCancelled: interruption.isRequested,
      progress: terminal.show)
    let start = ContinuousClock.now
    let report = await builder.build()
    terminal.finish(report, duration: ContinuousClock.now - start)
    let status = report.exitStatus
    // Nothing is left to do, and giving a large site's memory back piece by piece would take a while.
    Glibc.exit(status == 130 ? interruption.exitStatus : status)
  }
}
