import Foundation
import Markup
import Testing

@testable import Generator

@Suite("Days and moments of calendars")
struct CalendarTimeTests {
  @Test("A civil time becomes UTC by its zone, in winter and in summer",
    arguments: [
      ("2026-01-15T10:00", "Europe/Paris", "20260115T090000Z"),
      ("2026-07-15T10:00", "Europe/Paris", "20260715T080000Z"),
      ("2026-07-15T10:00", "UTC", "20260715T100000Z"),
      ("2026-01-01T00:30", "Europe/Paris", "20251231T233000Z"),
      ("2026-12-31T20:00", "America/Martinique", "20270101T000000Z"),
      ("2026-01-15T10:00", "Pacific/Auckland", "20260114T210000Z"),
      ("2026-07-15T10:00:05", "Indian/Reunion", "20260715T060005Z"),
      // Skipped by the clock: counted from the offset before. Shown twice: the first.
      ("2026-03-29T01:59", "Europe/Paris", "20260329T005900Z"),
      ("2026-03-29T02:30", "Europe/Paris", "20260329T013000Z"),
      ("2026-03-29T03:00", "Europe/Paris", "20260329T010000Z"),
      ("2026-10-25T01:59", "Europe/Paris", "20261024T235900Z"),
      ("2026-10-25T02:30", "Europe/Paris", "20261025T003000Z"),
      ("2026-10-25T03:00", "Europe/Paris", "20261025T020000Z"),
      // An offset that was written counts, whatever the zone.
      ("2026-07-15T10:00+05:30", "Europe/Paris", "20260715T043000Z"),
      ("2026-07-15T22:00-03:00", "Europe/Paris", "20260716T010000Z"),
      ("1969-12-31T23:59:59Z", "Europe/Paris", "19691231T235959Z"),
    ])
  func utc(written: String, zone: String, expected: String) throws {
    let date = try PartialDate(parsing: written)
    let time = try #require(date.time)
    let zone = try #require(TimeZone(identifier: zone))
    #expect(CalendarTime.text(utc: CalendarTime.utc(date.earliestDay, time, in: zone)) == expected)
  }

  @Test("Counting days from 1970 and back gives every day again")
  func days() throws {
    for number in stride(from: -719_162, through: 2_932_896, by: 97) {
      #expect(CalendarDay(daysSinceEpoch: number).daysSinceEpoch == number)
    }
    for text in ["0001-01-01", "1900-02-28", "1970-01-01", "2000-02-29", "2024-02-29", "2100-03-01", "9999-12-31"] {
      let day = try PartialDate(parsing: text).earliestDay
      #expect(CalendarDay(daysSinceEpoch: day.daysSinceEpoch) == day)
    }
  }
}
