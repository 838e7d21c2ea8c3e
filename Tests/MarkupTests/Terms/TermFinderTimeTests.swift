import Markup
import Testing

@Suite("The time that mentions of terms take")
struct TermFinderTimeTests {
  /// Five thousand terms, among them those that hostile texts begin and never end.
  private static let finder: TermFinder = {
    var finder = TermFinder(language: .french)
    for index in 0..<5_000 { finder.add("terme \(index) du glossaire", as: index) }
    finder.add(Array(repeating: "a", count: 11).joined(separator: " ") + " b", as: 5_000)
    finder.add(Array(repeating: "a", count: 200).joined() + " b", as: 5_001)
    finder.add("мир", as: 5_002)
    finder.add("AMM", as: 5_003)
    return finder
  }()

  private static let texts: [(name: String, unit: String)] = [
    ("the beginning of a term", "a "), ("one word", "a"), ("mentions", "terme 42 du glossaire "),
    ("tags", "<em>a</em>"),
    ("open tags", "<a>"), ("open quotes", "<a b=\""), ("marks", "\u{1}!1\u{2}"), ("open marks", "\u{1}"),
    ("ampersands", "&"), ("entities", "&amp;"), ("accents", "e\u{301}"), ("signs", "…"),
    ("letters in bold", "𝒜 "),
    ("another script", "мира "), ("another acronym", "amm "), ("hyphens", "a-"),
  ]

  @Test("It is in proportion to the text, whatever the text", arguments: texts.indices)
  func hostile(index: Int) {
    let (name, unit) = Self.texts[index]
    func time(_ size: Int) -> Duration {
      let html = Array(repeated(unit, size / unit.utf8.count).utf8)
      return ContinuousClock().measure { Self.finder.read(html) { _ in } }
    }
    // Unoptimized code takes some twenty times as long.
    #if DEBUG
      #expect(time(512 * 1024) < .seconds(5), "\(name)")
    #else
      #expect(time(5 * 1024 * 1024) < .seconds(1), "\(name)")
    #endif
  }
}
