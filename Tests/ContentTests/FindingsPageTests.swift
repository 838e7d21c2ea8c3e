import Foundation
import Testing

@testable import Content

/// The page that explains every code is written from the sentences themselves:
///
///     TERREAU_UPDATE_DOCS=1 swift test --filter FindingsPage
@Suite("The page of findings")
struct FindingsPageTests {
  private static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: Problem.documentationFile)

  /// What a build tells as a warning, or as a note; everything else is an error. A check says itself how
  /// serious its findings are.
  private static let warnings: Set<String> = [
    "assessment-total", "secret-in-settings", "low-contrast", "unknown-key", "name-reserved", "active-svg",
    "raw-html",
    "address-refused", "table-too-large", "footnote-missing", "footnote-unused", "footnote-defined-twice",
    "link-label-missing", "foreign-markup", "fence-unclosed", "further-findings", "external-image",
    "image-size-unknown", "budget-exceeded", "output-edited-kept", "output-set-aside", "output-leftover",
    "output-owner",
  ]
  private static let notes: Set<String> = ["item-not-published", "tracking-removed"]

  private static func severity(of problem: Problem) -> String {
    if case .check(let finding) = problem { return finding.severity.rawValue }
    return warnings.contains(problem.code) ? "warning" : notes.contains(problem.code) ? "note" : "error"
  }

  @Test("It has an anchor for every code, and says what is said now")
  func page() throws {
    let problems = WordingTests.samples + CheckWordingTests.samples.map { .check($0) }
    let first = Dictionary(problems.map { ($0.code, $0) }) { first, _ in first }
    var lines = [
      "# Findings", "",
      "Everything that `terreau build` and `terreau check` may say, by its code: how serious it is, and an example in both",
      "languages. `terreau check --only CODE` and `--skip CODE` take these codes; so does `check: {skip: [CODE]}` in the",
      "front matter of an item, for what is no error.", "",
      "| code | severity | français | English |", "|---|---|---|---|",
    ]
    for code in Problem.codes {
      let problem = try #require(first[code], "\(code)")
      let sentences = [DiagnosticWording.french, .english].map { wording -> String in
        let text = wording.text(of: problem)
        let whole = [text.message, text.advice].compactMap(\.self).joined(separator: ". ")
        return whole.replacing("|", with: "\\|").replacing("<", with: "&lt;").replacing("\n", with: " ")
      }
      lines.append(
        "| <a id=\"\(code)\"></a>`\(code)` | \(Self.severity(of: problem)) | \(sentences.joined(separator: " | ")) |"
      )
    }
    let page = lines.joined(separator: "\n") + "\n"
    if ProcessInfo.processInfo.environment["TERREAU_UPDATE_DOCS"] == "1" {
      try Data(page.utf8).write(to: Self.path)
    }
    #expect(try String(contentsOf: Self.path, encoding: .utf8) == page)
    #expect(Self.warnings.union(Self.notes).isSubset(of: Problem.codes))
  }
}
