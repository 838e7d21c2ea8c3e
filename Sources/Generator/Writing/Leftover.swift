/// The names under which the writer keeps what isn't published, and a killed build's leftovers are found.
///
/// A name says how far a build had come: a staging folder can be removed whole, a retired one holds the old
/// site (or one that was about to be exchanged for it), a journal must be applied to its end.
enum Leftover {
  /// Inside the output folder, where the site is published file by file.
  static let staging = OutputPath(".terreau-staging")
  static let journal = OutputPath(".terreau-commit")
  static let lock = OutputPath(".terreau-lock")

  /// Beside the output folder `name`, where the site is published by one exchange.
  static func staging(beside name: OutputPath) -> OutputPath { sibling(of: name, ".terreau-staging") }
  static func retired(beside name: OutputPath) -> OutputPath { sibling(of: name, ".terreau-old") }
  static func lock(beside name: OutputPath) -> OutputPath { sibling(of: name, ".terreau-lock") }

  private static func sibling(of name: OutputPath, _ suffix: String) -> OutputPath {
    OutputPath([UInt8(ascii: ".")] + name.bytes + suffix.utf8)
  }
}
