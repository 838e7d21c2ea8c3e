import Markup
import Testing

@Suite("Slugs")
struct SlugTests {
  @Test(
    "T9: accents fold, ligatures open, apostrophes and punctuation separate",
    arguments: [
      ("", ""), ("Kit ODD 17", "kit-odd-17"), ("L'été à l’œuvre", "l-ete-a-l-oeuvre"),
      ("Ægir, Straße & Cœur", "aegir-strasse-coeur"), ("ÉLÈVE Ça où Noël", "eleve-ca-ou-noel"),
      ("«\u{A0}faire alliance\u{A0}»\u{202F}!", "faire-alliance"), ("  --a--  b_c ", "a-b-c"),
      ("Łódź Øre Þing Đà İstanbul", "lodz-ore-thing-da-istanbul"), ("Commun(s)", "commun-s"),
      ("inno\u{AD}vation", "innovation"), ("m² CO₂ n°1", "m2-co2-n-1"), ("100 % à 5 €", "100-a-5"),
      ("Việt Nam", "viet-nam"), ("🎉", ""), ("❤️ a 1️⃣", "a-1"), ("日本", "日本"), ("日本 été", "日本-ete"),
      ("Привет Мой", "привет-мой"), ("Ελλάδα", "ελλαδα"), ("हिन्दी", "हिन्दी"), ("한국", "한국"), ("が", "が"),
      ("…", ""), ("C++ / C#", "c-c"),
    ])
  func slug(text: String, slug: String) {
    #expect(Array(Slug.make(text).unicodeScalars) == Array(slug.unicodeScalars))
  }

  @Test(
    "NFC and NFD give the same slug",
    arguments: [
      ("\u{E9}t\u{E9}", "e\u{301}te\u{301}"), ("\u{304C}", "\u{304B}\u{3099}"),
      ("\u{D55C}", "\u{1112}\u{1161}\u{11AB}"), ("\u{3AC}", "\u{3B1}\u{301}"), ("\u{439}", "\u{438}\u{306}"),
      ("\u{1EC7}", "e\u{323}\u{302}"), ("日\u{E9}", "日e\u{301}"), ("\u{130}", "I\u{307}"),
    ])
  func normalization(composed: String, decomposed: String) {
    #expect(Array(Slug.make(composed).utf8) == Array(Slug.make(decomposed).utf8))
    #expect(!Slug.make(composed).isEmpty)
  }

  @Test("A slug is its own slug", arguments: ["L'été à l’œuvre", "日本 été", "Привет", "x-1", "İ Σίσυφος"])
  func idempotence(text: String) {
    #expect(Slug.make(Slug.make(text)) == Slug.make(text))
  }
}
