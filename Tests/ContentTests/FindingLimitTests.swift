import Markup
import Testing

@testable import Content

@Suite("Texts with more mistakes than anyone reads")
struct FindingLimitTests {
  @Test("MD-06: the first are told one by one, then how many more, as errors where some are")
  func limit() {
    let tags = String(repeating: "<font>a</font> ", count: 300)
    let fragment = MarkdownFragment(of: Array((tags + "![](a.png)").utf8), file: "a.md", languageCode: nil)
    #expect(fragment.diagnostics.count == Diagnostic.findingLimit + 2)
    #expect(fragment.diagnostics.count { $0.severity == .error } == 1)
    #expect(fragment.diagnostics.last?.problem == .furtherFindings(300 - Diagnostic.findingLimit))
    #expect(fragment.diagnostics.last?.severity == .warning)
    #expect(fragment.diagnostics.last?.location?.column == 15 * Diagnostic.findingLimit + 1)

    let images = String(repeating: "![](a.png) ", count: Diagnostic.findingLimit + 1)
    let pictures = MarkdownFragment(of: Array(images.utf8), file: "a.md", languageCode: nil)
    #expect(pictures.diagnostics.last?.problem == .furtherFindings(1))
    #expect(pictures.hasErrors)
    #expect(pictures.diagnostics.last?.severity == .error)
  }

  @Test("MD-06: many places of one long line are shown in a time in proportion to it")
  func longLine() {
    let source = Array((String(repeating: "é<b> ", count: 50_000) + "\n").utf8)
    let diagnostics = (0..<50_000).map { number in
      Diagnostic(.warning, .addressRefused("a"), at: SourceLocation(file: "a", line: 1, column: number * 5 + 2))
    }
    let report = DiagnosticReport(wording: .english, usesColour: false) { _ in source }
    let clock = ContinuousClock()
    var text = ""
    let time = clock.measure { text = report.text(diagnostics) }
    #expect(text.utf8.count > 50_000 * 100)
    // Reading the line anew for each would take minutes.
    #expect(time < .seconds(60))
  }
}
