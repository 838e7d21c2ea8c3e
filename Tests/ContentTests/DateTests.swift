import Markup
import Testing

@testable import Content

@Suite("Dates of content")
struct DateTests {
  private static func dated(_ value: String) -> TinySite.File {
    .text("---\ntitle: A\ndate: \(value)\n---\n")
  }

  static let rows: [Row] = [
    Row(
      "FM-11: 30 February", dated("2024-02-30"), ["3:7 error date-does-not-exist"],
      says: ["30 février 2024 n’existe pas"]),
    Row("FM-11: 29 February of a common year", dated("2023-02-29"), ["3:7 error date-does-not-exist"]),
    Row("FM-11: 29 February of a leap year", dated("2024-02-29")),
    Row("FM-11: 31 April, quoted", dated("\"2024-04-31\""), ["3:7 error date-does-not-exist"]),
    Row(
      "FM-12: day first", dated("12/05/2024"), ["3:7 error not-a-date"],
      says: ["2024-05-01", "2024-T2", "2020/.."]),
    Row("FM-12: a word", dated("demain"), ["3:7 error not-a-date"]),
    Row("FM-12: month 13", dated("2024-13-01"), ["3:7 error month-does-not-exist"], says: ["mois 13"]),
    Row("FM-12: month 0", dated("2024-00"), ["3:7 error month-does-not-exist"]),
    Row("FM-12: a fifth quarter", dated("2024-T5"), ["3:7 error not-a-date"]),
    Row("FM-12: a third semester", dated("2024-S3"), ["3:7 error not-a-date"]),
    Row("FM-12: hour 25", dated("2024-05-01 25:30"), ["3:7 error time-does-not-exist"], says: ["14:30"]),
    Row("FM-12: a year of two digits", dated("24-05-01"), ["3:7 error not-a-date"]),
    Row("FM-12: text behind the date", dated("2024-05-01 (prévu)"), ["3:7 error not-a-date"]),
    Row("FM-12: full-width digits", dated("２０２４"), ["3:7 error not-a-date"]),
    Row("FM-12: a list", dated("[2024]"), ["3:7 error wrong-kind"]),
    Row("FM-12: a range that ends first", dated("2025-04-03/2025-02-11"), ["3:7 error range-reversed"]),
    Row(
      "FM-12: in a field, an event and a source",
      """
      ---
      title: A
      jour: hier
      event:
        start: 2024-02-31
      sources:
        - {text: x, date: 2024-99}
      ---
      """, ["3:7 error not-a-date", "5:10 error date-does-not-exist", "7:21 error month-does-not-exist"]),
    Row(
      "Not stated is a date, and an update", "---\ntitle: A\ndate: non précisé\nupdated: Non précisée\n---\n"),
  ]

  @Test("Each fault is said at its place, and nothing else", arguments: rows)
  func faults(_ row: Row) async throws { try await row.check() }

  @Test(
    "A date keeps its precision",
    arguments: [
      "2024", "2024-S1", "2024-Q3", "2024-05", "2024-05-01", "2024-05-01T14:30", "2025-02-11/2025-04-03",
      "2018/2022",
      "2020-11/..",
    ])
  func precision(_ text: String) async throws {
    let reading = try await TinySite(["notes/a.md": DateTests.dated(text)]).read()
    #expect(reading.findings.isEmpty)
    #expect(reading.site.items.first?.date?.isoText == text)
    #expect(reading.site.items.first?.dateIsUnspecified == false)
  }

  @Test("FM-13: a time without zone stays the time that was written")
  func timeWithoutZone() async throws {
    let reading = try await TinySite(["notes/a.md": DateTests.dated("2024-05-01 23:30")]).read()
    let date = try #require(reading.site.items.first?.date)
    #expect(date.start.earliestDay == CalendarDay(year: 2024, month: 5, day: 1))
    #expect(date.start.time?.second == 23 * 3600 + 30 * 60)
    #expect(date.start.time?.offset == nil)
    #expect(reading.site.settings.timeZone == "Europe/Paris")
  }

  @Test("A date that is not stated is none, and says so")
  func unspecified() async throws {
    let reading = try await TinySite(["notes/a.md": DateTests.dated("non précisée")]).read()
    let item = try #require(reading.site.items.first)
    #expect(item.date == nil)
    #expect(item.dateIsUnspecified)
  }
}
