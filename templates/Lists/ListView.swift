import Content
import HTML

extension Rendering {
  /// The items of a page of a list, as its type asks for.
  ///
  /// - Parameter page: the number of the page, from 1.
  func listView(_ type: ContentType, _ items: Range<Int>, number page: Int) -> HTML {
    guard !items.isEmpty else { return "" }
    switch type.view {
    case .figures: return figuresList(items)
    case .cards, .timeline, .agenda, .glossary, .tracker: return cards(items, CardStyle(heading: 2))
    }
  }
}
