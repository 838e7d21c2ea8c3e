import ArgumentParser
import Content
import Glibc
import Preview

struct PreviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "Shows a platform's site in a browser while it is written.",
    discussion: """
      Drafts and what is not released yet are shown too, marked as such. Nothing is written: the published site stays \
      as it is. Ctrl-C ends the preview.

      Exit status: 0 ended by Ctrl-C, 2 wrong usage, 3 no platform, or the port can't be had.
      """)

  @Option(name: [.short, .long], help: "The platform's folder: the one that holds content/.")
  var source = "."

  @Option(name: [.short, .long], help: "The address the site will have, instead of the settings' base_url.")
  var baseURL: String?

  @Option(help: "The day that counts as today (2026-11-21), as for a build.")
  var now: String?

  @Option(name: [.short, .long], help: "The port to serve on; by default 8080, or the next one that is free.")
  var port: Int?

  @Option(help: "Serve on this address, for other machines too; by default this machine alone sees the preview.")
  var host: String?

  @Option(help: "A name by which the preview may be asked for beside localhost; repeat for several.")
  var allowHost: [String] = []

  @Flag(help: "Open the site in the browser.")
  var open = false

  @Flag(help: "Look at the files twice a second instead of being told of changes by the system.")
  var poll = false

  @Flag(name: [.short, .long], help: "Say nothing but the address and errors.")
  var quiet = false

  func validate() throws {
    if let now, PlatformOptions.day(now) == nil { throw ValidationError("--now takes a day such as 2026-11-21.") }
    if let port, !(0...65_535).contains(port) { throw ValidationError("--port takes a number from 0 to 65535.") }
    if let baseURL, Settings.normalisedBaseURL(baseURL) == nil {
      throw ValidationError("--base-url takes a complete address such as https://exemple.org/projet/.")
    }
  }

  func run() async throws {
    let setup = WorkerSetup(
      source: Console.absolutePath(source), baseURL: baseURL.flatMap(Settings.normalisedBaseURL),
      now: try (now.flatMap(PlatformOptions.day) ?? PlatformOptions.sourceDate())?.isoText)
    let options = ServerOptions(host: host, port: port, allowedHosts: allowHost)
    let session = PreviewSession(setup, options, polls: poll, terminal: PreviewTerminal(isQuiet: quiet))
    Glibc.exit(await session.run(opensBrowser: open))
  }
}
