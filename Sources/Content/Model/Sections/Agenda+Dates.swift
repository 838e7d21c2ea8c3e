import HTML
import Markup

extension ItemContents {
  /// When it takes place: the day of an event, the period of a course; `nil` for what has neither.
  public var occurrence: DateSpan? { capabilities.event?.start ?? capabilities.course?.period?.value }
}

extension DateSpan {
  /// The first and the last day, where both are known to the day.
  public var days: ClosedRange<CalendarDay>? {
    guard let end, start.isPreciseToTheDay, end.isPreciseToTheDay else { return nil }
    return start.earliestDay...end.latestDay
  }
}

extension PartialDate {
  fileprivate var isPreciseToTheDay: Bool {
    switch precision {
    case .day, .time: true
    case .year, .semester, .quarter, .month: false
    }
  }
}

extension Site {
  /// What takes place, the latest first; what begins on one day in the order of lists.
  public func items(of agenda: Agenda) -> [Int] {
    let dated = agenda.types.flatMap { type in
      itemRanges[type].compactMap { index -> (start: PartialDate, index: Int)? in
        guard !items[index].isHidden else { return nil }
        return items[index].occurrence.map { ($0.start, index) }
      }
    }
    return dated.sorted { ($1.start, $0.index) < ($0.start, $1.index) }.map(\.index)
  }

  /// The unencoded site path of an item's own calendar file (RFC 5545): `/webinaires/un/un.ics`.
  ///
  /// `nil` for what isn't known to the day, and for what isn't published yet.
  public func calendarPath(of index: Int) -> String? {
    let item = items[index]
    guard item.unpublished == nil, item.occurrence?.days != nil else { return nil }
    // A page at a file's address has its calendar beside it.
    if item.path.hasSuffix(".html") { return item.path.dropLast(".html".utf8.count) + ".ics" }
    return item.path.split(separator: "/").last.map { "\(item.path)\($0).ics" }
  }

  /// The items of an agenda that have a calendar file, the latest first.
  public func calendarItems(of agenda: Agenda) -> [Int] {
    items(of: agenda).filter { calendarPath(of: $0) != nil }
  }

  /// The unencoded site path of the calendar that holds them all: `/agenda.ics`; `nil` where none has a file,
  /// since a calendar has at least one entry.
  public func calendarPath(of agenda: Agenda) -> String? {
    let hasEntry = agenda.types.contains { type in
      itemRanges[type].contains { !items[$0].isHidden && calendarPath(of: $0) != nil }
    }
    return hasEntry ? "/\(agenda.heading.path).ics" : nil
  }
}
