/// Why raw HTML, or a part of it, is not in the page.
public enum RawHTMLProblem: Sendable, Hashable {
  /// The element is not allowed: its tag is shown as text. The settings can allow it when `isAddable`.
  case element(String, isAddable: Bool)
  /// The attribute is not allowed there, or can't have that value: the tag stands without it.
  case attribute(String, of: String)
  /// A tag without the one that closes or opens it at the same place: shown as text.
  case unbalanced(String)
  /// The element can't stand there: in a line of text, or outside the one it belongs to. Shown as text.
  case misplaced(String)
  /// What looks like HTML and is none: shown as text.
  case unknown
}
