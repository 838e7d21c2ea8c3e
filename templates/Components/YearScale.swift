import Content
import Markup

/// Whole years on a line: where days stand on it, as shares of its length.
struct YearScale {
  let first: Int
  let last: Int

  /// The years of some spans, up to `now` where one of them has no end; nil for none.
  init?(_ spans: [DateSpan], now: PartialDate?) {
    guard let first = spans.map(\.start.year).min() else { return nil }
    var last = spans.map { ($0.end ?? $0.start).year }.max() ?? first
    if let now, spans.contains(where: { $0.end == nil }) { last = max(last, now.year) }
    self.first = first
    self.last = max(first, last)
  }

  /// From the first moment of a span to the end of its last day, or of the scale where it has no end.
  func place(of span: DateSpan) -> (start: Share, end: Share) {
    let end = span.latestDay.map { share(of: $0.daysSinceEpoch + 1) } ?? Share(hundredths: Share.whole)
    return (share(of: span.earliestDay.daysSinceEpoch), end)
  }

  /// A few round years between the ends, each with its place.
  var ticks: [(year: Int, place: Share)] {
    let span = last - first + 1
    let step = [1, 2, 5, 10, 20, 50, 100, 200, 500].first { span <= $0 * 5 } ?? 1000
    let years = stride(from: (first / step + 1) * step, through: last, by: step)
    return years.map { ($0, share(of: start(of: $0))) }
      // The ends have labels of their own.
      .filter { (2000...(Share.whole - 2000)).contains($0.place.hundredths) }
  }

  private func share(of day: Int) -> Share {
    let (from, to) = (start(of: first), start(of: last) + length(of: last))
    return Share(hundredths: ((day - from) * Share.whole + (to - from) / 2) / (to - from))
  }

  private func start(of year: Int) -> Int {
    CalendarDay(year: year, month: 1, day: 1)?.daysSinceEpoch ?? 0
  }

  private func length(of year: Int) -> Int {
    (CalendarDay(year: year, month: 12, day: 31)?.daysSinceEpoch ?? 0) + 1 - start(of: year)
  }
}

/// A share of a length, to the hundredth of a percent: whole numbers are the same on every machine.
struct Share: Comparable {
  static let whole = 10_000

  let hundredths: Int

  /// As a length of CSS and SVG: `12.50%`.
  var percentage: String {
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)%"
  }

  static func < (left: Share, right: Share) -> Bool { left.hundredths < right.hundredths }

  static func - (left: Share, right: Share) -> Share { Share(hundredths: left.hundredths - right.hundredths) }

  static func + (left: Share, right: Share) -> Share { Share(hundredths: left.hundredths + right.hundredths) }

  var half: Share { Share(hundredths: hundredths / 2) }
}
