/// What a page's Markdown becomes.
public struct RenderedMarkdown: Sendable {
  /// The body as HTML, UTF-8.
  ///
  /// What only the whole site tells stands as a mark: byte 0x01, a letter, a decimal index, byte 0x02. These
  /// two bytes stand nowhere else. For the link of `links` at the index, whose kind is internal or term, `#` is its
  /// address; `@`, in an image's tag, is its size and how it is loaded, as attributes with a space before each;
  /// `%`, at the end of a link to a file, is its type and weight in words. `!` is one of
  /// `slots`.
  public var html: [UInt8]
  /// The text of the heading that began the page, when the options take it as title.
  public var title: String?
  /// The headings of the body in document order.
  public var outline: [Heading]
  /// The links, images and terms of the body in document order; after them, those that `slots` name.
  public var links: [Link]
  /// What only the whole site can draw: mark `!` with the index.
  public var slots: [Slot]
  /// What was left out, for the author to know.
  public var findings: [MarkdownFinding]
  /// The text of the first paragraph that has any, cut at a word near 300 Unicode scalars.
  public var lead: String?
  /// How many words the body's headings and paragraphs hold, code blocks left out.
  public var words: Int
  /// The ids that footnotes and the links to them have in the body; headings' ids are in `outline`.
  public var footnoteIDs: [String]

  /// Every id in the body.
  public var ids: [String] { outline.map(\.id) + footnoteIDs }
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
    /// An entry of the glossary, by its name.
    case term
  }

  /// The destination as written, entities and escapes decoded; of a term, the name of its entry.
  public var destination: String
  /// The plain text of a link; the alternative text of an image.
  public var text: String
  public var isImage: Bool
  public var kind: Kind
  /// Where its `[`, `![` or `<` stands in the file; for what a directive names, where the directive begins.
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
  /// A table is left as text: with it, the page's tables would have more than `limit` cells.
  case tableTooLarge(limit: Int, position: SourcePosition)
  /// `[^label]` stays text: the page has no such footnote.
  case missingFootnote(label: String, position: SourcePosition)
  /// A footnote is left out: nothing refers to it.
  case unusedFootnote(label: String, position: SourcePosition)
  /// A footnote is left out: another before it has the same label.
  case repeatedFootnote(label: String, position: SourcePosition)
  /// A link by a label that no line of the page defines (`[texte][label]`) stays text, brackets included.
  case missingLabel(String, position: SourcePosition)
  /// Another program's markup stays text.
  case foreignMarkup(ForeignMarkup, position: SourcePosition)
  /// A fenced code block has no closing fence, and goes on to the end of what it stands in.
  case unclosedFence(position: SourcePosition)
  /// An image has no alternative text, and isn't said to be decorative.
  case alternativeTextMissing(destination: String, position: SourcePosition)
  /// An image of another site, which would tell that site who reads the page, became a link to it.
  case externalImage(destination: String, position: SourcePosition)
  /// Parameters that follow readers from site to site were taken out of an address: what it became.
  case trackingRemoved(destination: String, position: SourcePosition)
  /// A directive is not drawn, or not whole. `name` is as written, without colons; empty for a closing line.
  /// The position is that of its colons.
  case directive(name: String, DirectiveProblem, position: SourcePosition)

  public var position: SourcePosition {
    switch self {
    case .rawHTML(_, _, let position), .refusedDestination(_, _, let position),
      .tableTooLarge(_, let position), .missingFootnote(_, let position), .unusedFootnote(_, let position),
      .repeatedFootnote(_, let position), .missingLabel(_, let position),
      .foreignMarkup(_, let position), .unclosedFence(let position),
      .alternativeTextMissing(_, let position), .externalImage(_, let position),
      .trackingRemoved(_, let position), .directive(_, _, let position):
      position
    }
  }
}
