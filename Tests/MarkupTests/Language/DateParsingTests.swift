import Markup
import Testing

@Suite("Reading dates")
struct DateParsingTests {
  @Test(
    "A date keeps its precision",
    arguments: [
      ("2024", "2024", "2024", "2024-01-01", "2024-12-31"),
      ("2024-S1", "2024-S1", nil, "2024-01-01", "2024-06-30"),
      ("2024-S2", "2024-S2", nil, "2024-07-01", "2024-12-31"),
      ("2024-T2", "2024-Q2", nil, "2024-04-01", "2024-06-30"),
      ("2024-Q4", "2024-Q4", nil, "2024-10-01", "2024-12-31"),
      ("2024-02", "2024-02", "2024-02", "2024-02-01", "2024-02-29"),
      ("2023-02", "2023-02", "2023-02", "2023-02-01", "2023-02-28"),
      ("2024-05-01", "2024-05-01", "2024-05-01", "2024-05-01", "2024-05-01"),
      ("2024-05-01 23:30", "2024-05-01T23:30", "2024-05-01T23:30", "2024-05-01", "2024-05-01"),
      (
        "2024-05-01T23:30+02:00", "2024-05-01T23:30+02:00", "2024-05-01T23:30+02:00",
        "2024-05-01", "2024-05-01"
      ),
      ("2024-05-01T23:30:15Z", "2024-05-01T23:30:15Z", "2024-05-01T23:30:15Z", "2024-05-01", "2024-05-01"),
      ("0800-12-25", "0800-12-25", "0800-12-25", "0800-12-25", "0800-12-25"),
    ])
  func precision(text: String, iso: String, datetime: String?, earliest: String, latest: String) throws {
    let date = try PartialDate(parsing: text)
    #expect(date.isoText == iso)
    #expect(date.datetimeAttribute == datetime)
    #expect(date.earliestDay.isoText == earliest)
    #expect(date.latestDay.isoText == latest)
    #expect(try PartialDate(parsing: date.isoText) == date)
  }

  @Test(
    "FM-11, FM-12: what is no date is refused with its reason",
    arguments: [
      ("2024-02-30", DateError.dayDoesNotExist(day: 30, month: 2, year: 2024)),
      ("1900-02-29", .dayDoesNotExist(day: 29, month: 2, year: 1900)),
      ("2024-04-31", .dayDoesNotExist(day: 31, month: 4, year: 2024)),
      ("2024-05-00", .dayDoesNotExist(day: 0, month: 5, year: 2024)),
      ("2024-13-01", .monthOutOfRange(13)), ("2024-00", .monthOutOfRange(0)),
      ("2024-T5", .quarterOutOfRange(5)), ("2024-S3", .semesterOutOfRange(3)),
      ("12/05/2024", .unknownForm), ("demain", .unknownForm), ("", .unknownForm), ("2024-5-1", .unknownForm),
      ("24-05-01", .unknownForm), ("0000", .unknownForm), ("2024-05-01T", .unknownForm),
      ("2024-05-01x", .unknownForm), ("20240501", .unknownForm), ("２０２４", .unknownForm),
      ("2024-05-01 24:00", .timeOutOfRange(hour: 24, minute: 0, second: 0)),
      ("2024-05-01T12:60", .timeOutOfRange(hour: 12, minute: 60, second: 0)),
      ("2024-05-01T12:00+15:00", .offsetOutOfRange), ("2020/.", .unknownForm), ("2020/", .unknownForm),
      ("../2020", .unknownForm), ("2020/../", .unknownForm), ("2018/2020/2022", .unknownForm),
    ])
  func refused(text: String, error: DateError) {
    #expect(throws: error) { try DateSpan(parsing: text) }
  }

  @Test(
    "A range has two ends or none yet",
    arguments: [
      ("2025-02-11/2025-04-03", "2025-02-11", "2025-04-03"), ("2018/2022", "2018-01-01", "2022-12-31"),
      ("2024-05/2024", "2024-05-01", "2024-12-31"), ("2020/..", "2020-01-01", nil),
      ("2024-05-01/2024-05-01", "2024-05-01", "2024-05-01"), ("2024-05", "2024-05-01", "2024-05-31"),
    ])
  func range(text: String, earliest: String, latest: String?) throws {
    let span = try DateSpan(parsing: text)
    #expect(span.isoText == text)
    #expect(span.earliestDay.isoText == earliest)
    #expect(span.latestDay?.isoText == latest)
    #expect(span.datetimeAttribute == (text.contains("/") ? nil : text))
  }

  @Test(
    "A range that ends before it starts is refused",
    arguments: [
      "2022/2018", "2025-04-03/2025-02-11", "2024-05/2023", "2024-05-01T10:00/2024-05-01T09:00",
      "2024-05-01T10:00+00:00/2024-05-01T11:00+02:00",
    ])
  func reversed(text: String) throws {
    let ends = try text.split(separator: "/").map { try PartialDate(parsing: $0) }
    #expect(throws: DateError.rangeReversed(start: ends[0], end: ends[1])) { try DateSpan(parsing: text) }
  }

  @Test("Dates sort by their beginning, then from the less to the more precise")
  func order() throws {
    let texts = [
      "2023-12-31", "2024", "2024-S1", "2024-Q1", "2024-01", "2024-01-01", "2024-01-01T00:00",
      "2024-01-01T00:01", "2024-02", "2024-Q2",
    ]
    let dates = try texts.map { try PartialDate(parsing: $0) }
    #expect(dates.reversed().sorted().map(\.isoText) == texts)
  }

  @Test(
    "Weekdays are those of the Gregorian calendar",
    arguments: [
      ("2019-12-19", 4), ("1970-01-01", 4), ("2000-02-29", 2), ("1900-03-01", 4), ("2024-12-31", 2),
      ("0001-01-01", 1), ("1582-10-15", 5), ("9999-12-31", 5),
    ])
  func weekday(text: String, weekday: Int) throws {
    #expect(try PartialDate(parsing: text).earliestDay.weekday == weekday)
  }
}
