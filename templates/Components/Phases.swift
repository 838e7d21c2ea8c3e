import Content
import HTML

extension Rendering {
  /// Every way of cutting a time into periods, side by side.
  func phasesChart(level: Int) -> HTML { "" }
}
