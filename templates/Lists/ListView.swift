import Content
import HTML

extension Rendering {
  /// The items of one page of a type's list, as the type wants them shown.
  func list(_ items: Range<Int>, of type: ContentType) -> HTML {
    switch type.view {
    case .figures: figuresList(items)
    case .glossary: glossaryList(items)
    case .tracker: trackerList(items, of: type)
    case .cards, .timeline, .agenda: cards(items, CardStyle(heading: 2))
    }
  }
}
