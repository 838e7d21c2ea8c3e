import Markup
import Testing

@Suite("English and neutral typography")
struct EnglishTypographyTests {
  @Test(
    "Quotes, apostrophes, ellipses, ranges and units",
    arguments: [
      ("\"text\"", "“text”"), ("\"a 'b' c\"", "“a ‘b’ c”"), ("don't", "don’t"),
      ("dogs' bones", "dogs’ bones"), ("the '90s", "the ’90s"), ("'quoted'", "‘quoted’"),
      ("'it's fine'", "‘it’s fine’"), ("wait...", "wait…"), ("2019-2021", "2019–2021"),
      ("12 km", "12_km"), ("12 %", "12 %"), ("5 €", "5 €"), ("Yes!", "Yes!"),
      ("Yes: no; why?", "Yes: no; why?"), ("a \"b", "a \"b"), ("\"a \"b\" c\"", "“a ‘b’ c”"),
      ("«a»", "«a»"), ("12 mars", "12 mars"), ("1st", "1st"), ("12\"", "12\""),
      ("https://a.org/it's", "https://a.org/it's"), ("1 234", "1 234"), ("M. Dupont", "M. Dupont"),
      ("\"Why?\"", "“Why?”"), ("5 391", "5 391"),
    ])
  func english(text: String, set: String) { #expect(MarkupTests.english(text) == set) }

  @Test(
    "Another language stays as it is",
    arguments: ["Oui !", "\"a\"", "l'a...", "e\u{301}", "12 %", "2019-2021"])
  func neutral(text: String) throws {
    let set = Typography(language: .neutral).apply(to: text)
    #expect(Array(set.unicodeScalars) == Array(text.unicodeScalars))
    #expect(
      try page("`a` *b* \(text)", .neutral).unicodeScalars.contains("’") == text.unicodeScalars.contains("’"))
  }
}
