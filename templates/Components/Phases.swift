import Content
import HTML

extension Rendering {
  /// Every way of cutting a time into periods, one below the other on the same scale of years; nothing where
  /// no item has periods.
  func phasesChart(level: Int) -> HTML {
    let cuts = site.items.indices.compactMap { index -> (index: Int, phases: Phases)? in
      let item = site.items[index]
      return item.isHidden ? nil : item.capabilities.phases.map { (index, $0) }
    }
    guard let scale = YearScale(cuts.flatMap { $0.phases.periods.map(\.period) }, now: site.now) else {
      return ""
    }
    let years = (String(scale.first), String(scale.last))
    return """
      <div class="phases">
      \(when(cuts.count > 1, "<p class=\"meta\">\(texts.views.sameScale(years.0, years.1))</p>\n"))\
      \(cuts.map { cut($0.index, $0.phases, on: scale, level: String(level)) })</div>

      """
  }

  private func cut(_ index: Int, _ phases: Phases, on scale: YearScale, level: String) -> HTML {
    let item = site.items[index]
    let name = texts.views.chartOf(item.title, String(scale.first), String(scale.last))
    let chart = PhaseChart(scale: scale, periods: phases.periods.map(\.period), name: name)
    return """
      <section><h\(level)>\(link(toItem: index))</h\(level)>
      \(chart.html)\
      <ol class="cut"\(lang(item))>\(phases.periods.enumerated().map { phase($0 + 1, $1, item) })</ol>
      \(cutSources(of: item))</section>

      """
  }

  /// The number is that of the bar: the list says it already to those who don't see the drawing.
  private func phase(_ number: Int, _ period: Phases.Period, _ item: Item) -> HTML {
    """
    <li class="phase"><p class="when"><span aria-hidden="true">\(String(number)) · </span>\(date(period.period))</p>\
    <p>\(period.label)</p>\(note(of: period, item))</li>

    """
  }

  private func cutSources(of item: Item) -> HTML {
    guard !item.sources.isEmpty else { return "" }
    return "<p class=\"meta\">\(texts.views.statedBy) \(item.sources.map(source).dotted())</p>\n"
  }
}
