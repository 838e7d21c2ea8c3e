import Content
import HTML

extension Rendering {
  /// Everything of which authors say that the sources don't say it, by type and field.
  func unstatedList(level: Int) -> HTML { "" }
}
