@testable import Content
import Testing

@Suite("The short way through front matter")
struct PlainYAMLTests {
  private static let pieces = [
    "title", "a", "é", "日", "👍", ":", ": ", " ", "  ", "\n", "\n", "\n  - ", "\n- ", "- ", "-", "#", " #", "[", "]", "[a, b]", ",",
    ", ", "{", "}", "\"", "'", "\"a\"", "'b'", "\\", "|", ">", "&a", "*a", "!x", "?", "? ", "%", "@", "`", "~", "null",
    "true", "12", "1.5", "2024-05-01", "\t", "---", "...", "\nkey: ", "\nkey:", "\nautre: ", "k: v\n", "<<: ", "=", ".",
    "/", "\u{A0}", "\u{2028}", "\u{FEFF}", "\u{85}", "\u{10FFF0}", "_", "''", "\"\"", "a b", "http://a.b/c",
  ]

  private static func yaml(_ seed: Int) -> String {
    var random = SmallRandom(seed: UInt64(seed))
    let start = random.next() % 4 == 0 ? "" : "k: "
    return start + (0..<Int(random.next() % 9)).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
  }

  @Test("What it accepts it reads exactly as the YAML parser does, places too")
  func agreesWithTheParser() throws {
    var accepted = 0
    for seed in 0..<20_000 {
      let text = PlainYAMLTests.yaml(seed)
      let bytes = Array(text.utf8)
      guard let short = PlainYAML.parse(bytes[...], firstLine: 2) else { continue }
      accepted += 1
      let long = try? YAMLParser(file: "a.md", firstLine: 2).parseFully(bytes[...])
      #expect(long.map { "\($0)" } == "\(short)", "\(text.debugDescription)")
    }
    #expect(accepted > 1000)
  }

  @Test("It reads the front matter that pages have")
  func readsOrdinaryPages() {
    let text = "title: Agir ensemble\ndate: 2024-05-01\nthemes: [eau, \"forêt\"]\nsources:\n  - s1\n  - s2\n# fin\ndraft: true\n"
    #expect(PlainYAML.parse(Array(text.utf8)[...], firstLine: 2)?.entries?.count == 5)
  }
}
