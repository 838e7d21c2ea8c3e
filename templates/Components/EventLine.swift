import Content
import HTML
import Markup

extension Rendering {
  /// Events one below the other.
  ///
  /// - Parameter namesType: whether each says of which type it is: where several types stand together.
  func eventLines(_ indices: some Sequence<Int>, namesType: Bool) -> HTML {
    "<ol class=\"events\">\n\(indices.map { eventLine($0, namesType: namesType) })</ol>\n"
  }

  /// What takes place, with the days that say whether it is over: a period's last possible day, none where it
  /// has no end.
  private func eventLine(_ index: Int, namesType: Bool) -> HTML {
    let item = site.items[index]
    let first = item.occurrence?.earliestDay.isoText
    let last = item.occurrence?.latestDay?.isoText
    let line = eventFacts(of: item, at: index, namesType: namesType).dotted()
    return """
      <li class="event-line"\(attribute: "data-start", first)\(attribute: "data-end", last)>\
      \(dateBlock(listedDate(of: index)))\
      <div><strong>\(link(toItem: index))</strong>\
      \(when(!line.isEmpty, "<p class=\"meta\">\(line)</p>"))</div></li>

      """
  }

  /// Type, hour, place, calendar file.
  private func eventFacts(of item: Item, at index: Int, namesType: Bool) -> [HTML] {
    var line: [HTML] = namesType ? [HTML(text: site.type(of: item).name)] : []
    let known = item.capabilities
    if let event = known.event {
      if event.start.start.time != nil { line.append(date(event.start)) }
      if event.isOnline == true { line.append(HTML(text: texts.online)) }
      if let place = event.place?.value { line.append(HTML(text: place)) }
    }
    if let duration = known.course?.duration?.value { line.append(HTML(text: duration)) }
    if let link = calendarLink(of: index, naming: item.title) { line.append(link) }
    return line
  }

  /// The way to an item's own calendar file; `nil` for those without one.
  ///
  /// - Parameter title: what it is the calendar file of, where several stand in one list.
  func calendarLink(of index: Int, naming title: String? = nil) -> HTML? {
    guard let path = site.calendarPath(of: index) else { return nil }
    let words = texts.agenda.addToCalendar
    let label = title.map(texts.agenda.addTitleToCalendar)
    return """
      <a href="\(URLReference.site(path))" type="text/calendar" download\(attribute: "aria-label", label)>\
      \(words)</a>
      """
  }

  /// A day in three parts, one below the other; any other date in its own words.
  private func dateBlock(_ span: DateSpan?) -> HTML {
    guard let span else { return "<span class=\"date-block\">\(texts.agenda.undated)</span>" }
    guard let days = span.days, days.lowerBound == days.upperBound,
      let parts = language.parts(of: days.lowerBound)
    else { return "<span class=\"date-block\"><span>\(date(span))</span></span>" }
    return """
      <time class="date-block" datetime="\(days.lowerBound.isoText)">\
      <span class="day">\(HTML(trusted: parts.day.html))</span> <span class="month">\(parts.month)</span> \
      <span class="year">\(parts.year)</span></time>
      """
  }
}
