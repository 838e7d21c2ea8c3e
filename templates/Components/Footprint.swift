import Content
import HTML

extension Rendering {
  /// The measured weight of the site's pages.
  func footprint(level: Int) -> HTML { "" }
}
