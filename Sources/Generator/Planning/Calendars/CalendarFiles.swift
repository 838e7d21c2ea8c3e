import Content
import Foundation
import HTML
import Markup

/// The calendar files of a site (RFC 5545): one for each item that takes place on known days, and one of an
/// agenda's items to subscribe to.
struct CalendarFiles {
  let files: [Plan.File]

  init(_ site: Site) {
    // The settings' reader accepts known names only.
    let zone = TimeZone(identifier: site.settings.timeZone) ?? .gmt
    var files: [Plan.File] = []
    for (index, item) in site.items.enumerated() {
      guard let path = site.calendarPath(of: index), let event = CalendarEvent(item, of: site, in: zone)
      else { continue }
      files.append(
        CalendarFiles.file(path, at: item.addressLocation, CalendarFiles.calendar(of: [event])))
    }
    if let agenda = site.sections.agenda, let path = site.calendarPath(of: agenda) {
      let events = site.calendarItems(of: agenda).compactMap {
        CalendarEvent(site.items[$0], of: site, in: zone)
      }
      let name = "\(agenda.heading.title) – \(site.settings.name)"
      files.append(
        CalendarFiles.file(path, at: agenda.heading.location, CalendarFiles.calendar(of: events, name: name)))
    }
    self.files = files
  }

  private static func file(_ path: String, at location: SourceLocation, _ bytes: [UInt8]) -> Plan.File {
    Plan.File(path: String(path.dropFirst()).precomposed, source: .file(location), content: .bytes(bytes))
  }

  /// - Parameter name: what the calendar is called by who subscribes to it.
  private static func calendar(of events: [CalendarEvent], name: String? = nil) -> [UInt8] {
    var lines = CalendarLines()
    lines.add("BEGIN", "VCALENDAR")
    lines.add("VERSION", "2.0")
    lines.add("PRODID", "-//Terreau//Terreau//FR")
    lines.add("CALSCALE", "GREGORIAN")
    if let name { lines.add("X-WR-CALNAME", text: name) }
    for event in events { event.write(to: &lines) }
    lines.add("END", "VCALENDAR")
    return lines.bytes
  }
}
