import Glibc
import Markup
import Testing

@Suite("Dates in words")
struct DateWordingTests {
  /// `_` stands for U+00A0.
  @Test(
    "T2, T6: dates in French and English",
    arguments: [
      ("2019-12-01", "1er_décembre 2019", "1_December 2019"),
      ("2019-12-19", "19_décembre 2019", "19_December 2019"),
      ("2024-08", "août 2024", "August 2024"),
      ("2024", "2024", "2024"),
      ("2025-S1", "1er_semestre 2025", "1st_half of 2025"),
      ("2024-T2", "2e_trimestre 2024", "2nd_quarter of 2024"),
      ("2024-05-01 23:30", "1er_mai 2024 à 23_h_30", "1_May 2024 at 23:30"),
      ("2024-05-02T09:00", "2_mai 2024 à 9_h", "2_May 2024 at 09:00"),
      ("2024-05-02T09:05+02:00", "2_mai 2024 à 9_h_05 (UTC+02:00)", "2_May 2024 at 09:05 (UTC+02:00)"),
      ("2025-02-11/2025-04-03", "11_février – 3_avril 2025", "11_February – 3_April 2025"),
      ("2025-02-01/2025-02-03", "1er–3_février 2025", "1–3_February 2025"),
      ("2024-12-30/2025-01-02", "30_décembre 2024 – 2_janvier 2025", "30_December 2024 – 2_January 2025"),
      ("2018/2022", "2018–2022", "2018–2022"),
      ("2018/2018", "2018", "2018"),
      ("2025-02/2025-04", "février – avril 2025", "February – April 2025"),
      ("2024-Q1/2024-Q2", "1er–2e_trimestre 2024", "1st–2nd_quarter of 2024"),
      ("2024-05/2025", "mai 2024 – 2025", "May 2024 – 2025"),
      ("2020/..", "depuis 2020", "since 2020"),
      ("2020-05/..", "depuis mai 2020", "since May 2020"),
      ("2020-05-01/..", "depuis le 1er_mai 2020", "since 1_May 2020"),
      ("2020-S1/..", "depuis le 1er_semestre 2020", "since 1st_half of 2020"),
    ])
  func wording(text: String, french: String, english: String) throws {
    let span = try DateSpan(parsing: text)
    #expect(Language.french.date(span).plain == french.replacing("_", with: "\u{A0}"))
    #expect(Language.english.date(span).plain == english.replacing("_", with: "\u{A0}"))
    #expect(Language.neutral.date(span).plain == span.isoText)
  }

  @Test("T6: the long form names the weekday")
  func longForm() throws {
    let date = try PartialDate(parsing: "2019-12-19")
    #expect(Language.french.date(date, style: .long).plain == "jeudi 19\u{A0}décembre 2019")
    #expect(Language.english.date(date, style: .long).plain == "Thursday 19\u{A0}December 2019")
  }

  @Test("T5: the first of a month is raised in HTML")
  func raised() throws {
    let html = Language.french.date(try PartialDate(parsing: "2019-12-01")).html
    #expect(String(decoding: html, as: UTF8.self) == "1<sup>er</sup>\u{A0}décembre 2019")
  }

  @Test("TE-16: the machine's locale and time zone change nothing")
  func environment() throws {
    let date = try PartialDate(parsing: "2024-05-01 23:30")
    let expected = Language.french.date(date, style: .long).plain
    for (locale, zone) in [("C", "UTC"), ("fr_FR.UTF-8", "Pacific/Auckland"), ("en_US", "America/New_York")] {
      setenv("LC_ALL", locale, 1)
      setenv("TZ", zone, 1)
      tzset()
      setlocale(LC_ALL, "")
      #expect(Language.french.date(date, style: .long).plain == expected)
      #expect(Language.french.number(1234.5, fractionDigits: 1) == "1\u{202F}234,5")
    }
    setlocale(LC_ALL, "C")
    unsetenv("LC_ALL")
    unsetenv("TZ")
    tzset()
  }

  @Test(
    "A language is told from its code",
    arguments: [
      ("fr", Language.french), ("fr-CA", .french), ("FR", .french), ("en-GB", .english), ("en", .english),
      ("frr", .neutral), ("de", .neutral), ("", .neutral),
    ])
  func code(code: String, language: Language) {
    #expect(Language(code: code) == language)
  }
}
