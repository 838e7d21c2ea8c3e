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
  /// What is written says nothing of today: it holds the dates around the site's day, of which the script
  /// keeps two on the day of reading: the page has `agendaBlockScript` in its head.
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

  /// The script of a home page with such a block, for its head.
  var agendaBlockScript: HTML {
    let hasBlock = (site.sections.home ?? []).contains { block in
      if case .agenda = block.content { true } else { false }
    }
    return when(hasBlock, agendaScript)
  }

  /// The script that tells what is to come from what is past; nothing where there is no date.
  ///
  /// It stands in the head before the style sheet, and isn’t deferred: a deferred script waits for the style
  /// sheet, and moves what is already painted.
  var agendaScript: HTML {
    guard let agenda = site.sections.agenda, !site.items(of: agenda).isEmpty else { return "" }
    return assets[AssetName.agendaScript].map { "<script src=\"\($0)\"></script>\n" } ?? ""
  }

  /// The place of one date, which the script fills and shows.
  private func part(_ title: String, begun: String, note: String = "") -> HTML {
    """
    <section data-part hidden><h3 data-begun="\(begun)">\(title)</h3>\
    <p class="meta" data-one="" data-other="">\(note)</p><div><ol class="events"></ol></div></section>
    """
  }

  /// The dates from the site's day on and the two before it, or the latest where nothing is to come; the
  /// latest first.
  private func datesAround(_ agenda: Agenda) -> [Int] {
    let items = site.items(of: agenda)
    let today = site.now?.earliestDay
    let isUpcoming = items.map { index in
      guard let today, let last = site.items[index].occurrence?.latestDay else { return today != nil }
      return last >= today
    }
    let upcoming = zip(items, isUpcoming).filter(\.1).suffix(Self.upcomingLimit)
    guard !upcoming.isEmpty else { return Array(items.prefix(Self.latestLimit)) }
    let past = zip(items, isUpcoming).filter { !$1 }.prefix(Self.pastLimit)
    // A long period that isn't over may stand among those that are.
    let kept = Set((upcoming + past).map(\.0))
    return items.filter(kept.contains)
  }
}
