import Content
import HTML

extension Rendering {
  /// The events of one page of a list, by year.
  func eventList(_ items: [Int]) -> HTML {
    """
    <div class="stack">
    \(byYear(items).map { year, items in
      "<section><h2>\(year)</h2>\n\(eventLines(items, namesType: false))</section>\n"
    })</div>

    """
  }
}
