import Content
import HTML

extension Rendering {
  /// The items of one page of a type's list, as the type wants them shown.
  func list(_ items: Range<Int>, of type: ContentType) -> HTML {
    switch type.view {
    case .agenda: eventList(inOrderOfTime(items, of: type))
    case .timeline: timelineList(inOrderOfTime(items, of: type))
    case .figures: figuresList(items)
    case .glossary: glossaryList(items)
    case .tracker: trackerList(items, of: type)
    case .cards: cards(items, CardStyle(heading: 2))
    }
  }
}
