import Markup
import Testing

@testable import Content

@Suite("Front matter")
struct FrontMatterTests {
  static let rows: [Row] = [
    Row(
      "FM-01: opened and never closed", "---\ntitle: A\n\nTexte\n", ["1:1 error front-matter-unclosed"],
      says: ["n’est jamais refermé"]),
    Row("FM-01: a lone fence", "---", ["1:1 error front-matter-unclosed"]),
    Row(
      "FM-02: an empty block lacks only its title", "---\n---\n", ["1:1 error title-missing"],
      says: ["title:"]),
    Row("FM-02: an empty block and a heading", "---\n---\n# A\n"),
    Row("FM-02: a title key left empty", "---\ndate: 2024\ntitle:\n---\n", ["3:1 error title-missing"]),
    Row("FM-02: a title of blanks", "---\ntitle: \"  \"\n---\n", ["2:1 error title-missing"]),
    Row("FM-02: a title that is a list is said once", "---\ntitle: [a]\n---\n", ["2:8 error wrong-kind"]),
    Row("FM-03: no front matter, a heading", "# A\n\nTexte\n"),
    Row("FM-03: no front matter, no heading", "Texte\n", ["1:1 error title-missing"]),
    Row(
      "FM-03: a file in no type's folder", "# A\n", file: "brouillons/a.md",
      ["1:1 error file-in-no-type"], says: ["content/notes/"]),
    Row(
      "FM-07: UTF-16LE", .bytes([0xFF, 0xFE, 0x2D, 0, 0x2D, 0]), ["1:1 error text-is-utf16"], says: ["UTF-8"]),
    Row("FM-07: UTF-16BE", .bytes([0xFE, 0xFF, 0, 0x2D]), ["1:1 error text-is-utf16"]),
    Row(
      "FM-08: a Latin-1 byte in the title",
      .bytes(Array("---\ntitle: Été caf".utf8) + [0xE9] + Array("\n---\n".utf8)),
      ["2:15 error text-is-not-utf8"], says: ["0xE9", "position 20", "UTF-8"]),
    Row("FM-08: an overlong sequence", .bytes([0x61, 0xC0, 0xAF]), ["1:2 error text-is-not-utf8"]),
    Row("FM-08: half a surrogate", .bytes([0x61, 0x0A, 0xED, 0xA0, 0x80]), ["2:1 error text-is-not-utf8"]),
    Row("FM-08: a sequence cut by the end", .bytes([0x61, 0xE2, 0x80]), ["1:2 error text-is-not-utf8"]),
    Row(
      "FM-10: a tab before a list item", "---\ntitle: A\nthemes:\n\t- eau\n---\n",
      ["4:1 error tab-indentation"],
      says: ["espaces"]),
    Row(
      "FM-10: a tab behind spaces", "---\ntitle: A\nthemes:\n  \t- eau\n---\n", ["4:3 error tab-indentation"]),
    Row(
      "FM-10: a tab before a key of a group", "---\ntitle: A\nevent:\n\tstart: 2024\n---\n",
      ["4:1 error tab-indentation"]),
    Row("FM-10: a tab behind a value or a colon is none", "---\ntitle:\tA\t\nniveau:\t3\n---\n"),
    Row("FM-16: a text where a list is wanted is a list of one", "---\ntitle: A\nthemes: eau\n---\n"),
    Row(
      "FM-16: and never its letters", "---\ntitle: A\nthemes: eaux\n---\n", ["3:9 error unknown-name"],
      says: ["« eau »"]),
    Row(
      "FM-18: a misspelt key", "---\ntilte: x\ntitle: A\n---\n", ["2:1 warning unknown-key"],
      says: ["« tilte »", "Vouliez-vous dire « title »"]),
    Row(
      "FM-18: a key like none", "---\ntitle: A\nzzzzzz: x\n---\n", ["3:1 warning unknown-key"],
      says: ["Connus : aliases"]),
    Row(
      "FM-18: a misspelt key of a capability", "---\ntitle: A\nevent:\n  start: 2024\n  palce: Lyon\n---\n",
      ["5:3 warning unknown-key"], says: ["« place »"]),
    Row("FM-19: an anchor", "---\ntitle: &a A\n---\n", ["2:8 error yaml-indicator"], says: ["« & »"]),
    Row("FM-19: an alias", "---\ntitle: A\nthemes: [eau, *h]\n---\n", ["3:15 error yaml-indicator"]),
    Row("FM-19: a tag", "---\ntitle: !!str A\n---\n", ["2:8 error yaml-indicator"]),
    Row(
      "FM-19: an anchor right behind a quoted key", "---\ntitle: A\nevent: {\"start\":&h 2024}\n---\n",
      ["3:17 error yaml-indicator"]),
    Row(
      "FM-19: the same characters inside texts",
      "---\ntitle: \"*A* & B!\"\nsummary: R&D, 2*3 !\ncode: 'a&b'\n---\n"),
    Row("FM-20: an alias as a key", "---\ntitle: A\n? *h\n: v\n---\n", ["3:3 error yaml-indicator"]),
    Row("FM-20: a list as a key", "---\n? [a, b]\n: v\n---\n", ["2:3 error key-is-not-text"]),
    Row(
      "FM-21: eleven lists inside each other",
      "---\ntitle: A\ncode: \(String(repeating: "[", count: 11))\(String(repeating: "]", count: 11))\n---\n",
      ["3:16 error nested-too-deep"], says: ["10 niveaux"]),
    Row(
      "FM-21: brackets in a text don't nest", "---\ntitle: \"\(String(repeating: "[", count: 40))\"\n---\n"),
    Row("FM-23: a later fence is Markdown", "---\ntitle: A\n---\nUn\n\n---\n\nDeux\n"),
    Row(
      "FM-24: a front matter of 2 MiB",
      .text("---\ntitle: A\nsummary: \(String(repeating: "a", count: 2 << 20))\n---\n"),
      ["1:1 error front-matter-too-large"], says: ["65536"]),
    Row(
      "FM-25: a slug that climbs", "---\ntitle: A\nslug: ../../etc\n---\n", ["3:7 error slug-invalid"],
      says: ["« etc »"]),
    Row(
      "FM-25: a permalink that climbs", "---\ntitle: A\npermalink: /../x\n---\n", ["3:12 error path-invalid"]),
    Row(
      "FM-25: a percent-coded permalink that climbs", "---\ntitle: A\npermalink: /%2e%2e/x\n---\n",
      ["3:12 error path-invalid"]),
    Row(
      "FM-25: the key of another generator", "---\ntitle: A\nurl: //evil.com\n---\n",
      ["3:1 error unknown-key"],
      says: ["« permalink »"]),
    Row(
      "FM-25: an alias of another host", "---\ntitle: A\naliases: [//evil.com/x, /bon/]\n---\n",
      ["3:11 error path-invalid"]),
    Row(
      "FM-25: an alias into the writer's own files", "---\ntitle: A\naliases: /.terreau-manifest/\n---\n",
      ["3:10 error path-invalid"]),
    Row(
      "FM-25: an id of blanks", "---\ntitle: A\nid: \"a b\"\n---\n", ["3:5 error slug-invalid"],
      says: ["« a-b »"]),
  ]

  @Test("Each fault is said at its place, and nothing else", arguments: rows)
  func faults(_ row: Row) async throws { try await row.check() }

  @Test("FM-04, FM-05: a mark and CRLF lines change nothing but the bytes of the file")
  func lineEndsAndMark() async throws {
    let text =
      "---\ntitle: Été\nsummary: |\n  Un\n  deux\ntilte: x\n---\nUn\ntexte [x](nulle-part.md)\n\n## B\n"
    let carriage = text.replacing("\n", with: "\r\n")
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let twins: [TinySite.File] = [
      .text(text), .text(carriage), .bytes(mark + Array(text.utf8)), .bytes(mark + Array(carriage.utf8)),
      .text(text.replacing("\n", with: "\r")),
    ]
    for twin in twins {
      let reading = try await TinySite(["notes/a.md": twin]).read()
      #expect(reading.findings == ["notes/a.md:6:1 warning unknown-key", "notes/a.md:9:7 error broken-link"])
      let item = try #require(reading.site.items.first)
      #expect(item.title == "Été")
      #expect(item.summary == "Un\ndeux\n")
      #expect(item.body.outline.map(\.line) == [11])
    }
  }

  @Test("FM-08: a byte offset counts the mark before it")
  func offsetBehindMark() async throws {
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("é\nab".utf8) + [0xFF]
    let reading = try await TinySite(["notes/a.md": .bytes(bytes)]).read()
    #expect(reading.findings == ["notes/a.md:2:3 error text-is-not-utf8"])
    #expect(reading.diagnostics.first?.problem == .textIsNotUTF8(byte: 0xFF, offset: 8))
  }

  @Test("FM-23: what stands behind the first block is body, fences too")
  func laterFence() async throws {
    let reading = try await TinySite(["notes/a.md": "---\ntitle: A\n---\nUn\n\n---\n\ntitle: B\n\n---\n"])
      .read()
    #expect(reading.findings.isEmpty)
    #expect(reading.site.items.first?.body.text.contains("<hr />") == true)
    #expect(reading.site.items.first?.title == "A")
  }

  static let bombs: [(String, String)] = [
    ("FM-19: nine levels of nine aliases", FrontMatterTests.bomb(levels: 9)),
    ("FM-20: a bomb as a key", FrontMatterTests.bomb(levels: 8) + "? *h\n: v\n"),
    ("FM-21: 60,000 brackets", "x: " + String(repeating: "[", count: 60_000) + "\n"),
    ("FM-21: 60,000 braces", "x: " + String(repeating: "{", count: 60_000) + "\n"),
    ("FM-21: 30,000 dashes", String(repeating: "- ", count: 30_000) + "\n"),
    ("FM-21: 30,000 question marks", String(repeating: "? ", count: 30_000) + "\n"),
    ("FM-21: brackets and keys", "x: " + String(repeating: "[a: ", count: 15_000) + "\n"),
    ("FM-21: 350 indented keys", (0..<350).map { String(repeating: " ", count: $0) + "a:\n" }.joined()),
    ("FM-24: a line of 60,000 quotes", "x: " + String(repeating: "\"", count: 60_000) + "\n"),
    ("FM-24: 10,000 keys", (0..<6_000).map { "k\($0): v\n" }.joined()),
  ]

  private static func bomb(levels: Int) -> String {
    var yaml = "a: &a [x, x, x, x, x, x, x, x, x]\n"
    let names = Array("abcdefghijkl")
    for level in 1..<levels {
      let aliases = Array(repeating: "*\(names[level - 1])", count: 9).joined(separator: ", ")
      yaml += "\(names[level]): &\(names[level]) [\(aliases)]\n"
    }
    return yaml
  }

  @Test("Hostile blocks end at once, in little memory", arguments: bombs.map(\.0))
  func hostile(_ name: String) async throws {
    let yaml = try #require(FrontMatterTests.bombs.first { $0.0 == name }?.1)
    let text = try SourceText(file: "a.md", contents: Array("---\ntitle: A\n\(yaml)---\n".utf8))
    let memory = peakMemory()
    let duration = processorTime {
      do throws(Diagnostic) {
        let root = try FrontMatter(text).root(file: "a.md")
        var reader = MappingReader(root, file: "a.md", typography: Typography(language: .french))
        reader.finish()
        #expect(!reader.diagnostics.isEmpty)
      } catch {
        #expect((error.location?.line ?? 0) >= 3)
      }
    }
    // A debug build, of which other tests use the memory too; a tenth of this in release.
    #expect(duration < .milliseconds(name.contains("keys") ? 1500 : 500))
    #expect(peakMemory() - memory < 200 << 20)
  }
}
