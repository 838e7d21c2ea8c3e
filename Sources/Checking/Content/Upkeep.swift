import Content
import Markup

/// What types ask of their items over time: reviews, and sources.
struct Upkeep {
  let site: Site
  let texts: [String: WrittenText]

  var diagnostics: [Diagnostic] {
    site.items.flatMap { item -> [Diagnostic] in
      let type = site.type(of: item)
      var diagnostics: [Diagnostic] = []
      func add(_ finding: CheckFinding, at key: String) {
        let place = texts[item.file]?.location(of: key) ?? SourceLocation(file: item.file)
        diagnostics.append(Diagnostic(finding, at: place))
      }
      if type.expectsSources, item.sources.isEmpty { add(.sourcesMissing, at: "title") }
      guard let months = type.reviewMonths else { return diagnostics }
      guard let date = item.updated ?? item.date else {
        add(.reviewDateMissing, at: "title")
        return diagnostics
      }
      // Where only the month or the year is known, it is taken to have been its last day.
      guard let now = site.now?.earliestDay, let last = date.latestDay, last.adding(months: months) < now
      else {
        return diagnostics
      }
      add(.reviewDue(since: date.isoText, months: months), at: item.updated == nil ? "date" : "updated")
      return diagnostics
    }
  }
}

extension CalendarDay {
  /// The same day so many months later, or the last one of that month where it has no such day.
  func adding(months: Int) -> CalendarDay {
    let count = year * 12 + month - 1 + months
    let candidates = [day, 30, 29, 28].lazy.compactMap { day in
      CalendarDay(year: count / 12, month: count % 12 + 1, day: min(day, self.day))
    }
    return candidates.first ?? self
  }
}
