import Markup
import Testing

/// `_` stands for U+00A0, `'` for U+202F.
private func spaced(_ text: String) -> String {
  text.replacing("_", with: "\u{A0}").replacing("'", with: "\u{202F}")
}

@Suite("Numbers and words")
struct NumberTests {
  @Test(
    "T3: thousands are set apart",
    arguments: [
      (0, "0", "0", "0"), (999, "999", "999", "999"), (1234, "1'234", "1,234", "1234"),
      (5_391_223, "5'391'223", "5,391,223", "5391223"), (-1000, "−1'000", "−1,000", "-1000"),
      (Int.min, "−9'223'372'036'854'775'808", "−9,223,372,036,854,775,808", "-9223372036854775808"),
    ])
  func whole(value: Int, french: String, english: String, neutral: String) {
    #expect(Language.french.number(value) == spaced(french))
    #expect(Language.english.number(value) == english)
    #expect(Language.neutral.number(value) == neutral)
  }

  @Test(
    "T3: the decimal mark is a comma",
    arguments: [
      (12.5, 1, "12,5"), (12.0, 0, "12"), (0.05, 1, "0,1"), (-0.5, 0, "−1"), (1234.567, 2, "1'234,57"),
      (0.001, 2, "0,00"), (1e300, 1, "1e+300"), (Double.nan, 1, "nan"), (2.5, 3, "2,500"),
    ])
  func decimals(value: Double, digits: Int, french: String) {
    #expect(Language.french.number(value, fractionDigits: digits) == spaced(french))
  }

  @Test(
    "A decimal text keeps its digits",
    arguments: [
      ("1234.50", "1'234,50"), ("-0.5", "−0,5"), ("7", "7"), ("1,5", nil), ("", nil), ("-", nil), ("1.", nil),
      (".5", nil), ("1e3", nil), ("1 234", nil), ("1.2.3", nil),
    ])
  func decimalText(text: String, french: String?) {
    #expect(Language.french.number(decimal: text) == french.map(spaced))
  }

  @Test("T2: a number and its unit stay on one line")
  func units() {
    #expect(Language.french.percentage("12,5") == "12,5\u{A0}%")
    #expect(Language.english.percentage("12.5") == "12.5%")
    #expect(Language.french.quantity("12", unit: "km²") == "12\u{A0}km²")
  }

  @Test(
    "A13: the weight of a file",
    arguments: [
      (0, "0_octet", "0_bytes"), (1, "1_octet", "1_byte"), (999, "999_octets", "999_bytes"),
      (1000, "1,0_ko", "1.0_kB"), (9_949, "9,9_ko", "9.9_kB"), (9_950, "10_ko", "10_kB"),
      (999_499, "999_ko", "999_kB"), (999_500, "1,0_Mo", "1.0_MB"), (3_400_000, "3,4_Mo", "3.4_MB"),
      (1_100_000_000, "1,1_Go", "1.1_GB"), (5_000_000_000_000_000, "5'000_To", "5,000_TB"),
    ])
  func fileSizes(bytes: Int, french: String, english: String) {
    #expect(Language.french.fileSize(bytes) == spaced(french))
    #expect(Language.english.fileSize(bytes) == spaced(english))
  }

  @Test(
    "T5: ordinals",
    arguments: [
      (Language.french, 1, Language.Gender.masculine, "1er", "1<sup>er</sup>"),
      (.french, 1, .feminine, "1re", "1<sup>re</sup>"), (.french, 2, .feminine, "2e", "2<sup>e</sup>"),
      (.french, 21, .masculine, "21e", "21<sup>e</sup>"), (.english, 1, .masculine, "1st", "1<sup>st</sup>"),
      (.english, 12, .masculine, "12th", "12<sup>th</sup>"),
      (.english, 22, .masculine, "22nd", "22<sup>nd</sup>"),
      (.english, 113, .masculine, "113th", "113<sup>th</sup>"), (.neutral, 3, .masculine, "3", "3"),
    ])
  func ordinals(language: Language, number: Int, gender: Language.Gender, plain: String, html: String) {
    let ordinal = language.ordinal(number, gender: gender)
    #expect(ordinal.plain == plain)
    #expect(String(decoding: ordinal.html, as: UTF8.self) == html)
  }

  @Test(
    "Lists are joined as in a sentence",
    arguments: [
      ([], "", ""), (["a"], "a", "a"), (["a", "b"], "a et b", "a and b"),
      (["a", "b", "c"], "a, b et c", "a, b and c"),
    ])
  func lists(items: [String], french: String, english: String) {
    #expect(Language.french.list(items) == french)
    #expect(Language.english.list(items) == english)
    #expect(Language.neutral.list(items) == items.joined(separator: ", "))
  }

  @Test("Zero is singular in French alone")
  func plurals() {
    #expect([0, 1, 2, -1].map { Language.french.plural($0, one: "1", other: "n") } == ["1", "1", "n", "1"])
    #expect([0, 1, 2, -1].map { Language.english.plural($0, one: "1", other: "n") } == ["n", "1", "n", "1"])
  }

  @Test("T8: é sorts as e, œ as oe, whatever the case; what is equal so, by its bytes")
  func sorting() {
    let sorted = [
      "« Abc »", "actif", "Acton", "Éclair", "éclat", "école", "Ecrin", "État", "etat major", "œil",
      "oeillet",
      "Œuf",
      "zèbre", "日本",
    ]
    #expect(sorted.reversed().sorted { SortKey($0) < SortKey($1) } == sorted)
    #expect(
      ["été", "ete", "Été", "ETE"].sorted { SortKey($0) < SortKey($1) } == ["ETE", "ete", "Été", "été"])
    #expect(SortKey("a") < SortKey("a b") && !(SortKey("a") < SortKey("a")))
  }
}
