import Testing

@testable import Content

@Suite("YAML that isn't, and YAML that is odd")
struct YAMLTests {
  private static func note(_ words: String, _ yaml: String, _ findings: [String] = [], says: [String] = [])
    -> Row
  {
    Row(words, .text("---\n\(yaml)\n---\n"), findings, says: says)
  }

  static let rows: [Row] = [
    note(
      "A colon and a space in a text", "title: Agir : ensemble", ["2:13 error yaml-colon-in-text"],
      says: ["guillemets droits"]),
    note(
      "A quote never closed", "title: \"A\nsummary: b", ["2:8 error yaml-invalid"], says: ["jamais refermé"]),
    note(
      "An apostrophe that opens a quote", "title: 'été", ["2:8 error yaml-invalid"], says: ["jamais refermé"]),
    note(
      "A list never closed", "title: A\nthemes: [eau\ncode: b", ["3:9 error yaml-invalid"], says: ["crochets"]
    ),
    note(
      "A list never closed, at the end", "title: A\nthemes: [", ["3:9 error yaml-invalid"], says: ["crochets"]
    ),
    note(
      "A group never closed", "title: A\nevent: {start: 2024", ["3:8 error yaml-invalid"], says: ["accolades"]
    ),
    note(
      "A title that begins with a bracket", "title: [Vidéo] Agir", ["2:16 error yaml-invalid"],
      says: ["après un crochet"]),
    note(
      "Text behind a quote", "title: \"Agir\" ensemble", ["2:15 error yaml-invalid"],
      says: ["après un crochet ou un guillemet"]),
    note("A key indented too far", "title: A\n  date: 2024", ["3:7 error yaml-colon-in-text"]),
    note(
      "A key indented too little", "title: A\nevent:\n    start: 2024\n  place: b",
      ["5:3 error yaml-invalid"], says: ["alignée"]),
    note(
      "A line without colon", "title: A\ntexte libre\ndate: 2024", ["3:1 error yaml-invalid"],
      says: ["deux-points"]),
    note(
      "An unknown escape", "title: \"a\\d\"", ["2:10 error yaml-invalid"], says: ["barre oblique inverse"]),
    note("A percent sign first", "title: 50\ncode: %a", ["3:7 error yaml-indicator"], says: ["« % »"]),
    note("An at sign first", "title: @moi", ["2:8 error yaml-indicator"], says: ["\"@moi\""]),
    note("A backquote first", "title: `a`", ["2:8 error yaml-indicator"]),
    note("A closing bracket first", "title: ]a", ["2:8 error yaml-indicator"]),
    note("A greater-than sign first", "title: > 5 %", ["2:8 error yaml-indicator"], says: ["« > »"]),
    note("A bar first", "title: | a", ["2:8 error yaml-indicator"]),
    note("A number sign first leaves nothing", "title: #a", ["2:1 error title-missing"]),
    note("A key twice", "title: A\ncode: b\ntitle: C", ["4:1 error duplicate-key"], says: ["« title »"]),
    note(
      "A key twice, with a text of that name between", "title: A\ncode: |\n  title: x\n# title: y\ntitle: C",
      ["6:1 error duplicate-key"]),
    note("A key twice, once quoted", "title: A\n\"title\": C", ["3:1 error duplicate-key"]),
    note("A key twice that looks like a number", "title: A\n1: a\n\"1\": b", ["4:1 error duplicate-key"]),
    note(
      "A key twice at depth",
      "title: A\nsources:\n  - text: a\n    note: b\n  - text: a\n    note: c\n    text: d",
      ["8:5 error duplicate-key"]),
    note(
      "A key twice in braces", "title: A\nevent: {start: 2024, place: a, start: 2025}",
      ["3:32 error duplicate-key"]),
    note(
      "A key twice in braces over lines", "title: A\nevent: {place: é,\n start: 2024, place: b}",
      ["4:15 error duplicate-key"]),
    note("A key of several lines", "title: A\n? |\n  a\n  b\n: v", ["3:3 warning unknown-key"]),
    note("A key of nothing", "title: A\n: v", ["3:1 error yaml-invalid"]),
    note("A merge key", "title: A\n<<: {code: b}", ["3:1 warning unknown-key"]),
    note("The end mark of YAML", "title: A\n...\ncode: b", ["4:1 error yaml-invalid"]),
    note("A list for a block", "- title: A", ["2:1 error not-a-mapping"]),
    note("A directive", "%YAML 1.1", ["3:1 error yaml-invalid"]),
    note("A line separator", "title: Été\u{2028}suite", ["2:11 error invisible-character"], says: ["U+2028"]),
    note("A next-line character", "title: a\u{85}b", ["2:9 error invisible-character"], says: ["U+0085"]),
    note(
      "A byte order mark inside", "title: a\u{FEFF}b", ["2:9 error invisible-character"], says: ["U+FEFF"]),
    note("A private character of ours", "title: a\u{10FFF1}b", ["2:9 error invisible-character"]),
    note("An escape character", "title: a\u{1B}[2Jb", ["2:9 error invisible-character"], says: ["U+001B"]),
    note("U+FFFF", "title: a\u{FFFF}b", ["2:9 error invisible-character"]),
    note("A NUL", "title: a\u{0}b", ["2:9 error invisible-character"]),
    note(
      "Soft hyphens, no-break spaces, emoji and other private characters",
      "title: \"a\u{AD}b\u{A0}c 👩\u{200D}👩 \u{E000}\""),
    note(
      "An emoji before a fault counts as its scalars", "title: \"👩\u{200D}👩\"\nevent: {start: 👍, place: x}",
      ["3:16 error not-a-date"]),
    note("Comments and blank lines", "# un\n\ntitle: A # deux\n\n# trois"),
    note(
      "Lines of 20,000 characters",
      "title: A\nsummary: \(String(repeating: "é", count: 20_000))\ncode: [\(String(repeating: "x", count: 20_000))",
      ["4:7 error yaml-invalid"]),
  ]

  @Test("Each fault is said at its place, and nothing else", arguments: rows)
  func faults(_ row: Row) async throws { try await row.check() }

  @Test("CC-04: two hundred errors of one file are all said, in the order of their places")
  func manyErrors() async throws {
    let links = (0..<200).map { "[x](nulle-\($0).md)\n" }.joined()
    let reading = try await TinySite(["notes/a.md": .text("# A\n\n\(links)")]).read()
    #expect(reading.findings == (0..<200).map { "notes/a.md:\($0 + 3):1 error broken-link" })
  }
}
