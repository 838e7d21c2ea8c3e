import Content
import HTML
import Testing

@testable import Checking

@Suite("Reports for programs")
struct ReportingTests {
  private static let place = SourceLocation(file: "content/été, 50%.md", line: 3, column: 4, length: 5)

  @Test("GitHub's commands stand on one line, with what they take for signs escaped")
  func gitHub() {
    let text = GitHubCommands(wording: .french).text([
      Diagnostic(.linkTextVague("50% :: a\r\nb"), at: Self.place), Diagnostic(.externalProgramMissing),
      Diagnostic(.spaceRepeated, at: Self.place),
    ])
    let lines = text.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(
      lines[0].hasPrefix(
        "::warning file=content/été%2C 50%25.md,line=3,endLine=3,col=4,endColumn=9,title=link-text-vague::« 50%25 :: a"
      ))
    #expect(lines[0].hasSuffix("%0Adocs/findings.md#link-text-vague"))
    #expect(lines[1].hasPrefix("::error title=external-program-missing::"))
    #expect(lines[2].hasPrefix("::notice "))
    #expect(!text.contains("\r"))
  }

  @Test("The SARIF log has what the standard asks for")
  func sarif() throws {
    let log = SARIFLog(wording: .english, version: "1.2.3").json([
      Diagnostic(.spaceRepeated, at: Self.place), Diagnostic(.externalProgramMissing),
      Diagnostic(.spaceRepeated, at: Self.place),
    ])
    #expect(log["version"] == "2.1.0")
    #expect(log["$schema"] == "https://json.schemastore.org/sarif-2.1.0.json")
    let run = try #require(log["runs"]?.elements.first)
    let driver = try #require(run["tool"]?["driver"])
    #expect(driver["name"] == "terreau" && driver["version"] == "1.2.3")
    let rules = try #require(driver["rules"]).elements
    #expect(rules.map { $0["id"] } == ["space-repeated", "external-program-missing"])
    #expect(rules[0]["help"]?["text"] == "docs/findings.md#space-repeated")
    #expect(rules[0]["helpUri"] == nil, "it would have to be absolute")
    let results = try #require(run["results"]).elements
    #expect(results.map { $0["ruleIndex"] } == [0, 1, 0])
    #expect(results.map { $0["level"] } == ["note", "error", "note"])
    let place = try #require(results[0]["locations"]?.elements.first?["physicalLocation"])
    #expect(place["artifactLocation"]?["uri"] == "content/%C3%A9t%C3%A9,%2050%25.md")
    #expect(place["region"] == ["startLine": 3, "startColumn": 4, "endColumn": 9])
    #expect(results[1]["locations"] == nil)
    #expect(run["columnKind"] == "unicodeCodePoints")
  }

  @Test("A log of nothing is a log")
  func empty() throws {
    let run = try #require(SARIFLog(wording: .english, version: "1").json([])["runs"]?.elements.first)
    #expect(run["results"] == .array([]))
  }

  @Test("Groups name each file once, give each advice once a file, and break lines at the width")
  func groups() {
    let report = DiagnosticReport(wording: .french, usesColour: false) { _ in
      Array("un\ndeux\ntrois mots ici\n".utf8)
    }
    let text = report.groups(
      [
        Diagnostic(.externalProgramMissing), Diagnostic(.spaceRepeated, at: Self.place),
        Diagnostic(.spaceRepeated, at: Self.place), Diagnostic(.linkTextVague("mots"), at: Self.place),
      ], width: 60)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count { $0 == "content/été, 50%.md" } == 1)
    #expect(lines.count { $0.contains("→ Gardez-en une.") } == 1)
    #expect(lines.allSatisfy { $0.count <= 60 })
    #expect(text.contains("  3 | trois mots ici\n    |    ^^^^^\n"))
    let coloured = DiagnosticReport(wording: .french, usesColour: true) { _ in nil }
      .groups([Diagnostic(.spaceRepeated, at: Self.place)], width: 60)
    #expect(coloured.contains("\u{1B}[1;36mnote\u{1B}[0m"))
  }
}

extension JSON {
  fileprivate subscript(name: String) -> JSON? {
    if case .object(let members) = self { members.first { $0.name == name }?.value } else { nil }
  }

  fileprivate var elements: [JSON] {
    if case .array(let elements) = self { elements } else { [] }
  }
}
