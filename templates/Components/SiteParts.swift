import Content
import HTML
import Markup

/// What directives show of the whole site.
extension Rendering {
  func sitePart(_ part: Slot.SitePart, level: Int) -> HTML {
    switch part {
    case .phases: phasesChart(level: level)
    case .unstated: unstatedList(level: level)
    case .footprint: footprint(level: level)
    case .conformity: conformity(level: level)
    }
  }
}
