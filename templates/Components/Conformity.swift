import Content
import HTML

extension Rendering {
  /// How far the site conforms to accessibility standards.
  func conformity(level: Int) -> HTML { "" }
}
