import Content
import Foundation
import HTML
import Markup

/// An item that takes place on known days, as a calendar entry (RFC 5545 § 3.6.1).
///
/// Every byte comes from the content: the clock never enters, and an entry keeps its UID for as long as its
/// item keeps its id and the site its host.
struct CalendarEvent {
  private let item: Item
  private let occurrence: DateSpan
  private let days: ClosedRange<CalendarDay>
  private let zone: TimeZone
  private let host: String
  private let siteLanguage: String
  private let category: String
  /// The whole address of the item's page.
  private let page: String?

  /// - Parameter zone: the one of times without an offset.
  /// - Returns: `nil` for what isn't known to the day.
  init?(_ item: Item, of site: Site, in zone: TimeZone) {
    guard let occurrence = item.occurrence, let days = occurrence.days else { return nil }
    self.item = item
    self.occurrence = occurrence
    self.days = days
    self.zone = zone
    host = site.settings.host
    siteLanguage = site.settings.languageCode
    category = site.type(of: item).name
    page = site.settings.absolute(item.url)?.string
  }

  func write(to lines: inout CalendarLines) {
    let language = item.languageCode ?? siteLanguage
    lines.add("BEGIN", "VEVENT")
    lines.add("UID", text: "\(item.id)@\(host)")
    let stamp = (item.updated ?? item.date)?.earliestDay ?? days.lowerBound
    lines.add("DTSTAMP", CalendarTime.text(stamp) + "T000000Z")
    writeTimes(to: &lines)
    lines.add("SUMMARY", text: item.title, language: language)
    let description = [item.summary ?? item.lead, page].compactMap(\.self).joined(separator: "\n")
    lines.add("DESCRIPTION", text: description, language: language)
    if let place = item.capabilities.event?.place?.value {
      lines.add("LOCATION", text: place, language: language)
    }
    lines.add("CATEGORIES", text: category, language: siteLanguage)
    if let page { lines.add("URL", page) }
    lines.add("END", "VEVENT")
  }

  /// Hours where they are known; else whole days, of which the end is the day after the last, and which leave
  /// who notes them free. No duration is made up.
  private func writeTimes(to lines: inout CalendarLines) {
    if let start = occurrence.start.time, let end = occurrence.end?.time {
      let (first, last) = (utc(days.lowerBound, start), utc(days.upperBound, end))
      lines.add("DTSTART", CalendarTime.text(utc: first))
      if last > first { lines.add("DTEND", CalendarTime.text(utc: last)) }
      return
    }
    lines.add("DTSTART;VALUE=DATE", CalendarTime.text(days.lowerBound))
    let dayAfter = CalendarDay(daysSinceEpoch: days.upperBound.daysSinceEpoch + 1)
    lines.add("DTEND;VALUE=DATE", CalendarTime.text(dayAfter))
    lines.add("TRANSP", "TRANSPARENT")
  }

  private func utc(_ day: CalendarDay, _ time: TimeOfDay) -> Int { CalendarTime.utc(day, time, in: zone) }
}
