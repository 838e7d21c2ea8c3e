/// A date known to some precision: a day with or without an hour, a month, a quarter, a semester, a year.
///
/// Nothing is rounded: `2024-05` stays a month. Dates of one beginning sort from the less to the more
/// precise; hours are compared as written, whatever their offset from UTC.
public struct PartialDate: Sendable, Hashable, Comparable {
  /// How much of a date is known.
  public enum Precision: Sendable, Hashable {
    case year
    /// The half of a year, 1 or 2.
    case semester(Int)
    /// The quarter of a year, 1 to 4.
    case quarter(Int)
    /// 1 to 12.
    case month(Int)
    case day(CalendarDay)
    case time(CalendarDay, TimeOfDay)
  }

  /// 1 to 9999.
  public let year: Int
  public let precision: Precision

  init(year: Int, precision: Precision) {
    self.year = year
    self.precision = precision
  }

  /// The date of a whole day.
  public init(_ day: CalendarDay) {
    self.init(year: day.year, precision: .day(day))
  }

  /// The first day that the date may mean.
  public var earliestDay: CalendarDay {
    switch precision {
    case .year: CalendarDay(uncheckedYear: year, month: 1, day: 1)
    case .semester(let half): CalendarDay(uncheckedYear: year, month: half * 6 - 5, day: 1)
    case .quarter(let quarter): CalendarDay(uncheckedYear: year, month: quarter * 3 - 2, day: 1)
    case .month(let month): CalendarDay(uncheckedYear: year, month: month, day: 1)
    case .day(let day), .time(let day, _): day
    }
  }

  /// The last day that the date may mean.
  public var latestDay: CalendarDay {
    let month: Int
    switch precision {
    case .year: month = 12
    case .semester(let half): month = half * 6
    case .quarter(let quarter): month = quarter * 3
    case .month(let number): month = number
    case .day(let day), .time(let day, _): return day
    }
    return CalendarDay(
      uncheckedYear: year, month: month, day: CalendarDay.length(ofMonth: month, year: year))
  }

  /// The time of day, where one is known.
  public var time: TimeOfDay? {
    if case .time(_, let time) = precision { time } else { nil }
  }

  /// The date as it is written in content: `2024-05-01T23:30+02:00`, `2024-05-01`, `2024-05`, `2024-Q2`,
  /// `2024-S1`, `2024`.
  public var isoText: String {
    let year = ISOText.padded(year, to: 4)
    return switch precision {
    case .year: year
    case .semester(let half): "\(year)-S\(half)"
    case .quarter(let quarter): "\(year)-Q\(quarter)"
    case .month(let month): "\(year)-\(ISOText.padded(month, to: 2))"
    case .day(let day): day.isoText
    case .time(let day, let time): "\(day.isoText)T\(time.isoText)"
    }
  }

  /// The value of a `datetime` attribute (HTML, the time element); nil for what it has no form for.
  public var datetimeAttribute: String? {
    switch precision {
    case .semester, .quarter: nil
    default: isoText
    }
  }

  public static func < (left: PartialDate, right: PartialDate) -> Bool {
    let days = (left.earliestDay, right.earliestDay)
    if days.0 != days.1 { return days.0 < days.1 }
    if left.detail != right.detail { return left.detail < right.detail }
    return (left.time?.second ?? -1, left.time?.offset ?? Int.min)
      < (right.time?.second ?? -1, right.time?.offset ?? Int.min)
  }

  private var detail: Int {
    switch precision {
    case .year: 0
    case .semester: 1
    case .quarter: 2
    case .month: 3
    case .day: 4
    case .time: 5
    }
  }
}

/// A time of day as it was written.
public struct TimeOfDay: Sendable, Hashable {
  /// Seconds since midnight.
  public let second: Int
  /// Minutes ahead of UTC, or nil when not said: then the time is that of the site's zone.
  public let offset: Int?

  init(second: Int, offset: Int?) {
    self.second = second
    self.offset = offset
  }

  public var hour: Int { second / 3600 }
  public var minute: Int { second / 60 % 60 }

  /// `23:30`, `23:30:15`, `23:30+02:00`, `23:30Z`.
  public var isoText: String {
    let seconds = second % 60 == 0 ? "" : ":\(ISOText.padded(second % 60, to: 2))"
    let clock = "\(ISOText.padded(hour, to: 2)):\(ISOText.padded(minute, to: 2))"
    return clock + seconds + (offset.map(ISOText.offset) ?? "")
  }
}
