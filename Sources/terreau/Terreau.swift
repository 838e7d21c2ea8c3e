import ArgumentParser
import Glibc

/// The `terreau` command.
struct Terreau: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "terreau",
    abstract: "Static sites for open knowledge platforms: Markdown in, a fast and accessible site out.",
    version: Terreau.version,
    subcommands: [
      BuildCommand.self, PreviewCommand.self, CheckCommand.self, NewCommand.self, InitCommand.self, SchemaCommand.self,
      RenderCommand.self,
    ])

  /// Runs a command; wrong usage ends with status 2, as the shell's own commands do.
  static func runCommand() async {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      Console.write(fullMessage(for: error) + "\n", to: STDERR_FILENO)
      Glibc.exit(2)
    }
  }
}
