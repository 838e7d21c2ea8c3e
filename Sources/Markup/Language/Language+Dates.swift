extension Language {
  /// How much of a day is written.
  public enum DateStyle: Sendable, Hashable {
    /// « 19 décembre 2019 »
    case medium
    /// « jeudi 19 décembre 2019 »
    case long
  }

  /// A date in words: « 1er décembre 2019 », « 2e trimestre 2024 », « mai 2024 », « 2024 ».
  ///
  /// Without a language, the date in ISO 8601.
  public func date(_ date: PartialDate, style: DateStyle = .medium) -> StyledText {
    guard self != .neutral else { return StyledText(date.isoText) }
    switch date.precision {
    case .year: return year(date)
    case .semester, .quarter: return part(of: date) + ofYear + year(date)
    case .month(let month): return "\(DateNames.month(month, in: self)) \(date.year)"
    case .day(let day): return words(for: day, style: style)
    case .time(let day, let time): return words(for: day, style: style) + clock(time)
    }
  }

  /// A span in words: « 11 février – 3 avril 2025 », « 2018–2022 », « depuis 2020 ».
  ///
  /// What both ends of a range share is written once.
  public func date(_ span: DateSpan, style: DateStyle = .medium) -> StyledText {
    guard self != .neutral else { return StyledText(span.isoText) }
    switch span {
    case .single(let date): return self.date(date, style: style)
    case .since(let start): return since(start, style: style)
    case .range(let start, let end): return range(from: start, to: end, style: style)
    }
  }

  /// The parts of a day in words: « 1er », « décembre », « 2019 »; nil without a language.
  public func parts(of day: CalendarDay) -> (day: StyledText, month: String, year: String)? {
    guard self != .neutral else { return nil }
    return (dayNumber(day), DateNames.month(day.month, in: self), String(day.year))
  }

  private func range(from start: PartialDate, to end: PartialDate, style: DateStyle) -> StyledText {
    let isOneYear = start.year == end.year
    switch (start.precision, end.precision) {
    case (.year, .year): return start == end ? year(start) : "\(start.year)–\(end.year)"
    case (.day(let first), .day(let last)) where isOneYear && first != last && style == .medium:
      let lastDay = words(for: last, style: style)
      return first.month == last.month
        ? dayNumber(first) + "–" + lastDay : dayAndMonth(first) + " – " + lastDay
    case (.month(let first), .month(let last)) where isOneYear && first != last:
      return StyledText(DateNames.month(first, in: self)) + " – " + date(end)
    case (.quarter, .quarter) where isOneYear && start != end,
      (.semester, .semester) where isOneYear && start != end:
      return shortPart(of: start) + "–" + date(end)
    default:
      let first = date(start, style: style)
      return start == end ? first : first + " – " + date(end, style: style)
    }
  }

  private func since(_ start: PartialDate, style: DateStyle) -> StyledText {
    guard self == .french else { return "since " + date(start, style: style) }
    switch start.precision {
    case .year, .month: return "depuis " + date(start)
    case .semester, .quarter, .day, .time: return "depuis le " + date(start, style: style)
    }
  }

  private func year(_ date: PartialDate) -> StyledText { StyledText(String(date.year)) }

  private var ofYear: StyledText { self == .french ? " " : " of " }

  /// « 1er semestre », « 2e trimestre ».
  private func part(of date: PartialDate) -> StyledText {
    let name: StyledText
    switch date.precision {
    case .semester: name = self == .french ? "semestre" : "half"
    case .quarter: name = self == .french ? "trimestre" : "quarter"
    default: return ""
    }
    return shortPart(of: date) + StyledText(noBreakSpace) + name
  }

  /// « 1er », « 2e ».
  private func shortPart(of date: PartialDate) -> StyledText {
    switch date.precision {
    case .semester(let number), .quarter(let number): ordinal(number)
    default: ""
    }
  }

  private func words(for day: CalendarDay, style: DateStyle) -> StyledText {
    let weekday = style == .long ? DateNames.weekday(day.weekday, in: self) + " " : ""
    return StyledText(weekday) + dayAndMonth(day) + " \(day.year)"
  }

  private func dayAndMonth(_ day: CalendarDay) -> StyledText {
    dayNumber(day) + StyledText(noBreakSpace + DateNames.month(day.month, in: self))
  }

  /// Only the first day of a French month is a rank.
  private func dayNumber(_ day: CalendarDay) -> StyledText {
    self == .french && day.day == 1 ? ordinal(1) : StyledText(String(day.day))
  }

  /// « à 23 h 30 », `at 23:30`, and what the time is ahead of UTC where that was written.
  private func clock(_ time: TimeOfDay) -> StyledText {
    let seconds = time.second % 60
    var text: String
    if self == .french {
      text = " à \(time.hour)\(noBreakSpace)h"
      if time.minute > 0 || seconds > 0 { text += noBreakSpace + ISOText.padded(time.minute, to: 2) }
      if seconds > 0 {
        text += ["", "min", ISOText.padded(seconds, to: 2), "s"].joined(separator: noBreakSpace)
      }
    } else {
      text = " at " + TimeOfDay(second: time.second, offset: nil).isoText
    }
    if let offset = time.offset { text += offset == 0 ? " (UTC)" : " (UTC\(ISOText.offset(offset)))" }
    return StyledText(text)
  }
}
