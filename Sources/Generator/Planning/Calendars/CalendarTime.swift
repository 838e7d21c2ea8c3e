import Foundation
import Markup

/// Days and moments as iCalendar writes them (RFC 5545 § 3.3.4 and 3.3.5).
enum CalendarTime {
  /// `20191219`
  static func text(_ day: CalendarDay) -> String {
    padded(day.year, to: 4) + padded(day.month, to: 2) + padded(day.day, to: 2)
  }

  /// `20191219T123000Z`, from seconds since 1 January 1970 in UTC.
  static func text(utc seconds: Int) -> String {
    let (days, second) = seconds.flooredQuotientAndRemainder(by: 86_400)
    let clock = padded(second / 3600, to: 2) + padded(second / 60 % 60, to: 2) + padded(second % 60, to: 2)
    return "\(text(CalendarDay(daysSinceEpoch: days)))T\(clock)Z"
  }

  /// A time of a day in seconds since 1 January 1970 in UTC; a time without an offset is one of `zone`.
  ///
  /// Of two moments that a clock shows alike when it is put back, the first; a time that a clock skips is
  /// counted from the offset before (§ 3.3.5).
  static func utc(_ day: CalendarDay, _ time: TimeOfDay, in zone: TimeZone) -> Int {
    let local = day.daysSinceEpoch * 86_400 + time.second
    if let offset = time.offset { return local - offset * 60 }
    func offset(at seconds: Int) -> Int {
      zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
    }
    // No offset is longer than a day: these are the ones before and after a change of that day.
    let (before, after) = (offset(at: local - 86_400), offset(at: local + 86_400))
    return [before, after].map { local - $0 }.first { offset(at: $0) == local - $0 } ?? local - before
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

extension Int {
  /// The quotient rounded down, and a remainder of at least 0.
  fileprivate func flooredQuotientAndRemainder(by divisor: Int) -> (Int, Int) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
