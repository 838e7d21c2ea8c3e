import Content
import HTML

/// Findings as a SARIF 2.1.0 log (OASIS, 2020), which code hosts and editors read.
public struct SARIFLog: Sendable {
  public let wording: DiagnosticWording
  /// The generator's version.
  public let version: String

  public init(wording: DiagnosticWording, version: String) {
    self.wording = wording
    self.version = version
  }

  /// The whole log: one run, a rule for each code that was found. Columns count Unicode code points (§
  /// 3.14.17), and files are relative to the platform's folder.
  public func json(_ diagnostics: [Diagnostic]) -> JSON {
    var rules: [(code: String, problem: Problem)] = []
    var indices: [String: Int] = [:]
    for diagnostic in diagnostics where indices[diagnostic.problem.code] == nil {
      indices[diagnostic.problem.code] = rules.count
      rules.append((diagnostic.problem.code, diagnostic.problem))
    }
    let driver: JSON = [
      "name": "terreau", "version": .string(version), "rules": .array(rules.map(rule)),
    ]
    let run: JSON = [
      "tool": ["driver": driver], "columnKind": "unicodeCodePoints",
      "originalUriBaseIds": ["PLATFORM": ["description": ["text": "The platform's folder"]]],
      "results": .array(diagnostics.map { result($0, rule: indices[$0.problem.code] ?? 0) }),
    ]
    return [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": .array([run]),
    ]
  }

  /// `helpUri` would have to be absolute (§ 3.49.12): the help's text names the file instead.
  private func rule(_ code: String, _ problem: Problem) -> JSON {
    ["id": .string(code), "help": ["text": .string(problem.documentation)]]
  }

  private func result(_ diagnostic: Diagnostic, rule: Int) -> JSON {
    let text = wording.text(of: diagnostic.problem)
    let message = [text.message, text.advice].compactMap(\.self).joined(separator: "\n")
    var members: [JSON.Member] = [
      JSON.Member(name: "ruleId", value: .string(diagnostic.problem.code)),
      JSON.Member(name: "ruleIndex", value: .int(rule)),
      JSON.Member(name: "level", value: .string(diagnostic.severity.rawValue)),
      JSON.Member(name: "message", value: ["text": .string(message)]),
    ]
    if let location = diagnostic.location {
      members.append(JSON.Member(name: "locations", value: .array([place(location)])))
    }
    return .object(members)
  }

  private func place(_ location: SourceLocation) -> JSON {
    let address = SARIFLog.encoded(location.file)
    let region: JSON = [
      "startLine": .int(location.line), "startColumn": .int(location.column),
      "endColumn": .int(location.column + location.length),
    ]
    return [
      "physicalLocation": [
        "artifactLocation": ["uri": .string(address), "uriBaseId": "PLATFORM"], "region": region,
      ]
    ]
  }

  /// A relative path as a URI reference.
  private static func encoded(_ path: String) -> String {
    String((URLReference.site("/" + path).sitePath ?? path).dropFirst())
  }
}
