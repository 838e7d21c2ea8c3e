import Content
import HTML
import Markup

/// Periods drawn as bars on a scale of years.
///
/// Widths are shares and heights pixels, so that the letters keep their size on a narrow screen. It has no
/// colour of its own, and the periods stand beside it as a text.
struct PhaseChart {
  let scale: YearScale
  let periods: [DateSpan]
  /// What it is called for those who don't see it.
  let name: String

  private static let rowHeight = 34
  private static let barHeight = 28
  private static let axisHeight = 24

  var html: HTML {
    let lanes = lanes
    let height = ((lanes.max() ?? 0) + 1) * Self.rowHeight
    return """
      <svg class="phase-chart" role="img" aria-label="\(name)" width="100%" \
      height="\(String(height + Self.axisHeight))" fill="currentColor" stroke="currentColor">\
      \(periods.indices.map { bar($0, lane: lanes[$0]) })\(axis(at: height))</svg>

      """
  }

  /// The row of each period: one that begins well before another one's end stands below it.
  private var lanes: [Int] {
    // Two periods that share the year in which one ends and the other begins follow each other all the same.
    let slack = 366
    var ends: [Int] = []
    return periods.map { period in
      let start = period.earliestDay.daysSinceEpoch
      let end = period.latestDay?.daysSinceEpoch ?? Int.max
      if let lane = ends.firstIndex(where: { $0 == Int.max ? false : start > $0 - slack }) {
        ends[lane] = end
        return lane
      }
      ends.append(end)
      return ends.count - 1
    }
  }

  private func bar(_ index: Int, lane: Int) -> HTML {
    let (start, end) = scale.place(of: periods[index])
    let width = end - start
    let top = lane * Self.rowHeight
    let isOpen = periods[index].end == nil
    return """
      <rect x="\(start.percentage)" y="\(String(top))" width="\(width.percentage)" \
      height="\(String(Self.barHeight))" fill-opacity="\(index.isMultiple(of: 2) ? "0.12" : "0.3")" stroke="none"/>\
      \(edge(start, top))\(isOpen ? arrow(top) : edge(end, top))\(number(index, start + width.half, width, top))
      """
  }

  private func edge(_ place: Share, _ top: Int) -> HTML {
    let (x, bottom) = (place.percentage, String(top + Self.barHeight))
    return "<line x1=\"\(x)\" y1=\"\(String(top))\" x2=\"\(x)\" y2=\"\(bottom)\" stroke-width=\"2\"/>"
  }

  /// Stands where a period has no end.
  private func arrow(_ top: Int) -> HTML {
    "<text x=\"99%\" y=\"\(String(top + 19))\" text-anchor=\"end\" stroke=\"none\">→</text>"
  }

  /// The period's place in the list, where the bar has room for it.
  private func number(_ index: Int, _ middle: Share, _ width: Share, _ top: Int) -> HTML {
    guard width.hundredths >= (index < 9 ? 400 : 700) else { return "" }
    return """
      <text x="\(middle.percentage)" y="\(String(top + 19))" text-anchor="middle" stroke="none">\
      \(String(index + 1))</text>
      """
  }

  private func axis(at top: Int) -> HTML {
    let baseline = String(top + 18)
    let ticks = scale.ticks.map { tick -> HTML in
      let x = tick.place.percentage
      return """
        <line x1="\(x)" y1="\(String(top - 2))" x2="\(x)" y2="\(String(top + 4))"/>\
        <text x="\(x)" y="\(baseline)" text-anchor="middle" stroke="none">\(String(tick.year))</text>
        """
    }
    return """
      <line x1="0" y1="\(String(top - 2))" x2="100%" y2="\(String(top - 2))"/>\
      <text x="0" y="\(baseline)" stroke="none">\(String(scale.first))</text>\(ticks)\
      <text x="100%" y="\(baseline)" text-anchor="end" stroke="none">\(String(scale.last))</text>
      """
  }
}
