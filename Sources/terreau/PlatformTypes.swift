import ArgumentParser
import Content
import Markup

/// The platform whose content types a command is asked about.
enum PlatformTypes {
  /// Reads what a platform declares, or ends the command with what is wrong with it.
  static func declared(in source: String) -> PlatformDeclarations {
    do throws(Diagnostic) {
      let platform = try PlatformDeclarations(folder: source)
      let errors = platform.errors
      guard errors.isEmpty else { CommandFailure.end(errors, in: platform.settings.language, source: source) }
      return platform
    } catch {
      CommandFailure.end([error], in: .french, source: source)
    }
  }

  /// The index of the type that a text names, or the end of the command with the list of types.
  static func index(of name: String, in platform: PlatformDeclarations, source: String) -> Int {
    do throws(Diagnostic) {
      return try platform.type(named: name)
    } catch {
      let width = platform.types.map(\.id.unicodeScalars.count).max() ?? 0
      let list = platform.types.map { type -> String in
        let padding = String(repeating: " ", count: width - type.id.unicodeScalars.count)
        return "  \(type.id)\(padding)  \(type.name)\n"
      }.joined()
      CommandFailure.end([error], in: platform.settings.language, source: source, then: list)
    }
  }

  /// Completes the name of a type from the platform that the command line speaks of; nothing where there is
  /// none.
  static let completion = CompletionKind.custom { words, _, _ in
    let option = words.lastIndex { $0 == "--source" || $0 == "-s" }
    let named = option.flatMap { words.dropFirst($0 + 1).first }
    let joined = words.last { $0.hasPrefix("--source=") }.map { String($0.dropFirst("--source=".count)) }
    let platform = try? PlatformDeclarations(folder: joined ?? named ?? ".")
    return platform?.types.map(\.id) ?? []
  }
}
