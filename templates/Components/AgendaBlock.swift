import Content
import HTML
import Markup

extension Rendering {
  private static let upcomingLimit = 12
  private static let pastLimit = 2
  /// How many of the latest are shown where nothing is to come.
  private static let latestLimit = 6

  /// The next date and the last one, for a home page; nothing where there is no date.
  ///
  /// What is written says nothing of today: it holds the dates around the site's day, of which the script keeps two on
  /// the day of reading. The page has to ask for `AssetName.agendaScript`.
  func agendaBlock(_ agenda: Agenda, title: String? = nil, text: String? = nil) -> HTML {
    let items = datesAround(agenda)
    guard !items.isEmpty else { return "" }
    let words = texts.agenda
    return """
      <section class="stack"\(attribute: "data-zone", site.settings.timeZone)><h2>\(title ?? words.title)</h2>
      \(text.map { "<p>\($0)</p>\n" })\
      <div class="split">\(part(words.nextDate, begun: words.ongoing, note: words.noneUpcoming))
      \(part(words.lastDate, begun: words.lastDate))</div>
      \(eventLines(items, namesType: agenda.types.count > 1))\
      <p><a href="\(site.url(of: .agenda))">\(words.all)</a></p></section>

      """
  }

  /// The place of one date, which the script fills and shows.
  private func part(_ title: String, begun: String, note: String = "") -> HTML {
    """
    <section data-part hidden><h3 data-begun="\(begun)">\(title)</h3>\
    <p class="meta" data-one="" data-other="">\(note)</p><div><ol class="events"></ol></div></section>
    """
  }

  /// The dates from the site's day on, the next first, after the two before it; where nothing is to come, the latest
  /// first.
  private func datesAround(_ agenda: Agenda) -> [Int] {
    let items = site.items(of: agenda)
    guard let today = site.now?.earliestDay else { return Array(items.prefix(Self.latestLimit)) }
    let isOver = items.map { site.items[$0].occurrence?.latestDay.map { $0 < today } ?? false }
    let upcoming = zip(items, isOver).filter { !$1 }.map(\.0)
    guard !upcoming.isEmpty else { return Array(items.prefix(Self.latestLimit)) }
    let past = zip(items, isOver).filter { $1 }.map(\.0)
    return past.prefix(Self.pastLimit).reversed() + upcoming.suffix(Self.upcomingLimit).reversed()
  }
}
