import HTML
import Testing

@testable import Content

@Suite("The report")
struct ReportTests {
  private func report(
    _ text: String, _ diagnostic: Diagnostic, wording: DiagnosticWording = .french, colour: Bool = false
  ) -> String {
    DiagnosticReport(wording: wording, usesColour: colour) { _ in Array(text.utf8) }.text([diagnostic])
  }

  private let unknown = Diagnostic(
    .warning, .unknownKey("tilte", suggestion: "title", known: ["title"]),
    at: SourceLocation(file: "content/a.md", line: 2, column: 1, length: 5))

  @Test("Place, severity, reason, code, excerpt, caret and advice, in French")
  func french() {
    #expect(
      report("---\ntilte: x\n---\n", unknown) == """
        content/a.md:2:1: attention : clé inconnue « tilte » [unknown-key]
          2 | tilte: x
            | ^^^^^
          → Vouliez-vous dire « title » ?

        """)
  }

  @Test("And in English")
  func english() {
    #expect(
      report("---\ntilte: x\n---\n", unknown, wording: .english) == """
        content/a.md:2:1: warning: unknown key “tilte” [unknown-key]
          2 | tilte: x
            | ^^^^^
          → Did you mean “title”?

        """)
  }

  @Test("Colour only where it is wanted, the caret in that of its severity")
  func colour() {
    let text = report("---\ntilte: x\n---\n", unknown, colour: true)
    #expect(text.contains("\u{1B}[1;33mattention\u{1B}[0m"))
    #expect(text.contains("\u{1B}[1;33m^^^^^\u{1B}[0m"))
    #expect(!report("---\ntilte: x\n---\n", unknown).contains("\u{1B}"))
  }

  static let carets: [(String, String, Int, Int, String)] = [
    ("FM-05: the CR of a line end is no part of it", "a\r\nbc\r\n", 2, 1, "  2 | bc\n    | ^\n"),
    ("A line ended by CR alone", "a\rbc\rd", 2, 2, "  2 | bc\n    |  ^\n"),
    ("FM-04: a mark is no column", "\u{FEFF}bc", 1, 2, "  1 | bc\n    |  ^\n"),
    ("Tabs are one column", "\tx", 1, 2, "  1 |  x\n    |  ^\n"),
    (
      "Accents of their own take no column of the terminal", "e\u{301}e\u{301}x", 1, 5,
      "  1 | e\u{301}e\u{301}x\n    |   ^\n"
    ),
    ("Wide characters take two", "日本x", 1, 3, "  1 | 日本x\n    |     ^\n"),
    ("The end of the line", "abc", 1, 4, "  1 | abc\n    |    ^\n"),
    ("A blank line is not shown", "a\n  \nb", 2, 1, ""),
    ("A line that isn't there", "a", 7, 1, ""),
    ("A column that isn't there", "a", 1, 9, ""),
    (
      "An escape can't command a terminal", "\u{1B}[2Jx\u{202E}y\u{9B}z", 1, 5,
      "  1 | ·[2Jx·y·z\n    |     ^\n"
    ),
    ("Bytes that are no text", "caf\u{FFFD}", 1, 4, "  1 | caf\u{FFFD}\n    |    ^\n"),
  ]

  @Test("The caret stands under the place", arguments: carets)
  func caret(_ words: String, _ text: String, _ line: Int, _ column: Int, _ expected: String) {
    let diagnostic = Diagnostic(
      .error, .tabIndentation, at: SourceLocation(file: "a.md", line: line, column: column))
    let lines = report(text, diagnostic).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.dropFirst().dropLast(2).map { $0 + "\n" }.joined() == expected)
  }

  @Test(
    "FM-24: at most 120 characters of a line are shown, around the place",
    arguments: [1, 50, 500_000, 1_000_000])
  func longLines(_ column: Int) throws {
    let text = String(repeating: "a", count: 1_000_000)
    let diagnostic = Diagnostic(
      .error, .tabIndentation, at: SourceLocation(file: "a.md", line: 1, column: column, length: 300))
    let lines = report(text, diagnostic).split(separator: "\n")
    #expect(lines[1].unicodeScalars.count <= 120 + "  1 | ……".unicodeScalars.count)
    #expect(lines[2].unicodeScalars.count <= 120 + "    | ……".unicodeScalars.count)
    let caret = try #require(Array(lines[2]).firstIndex(of: "^"))
    #expect(Array(lines[1])[caret] == "a")
  }

  @Test("FM-24: values in a message are cut, and on one line")
  func longValues() {
    let value = String(repeating: "é", count: 100_000) + "\nsuite"
    for wording in DiagnosticWording.allCases {
      for problem: Problem in [
        .notADate(key: "date", value: value), .brokenLink(value, suggestion: nil), .rawHTML(value, .unknown),
      ] {
        let message = wording.text(of: problem).message
        #expect(message.unicodeScalars.count < 220)
        #expect(!message.contains("\n"))
      }
    }
  }

  @Test("Without a place there is no excerpt; a file that can't be read has none either")
  func withoutPlace() {
    #expect(
      report("", Diagnostic(.error, .interrupted)) == """
        erreur : interrompu [interrupted]
          → L’ancien site est intact.

        """)
    let report = DiagnosticReport(wording: .english, usesColour: false) { _ in nil }
    #expect(report.text([unknown]).split(separator: "\n").count == 2)
  }

  @Test("As JSON: severity, code, sentences and place")
  func json() {
    let report = DiagnosticReport(wording: .english, usesColour: true) { _ in nil }
    let text = String(
      decoding: report.json([unknown, Diagnostic(.error, .interrupted)]).serialized(), as: UTF8.self)
    #expect(
      text == """
        [{"severity":"warning","code":"unknown-key","message":"unknown key “tilte”","advice":"Did you mean “title”?",\
        "documentation":"docs/findings.md#unknown-key","file":"content/a.md","line":2,"column":1,"length":5},{"severity":"error","code":"interrupted",\
        "message":"interrupted","advice":"The old site is intact.",\
        "documentation":"docs/findings.md#interrupted"}]
        """)
  }

  @Test("Diagnostics are ordered by file, line and column, those without a place first, and said once")
  func order() {
    func at(_ file: String, _ line: Int, _ column: Int) -> Diagnostic {
      Diagnostic(.error, .tabIndentation, at: SourceLocation(file: file, line: line, column: column))
    }
    let free = Diagnostic(.error, .interrupted)
    let sorted = [
      free, at("Z.md", 1, 1), at("a.md", 2, 10), at("a.md", 10, 1), at("a.md", 10, 2), at("é.md", 1, 1),
    ]
    #expect(Diagnostic.ordered(sorted.reversed() + sorted) == sorted)
  }
}
