/// What a page's Markdown becomes.
public struct RenderedMarkdown: Sendable {
  /// The body as HTML, UTF-8.
  ///
  /// What only the whole site tells stands as a mark: byte 0x01, a letter, a decimal index, byte 0x02. These
  /// two bytes stand nowhere else. `#` is the address of a link of `links` whose kind is internal.
  public var html: [UInt8]
  /// The text of the heading that began the page, when the options take it as title.
  public var title: String?
  /// The headings of the body in document order.
  public var outline: [Heading]
  /// The links and images of the body in document order.
  public var links: [Link]
  /// What was left out, for the author to know.
  public var findings: [MarkdownFinding]
  /// The text of the first paragraph that has any, cut at a word near 300 Unicode scalars.
  public var lead: String?
  /// How many words the body's headings and paragraphs hold, code blocks left out.
  public var words: Int
}

/// A heading as it stands in the rendered page.
public struct Heading: Sendable, Hashable {
  /// 2 to 6: the page's title is above.
  public var level: Int
  /// Unique in the page, never empty.
  public var id: String
  /// Its plain text.
  public var text: String
  /// Its 1-based line in the file.
  public var line: Int

  public init(level: Int, id: String, text: String, line: Int) {
    self.level = level
    self.id = id
    self.text = text
    self.line = line
  }
}

/// A link or an image of a page.
public struct Link: Sendable, Hashable {
  /// Where a destination leads.
  public enum Kind: Sendable, Hashable {
    /// A path, a query or a fragment: it has no scheme and no host.
    case `internal`
    /// An address with a scheme that is allowed.
    case external
    /// An address that is not written; a finding says so.
    case refused
  }

  /// The destination as written, entities and escapes decoded.
  public var destination: String
  /// The plain text of a link; the alternative text of an image.
  public var text: String
  public var isImage: Bool
  public var kind: Kind
  /// Where its `[`, `![` or `<` stands in the file.
  public var position: SourcePosition

  public init(destination: String, text: String, isImage: Bool, kind: Kind, position: SourcePosition) {
    self.destination = destination
    self.text = text
    self.isImage = isImage
    self.kind = kind
    self.position = position
  }
}

/// Something of a page that is not in its HTML.
public enum MarkdownFinding: Sendable, Hashable {
  /// Raw HTML is shown as text, or a part of it left out. `excerpt` holds the tag's first 40 Unicode scalars.
  case rawHTML(excerpt: String, problem: RawHTMLProblem, position: SourcePosition)
  /// A link or image was given an empty destination: its scheme is not allowed.
  case refusedDestination(destination: String, isImage: Bool, position: SourcePosition)

  /// A link by a label that no line of the page defines (`[texte][label]`) stays text, brackets included.
  case missingLabel(String, position: SourcePosition)
  /// A fenced code block has no closing fence, and goes on to the end of what it stands in.
  case unclosedFence(position: SourcePosition)

  public var position: SourcePosition {
    switch self {
    case .missingLabel(_, let position), .unclosedFence(let position): position
    case .rawHTML(_, _, let position), .refusedDestination(_, _, let position): position
    }
  }
}
