import Content
import HTML

extension Rendering {
  /// The periods of one way of cutting a time, in its author's order.
  func periods(of phases: Phases, _ item: Item) -> HTML {
    timeline(phases.periods.map { (date($0.period), "<p\(lang(item))>\($0.label)</p>\(note(of: $0, item))") })
  }

  func note(of period: Phases.Period, _ item: Item) -> HTML {
    guard let note = period.note else { return "" }
    return "<p class=\"note\"\(lang(item))>\(note)</p>"
  }
}
