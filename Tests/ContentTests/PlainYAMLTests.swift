import Testing

@testable import Content

@Suite("Plain front matter is read as the general YAML parser reads it")
struct PlainYAMLTests {
  @Test("typical front matter is read without the general parser")
  func typical() throws {
    let yaml = """
      title: "Une coopérative à Redon"
      summary: 'Six voisins, un toit'
      date: 2024-05-01

      # Une remarque
      profils: [citoyens, "élus locaux", acteurs-academiques]
      sources:
        - s1
        - "s2 : annexe"
      tags:
      - a
      """
    let node = try #require(PlainYAML.parse(Array(yaml.utf8)[...], firstLine: 2))
    #expect(try description(node) == description(general(yaml)))
    #expect(node.entries?.map(\.name) == ["title", "summary", "date", "profils", "sources", "tags"])
  }

  @Test(
    "what is not plain is left to the general parser",
    arguments: [
      "a: b: c", "a: b #c", "a: *b", "a: &b c", "a: !t b", "a: |\n  b", "a: >\n  b", "a: b\n  c", "a: {b: c}", "a:",
      "a:\nb: c", "a: [b, [c]]", "a: [b", "a: \"b\\n\"", "a: 'b''c'", "a: \"b\" c", "a: \tb", "\ta: b", "? a\n: b",
      "a: b\na: c", "- a", "a: - b", "a: b:", "a: @b", "a: `b", "a: %b", "a:b", "a : b", "a: [b,, c]", "a: [,b]",
      "a: b\u{85}c: d", "a: b\u{2028}c", "a: \u{FEFF}b", "a: \u{10FFF1}b", "a:\n  - b\n - c", "a:\n  - b: c", "",
      "a:\n  - b\n  # c\n  - d", "a: b\n...\nc: d", "a: b\n---\nc: d", "\"a\": b", "a: -b", "a: b\n c", "a: ,b",
    ])
  func leftOver(yaml: String) {
    #expect(PlainYAML.parse(Array(yaml.utf8)[...], firstLine: 2) == nil)
  }

  @Test("20,000 random texts: what the plain parser reads, the general one reads alike, places included")
  func random() throws {
    var random = SplitMix(state: 42)
    let pieces = [
      "a", "b: ", "c:", "- ", " ", "  ", "\n", "\n", "\"", "'", "[", "]", ", ", ",", "#", " #", ":", "é", "\u{A0}", "œuvre",
      "1", "2024-05-01", "true", "~", "null", "-", "--- ", "...", "x y", "l’été", "key", "key2: ", "\n- ", "\n  - ", "&",
      "*", "!", "|", ">", "?", "? ", "{", "}", "%", "@", "`", "\\", "🙂", "\u{85}", "=", "<<: ", "0x1", "1_0", "/", ".",
    ]
    var read = 0
    for _ in 0..<20_000 {
      var yaml = ""
      for _ in 0...random.next(14) { yaml += pieces[random.next(pieces.count)] }
      if random.next(2) == 0 { yaml = "key: " + yaml }
      guard let plain = PlainYAML.parse(Array(yaml.utf8)[...], firstLine: 2) else { continue }
      read += 1
      do {
        let reference = try general(yaml)
        if try description(plain) != description(reference) {
          Issue.record("\(yaml.debugDescription)\n\(try description(plain))\n\(try description(reference))")
          return
        }
      } catch {
        Issue.record("\(yaml.debugDescription) is read, and is an error: \(error)")
        return
      }
    }
    #expect(read > 500, "the random texts are too seldom plain to show anything")
  }

  private func general(_ yaml: String) throws -> YAMLNode {
    try YAMLParser(file: "a.md", firstLine: 2).parseAny(Array(yaml.utf8)[...])
  }

  /// Everything of a tree that anything else looks at.
  private func description(_ node: YAMLNode) throws -> String {
    let place = "@\(node.line):\(node.column) "
    switch node.kind {
    case .scalar(let text, let style): return place + "\(style) \(text.debugDescription)"
    case .list(let items): return place + "[" + (try items.map(description).joined(separator: ", ")) + "]"
    case .mapping(let entries):
      return place + "{"
        + (try entries.map { try description($0.key) + ": " + description($0.value) }.joined(separator: ", ")) + "}"
    }
  }
}

/// Random numbers that only their seed decides.
private struct SplitMix {
  var state: UInt64

  mutating func next(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
  }
}
