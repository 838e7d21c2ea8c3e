import ArgumentParser

/// The `terreau` command.
@main
struct Terreau: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "terreau",
    abstract: "Static sites for open knowledge platforms: Markdown in, a fast and accessible site out.",
    version: "0.1.0",
    subcommands: [BuildCommand.self])
}
