/// Where the next byte of a template stands, by the tokenizer of the HTML standard (§ 13.2.5) as far as
/// escaping needs it.
///
/// Offsets count from the template's first byte.
struct Context: Sendable {
  enum State: UInt8, Sendable {
    case text
    /// After `<`, `</`, and in the name of a tag.
    case tagOpen, endTagOpen, tagName
    /// In a tag: where an attribute may begin, in its name, after the name, after `=`.
    case inTag, attributeName, afterName, beforeValue
    case doubleQuoted, singleQuoted, unquoted
    /// In a value that had no quotes and was given an opening one.
    case addedQuote
    /// After `<!`, after `<!-`, in `<!doctype` and the like or `<?xml`, in a comment.
    case declarationOpen, declarationDash, declaration, comment
    /// In the element `element`, whose content isn't markup.
    case rawText
  }

  var state: State
  /// Whether nothing said yet if the template began in a tag (` class="x"`) or in text: both readings hold
  /// until a `<`, a `>` or a text outside of attribute values decides.
  var isUndecided = false
  /// Whether the template began in text for sure, so that it can't be put into a tag.
  var isContent = false
  /// The bytes read so far.
  var position = 0
  /// The start of the last tag or attribute name, and the end of the last attribute name.
  var nameStart = 0
  var nameEnd = 0
  /// The start of the last attribute value or comment.
  var valueStart = 0
  /// The element of the current tag or of the raw text.
  var element: RawElement?

  /// A template of which nothing is written.
  init() {
    state = .inTag
    isUndecided = true
  }

  private init(state: State, isContent: Bool) {
    self.state = state
    self.isContent = isContent
  }

  /// Outside of every tag.
  static let text = Context(state: .text, isContent: false)
  /// Outside of every tag, in a template that began there.
  static let content = Context(state: .text, isContent: true)

  /// The same place in a template with `count` bytes more before it.
  func moved(by count: Int) -> Context {
    var moved = self
    moved.position += count
    moved.nameStart += count
    moved.nameEnd += count
    moved.valueStart += count
    return moved
  }

  /// Reads the template as one that began in text.
  mutating func decideForContent() {
    guard isUndecided else { return }
    isUndecided = false
    isContent = true
    state = .text
  }
}
