import Content

/// Findings as GitHub's workflow commands, which it shows at their lines
/// (docs.github.com, « Workflow commands for GitHub Actions »).
public struct GitHubCommands: Sendable {
  public let wording: DiagnosticWording

  public init(wording: DiagnosticWording) { self.wording = wording }

  /// A line each: `::warning file=…,line=…,endLine=…,col=…,endColumn=…,title=…::…`.
  public func text(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map { line(of: $0) + "\n" }.joined()
  }

  private func line(of diagnostic: Diagnostic) -> String {
    let text = wording.text(of: diagnostic.problem)
    let command =
      switch diagnostic.severity {
      case .error: "error"
      case .warning: "warning"
      case .note: "notice"
      }
    var properties: [String] = []
    func add(_ name: String, _ value: String) {
      properties.append("\(name)=\(GitHubCommands.property(value))")
    }
    if let location = diagnostic.location {
      add("file", location.file)
      add("line", String(location.line))
      add("endLine", String(location.line))
      add("col", String(location.column))
      add("endColumn", String(location.column + location.length))
    }
    add("title", diagnostic.problem.code)
    let message = [text.message, text.advice, diagnostic.problem.documentation].compactMap(\.self)
      .joined(separator: "\n")
    return "::\(command) \(properties.joined(separator: ","))::\(GitHubCommands.data(message))"
  }

  /// What stands after `::`: `%` and line ends are escaped.
  private static func data(_ text: String) -> String {
    escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A"])
  }

  /// A property's value: `:` and `,` are escaped too.
  private static func property(_ text: String) -> String {
    escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"])
  }

  /// By scalars: a return and a line feed are one character.
  private static func escaped(_ text: String, _ signs: [Unicode.Scalar: String]) -> String {
    text.unicodeScalars.map { signs[$0] ?? String($0) }.joined()
  }
}
