import Markup
import Testing

/// Numbers that are the same in every run (SplitMix64).
private struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

// One after the other: beside tests of time, these take little of the machine.
@Suite("Typography is stable", .serialized)
struct TypographyStabilityTests {
  private static let parts = [
    "a", "l", "État", "M", "Mme", "n°", "p", "art", ".", "...", "-", "–", "'", "’", "\"", "«", "»", "“",
    "”", " ", " ", "\u{A0}", "\u{202F}", "\n", "\t", ";", ":", "!", "?", "%", "€", "km", "h", "1", "12",
    "391", "2019", "mars", "er", "e", "XXI", ",", "(", ")", "/", "@", "é", "e\u{301}", "🎉", "\\", "&",
    "[", "]", "X", "ODD", "i", "°C", "\u{2009}",
  ]

  private static func random(_ generator: inout Seeded, _ parts: [String] = parts) -> String {
    (0..<Int.random(in: 1...14, using: &generator)).map { _ in
      parts.randomElement(using: &generator) ?? ""
    }.joined()
  }

  @Test("T11: setting twice is setting once", arguments: [Language.french, .english, .neutral])
  func idempotence(language: Language) {
    var generator = Seeded(state: 11)
    let typography = Typography(language: language)
    for _ in 0..<20_000 {
      let text = Self.random(&generator)
      let once = typography.apply(to: text)
      let twice = typography.apply(to: once)
      #expect(
        once.unicodeScalars.elementsEqual(twice.unicodeScalars),
        "\(text.debugDescription): \(shown(once)), \(shown(twice))")
    }
  }

  @Test("T11: a page set like its source split into nodes gives the text set as a whole")
  func splits() throws {
    var generator = Seeded(state: 12)
    let typography = Typography(language: .french)
    let parts = Self.parts.filter { !["\n", "\t", "\\", "&", "[", "]", "\u{A0}", "e\u{301}"].contains($0) }
    for _ in 0..<2_000 {
      let text = "x" + Self.random(&generator, parts) + "x"
      guard !text.contains("  ") else { continue }
      // A numeric reference makes a text node of its own.
      var split = ""
      for scalar in text.unicodeScalars {
        let isSplit = Bool.random(using: &generator) || "<*_`~".unicodeScalars.contains(scalar)
        split += isSplit ? "&#\(scalar.value);" : String(scalar)
      }
      let rendered = try renderMarkdown(
        Array(split.utf8)[...], options: MarkdownOptions(features: .typography))
      var words = ""
      var isTag = false
      for scalar in rendered.text.unicodeScalars {
        if scalar == "<" { isTag = true }
        if !isTag { words.unicodeScalars.append(scalar) }
        if scalar == ">" { isTag = false }
      }
      words = words.replacing("&quot;", with: "\"").replacing("\n", with: "")
      let whole = typography.apply(to: text)
      #expect(words.unicodeScalars.elementsEqual(whole.unicodeScalars), "\(text.debugDescription) \(split)")
    }
  }

  @Test(
    "Setting takes a time in proportion to the text",
    arguments: [
      "'", "\"", "a'", "a.b'", "\" ", "« ", "!", " !", "1 ", "1-", "12 345 ", "...", "M. ", "XXIe", ":",
      "a:", "\u{A0}", "&a", "12", "1,", "n° ", ";", "e\u{301}", "\u{301}", "1er", "l'\"",
    ])
  func time(text: String) throws {
    let clock = ContinuousClock()
    let typography = Typography(language: .french)
    let long = repeated(text, 100_000 / text.utf8.count)
    let took = clock.measure { _ = typography.apply(to: long + "!") }
    #expect(took < .seconds(5))
  }

  @Test(
    "Slugs and the order of lists don't change",
    arguments: [
      "l'État : bilan", "\"Mots\" !", "2019-2021", "5 391 223 habitants", "1er mai...", "n° 5",
      "e\u{301}te\u{301}", "日 !",
    ])
  func slugs(text: String) {
    #expect(Slug.make(Typography(language: .french).apply(to: text)) == Slug.make(text))
  }
}
