import Foundation
import Testing

@Suite("Checks of whole platforms")
struct CheckedPlatformsTests {
  private static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test(
    "The project's own platforms have no errors, and what is worth a warning is rare",
    arguments: [".", "Tests/Fixtures/atelier"])
  func platforms(_ folder: String) throws {
    let source = Self.project.appending(path: folder).path
    let result = try Program.terreau.run(["check", "--source", source, "--format", "json"])
    let report = try JSONDecoder().decode(Report.self, from: Data(result.output.utf8))
    #expect(result.status == 0 && report.ok)
    #expect(report.summary.errors == 0 && report.summary.warnings <= 5, "\(report.warnings)")
    #expect(report.summary.pages > 100)
    #expect(report.diagnostics.allSatisfy { $0.documentation == "docs/findings.md#\($0.code)" })
  }

  @Test("A check leaves the folder as it was, whatever it finds")
  func writesNothing() throws {
    let platform = try Platform()
    let before = try tree(platform.folder)
    let result = try Program.terreau.run(["check", "--source", platform.folder])
    #expect(result.status == 0 && result.errors.isEmpty, "\(result)")
    #expect(try tree(platform.folder) == before)
  }

  @Test("Without curl, asking other sites ends with status 3 and says what to do")
  func withoutCurl() throws {
    let page = ["content/notes/c.md": "---\ntitle: C\n---\nVoir [un site](https://exemple.net/).\n"]
    let platform = try Platform(Platform.small(with: page))
    let result = try Program.terreau.run(
      ["check", "--external", "--source", platform.folder, "--fail-on", "never"],
      environment: ["PATH": "/nonexistent"])
    #expect(result.status == 3)
    #expect(result.output.contains("[external-program-missing]") && result.output.contains("--external"))
  }

  private struct Report: Decodable {
    struct Diagnostic: Decodable {
      var severity: String
      var code: String
      var message: String
      var documentation: String
    }
    struct Summary: Decodable {
      var pages, errors, warnings, notes: Int
    }
    var ok: Bool
    var diagnostics: [Diagnostic]
    var summary: Summary

    var warnings: [String] {
      diagnostics.filter { $0.severity == "warning" }.map { "\($0.code): \($0.message)" }
    }
  }
}
