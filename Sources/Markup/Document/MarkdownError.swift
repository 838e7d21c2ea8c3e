/// Why a page can't be parsed, and where: data only, worded elsewhere.
public struct MarkdownError: Error, Sendable, Hashable {
  /// The limit a page goes over. Each one keeps the parser's time and memory in proportion to the page.
  public enum Reason: Sendable, Hashable {
    /// The page has more bytes than `limit`.
    case tooLarge(bytes: Int, limit: Int)
    /// Quotes and list items stand inside each other more than `limit` deep.
    case tooDeep(limit: Int)
    /// Too many lines stand inside deep quotes and lists.
    case tooManyNestedLines
    /// One paragraph holds more than `limit` openings of an image (`![`).
    case tooManyImages(limit: Int)
    /// Paragraphs hold too many unclosed images among too many links.
    case tooManyBrackets
    /// The page holds more than `limit` line ends and characters that may be markup (`*`, `_`, `[`, `<`…).
    case tooMuchMarkup(limit: Int)
  }

  public var reason: Reason
  /// The place where the limit is passed.
  public var position: SourcePosition

  public init(_ reason: Reason, at position: SourcePosition) {
    self.reason = reason
    self.position = position
  }
}

/// A place in a source text: 1-based line and column, the column counted in Unicode scalars.
public struct SourcePosition: Sendable, Hashable, Comparable {
  public var line: Int
  public var column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
