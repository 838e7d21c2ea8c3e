/// A date, or a range of dates that may have no end yet.
public enum DateSpan: Sendable, Hashable {
  case single(PartialDate)
  /// Both ends belong to the range.
  case range(PartialDate, PartialDate)
  /// From a date on.
  case since(PartialDate)

  public var start: PartialDate {
    switch self {
    case .single(let date), .range(let date, _), .since(let date): date
    }
  }

  /// The end of a range; nil for one without an end. A single date is its own end.
  public var end: PartialDate? {
    switch self {
    case .single(let date), .range(_, let date): date
    case .since: nil
    }
  }

  /// The first day that the span may mean.
  public var earliestDay: CalendarDay { start.earliestDay }

  /// The last day that the span may mean; nil when it has no end.
  public var latestDay: CalendarDay? { end?.latestDay }

  /// The span as it is written in content: `2018/2022`, `2020/..`, or the form of its date.
  public var isoText: String {
    switch self {
    case .single(let date): date.isoText
    case .range(let start, let end): "\(start.isoText)/\(end.isoText)"
    case .since(let start): "\(start.isoText)/.."
    }
  }

  /// The value of a `datetime` attribute; nil for ranges, which HTML has no form for.
  public var datetimeAttribute: String? {
    if case .single(let date) = self { date.datetimeAttribute } else { nil }
  }
}
