import Content
import HTML
import Markup

extension Rendering {
  /// What takes place, by year, the latest first. The page says nothing of today: the script tells what is to
  /// come from what is past on the day of reading.
  func agendaPage() -> HTML {
    guard let agenda = site.sections.agenda else { return "" }
    let heading = agenda.heading
    let items = site.items(of: agenda)
    let calendar = site.calendarPath(of: agenda).map { URLReference.site($0) }
    return layout(
      Document(
        title: [heading.title], description: heading.summary, trail: trail(to: heading.title),
        canonical: absoluteURL(of: page),
        headExtra: """
          \(agendaScript)\(calendar.map {
            "<link rel=\"alternate\" type=\"text/calendar\" title=\"\(heading.title)\" href=\"\($0)\">\n"
          })
          """,
        linkedData: [breadcrumbData(trail(to: heading.title))], kind: "agenda",
        content: """
          <div class="frame stack">
          <header class="page-header"><h1>\(heading.title)</h1>
          \(heading.summary.map { "<p class=\"lead\">\($0)</p>\n" })</header>
          \(when(items.isEmpty, "<p class=\"empty\">\(texts.agenda.none)</p>"))\
          \(when(!items.isEmpty, dates(of: agenda, items)))\
          \(calendar.map(subscription))</div>
          """))
  }

  private func dates(of agenda: Agenda, _ items: [Int]) -> HTML {
    let namesType = agenda.types.count > 1
    let words = texts.agenda
    return """
      <div class="stack"\(attribute: "data-zone", site.settings.timeZone)>
      <section data-part hidden><h2 data-begun="\(words.ongoing)">\(words.upcoming)</h2>
      <p class="meta"\(dateCounts)>\(words.noneUpcoming)</p>
      <div><ol class="events"></ol></div></section>
      <section data-part><h2 data-begun="\(words.past)">\(words.byYear)</h2>
      <p class="meta"\(dateCounts)>\(words.dates(number(items.count), isOne: items.count == 1))</p>
      \(byYear(items).map { year, items in
        "<section><h3>\(year)</h3>\n\(eventLines(items, namesType: namesType))</section>\n"
      })</section></div>

      """
  }

  private func subscription(_ calendar: URLReference) -> HTML {
    """
    <section class="panel"><h2><a href="\(calendar)" type="text/calendar">\(texts.agenda.subscribe)</a></h2>
    <p>\(texts.agenda.subscribeAdvice)</p></section>

    """
  }

  /// The words by which the script counts dates.
  private var dateCounts: HTML {
    "\(attribute: "data-one", texts.agenda.oneDate)\(attribute: "data-other", texts.agenda.manyDates)"
  }
}
