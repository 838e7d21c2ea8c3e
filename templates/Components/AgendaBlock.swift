import Content
import HTML

extension Rendering {
  /// The next and the last event.
  func agendaBlock(_ agenda: Agenda, title: String?, text: String?) -> HTML { "" }
}
