import Content
import HTML

extension Rendering {
  /// When and where; an hour is shown only where the source gives one.
  func facts(of event: Event) -> [Fact] {
    var facts = [Fact(texts.date, [date(event.start, style: .long)])]
    facts += fact(texts.place, event.place) { HTML(text: $0) }
    if let isOnline = event.isOnline {
      facts.append(Fact(texts.attendance, [HTML(text: isOnline ? texts.online : texts.onSite)]))
    }
    facts += fact(texts.recording, event.replay) { link(to: $0, texts.watchOn) }
    facts += fact(texts.registration, event.registration) { link(to: $0, texts.registerOn) }
    return facts
  }

  func cardParts(of event: Event) -> [HTML] {
    var parts = [date(event.start)]
    if event.isOnline == true { parts.append(HTML(text: texts.online)) }
    if let place = event.place?.value { parts.append(HTML(text: place)) }
    return parts
  }

  func eventData(_ event: Event) -> (type: String, [JSON.Member]) {
    var members = [JSON.Member(name: "startDate", value: .string(event.start.start.isoText))]
    // ISO 8601 has no quarter or semester.
    if event.start.start.datetimeAttribute == nil { members = [] }
    if case .range(_, let end) = event.start, let day = end.datetimeAttribute {
      members.append(JSON.Member(name: "endDate", value: .string(day)))
    }
    if event.isOnline == true {
      members.append(
        JSON.Member(name: "eventAttendanceMode", value: "https://schema.org/OnlineEventAttendanceMode"))
    }
    if let place = event.place?.value {
      members.append(JSON.Member(name: "location", value: ["@type": "Place", "name": .string(place)]))
    }
    return ("Event", members)
  }

  /// Whether a capability already shows the item's date, so that it isn't shown twice.
  func hasOwnDate(_ item: Item) -> Bool {
    guard let date = item.date else { return false }
    return date == item.capabilities.event?.start || date == item.capabilities.course?.period?.value
  }
}
