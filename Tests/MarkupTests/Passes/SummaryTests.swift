import Markup
import Testing

@Suite("Lead, words and sections")
struct SummaryTests {
  @Test(
    "The lead is the first paragraph's text",
    arguments: [
      ("# a\n\nb *c* `d`\ne\n\nf", "b c d e"),
      ("![a](b)\n\nc ![d](e)", "c"),
      ("- a\n\nb", "b"),
      ("# a", nil),
      (repeated("mot ", 100), repeated("mot ", 74) + "mot…"),
      (repeated("é", 400), repeated("é", 300) + "…"),
      (repeated("é", 300), repeated("é", 300)),
    ])
  func lead(markdown: String, lead: String?) throws {
    #expect(try render(markdown).lead == lead)
  }

  @Test(
    "Words are counted as a reader would",
    arguments: [
      ("un deux\ntrois", 3), ("l'été « faire alliance » : oui !", 4), ("«\u{A0}a\u{A0}»\u{202F}; b", 2),
      ("f*oo*bar [baz](x) ![alt](y)", 2), ("# a\n\nb", 2), ("```\na b c\n```", 0), ("– — …", 0),
      ("`a b`", 2), ("l’été d’acteur·rice·s naïf à Noël", 5), ("2018–2022 (a) +33 12,5 %", 5), ("日本 “a”", 2),
      ("- a\n- b", 2),
    ])
  func words(markdown: String, count: Int) throws {
    #expect(try render(markdown).words == count)
  }
}
