import CCMark

/// The plain text under one heading, or before the first.
public struct Section: Sendable, Hashable {
  /// The id the heading has in the rendered page; nil before the first heading.
  public var headingID: String?
  /// The heading's plain text; empty before the first heading.
  public var heading: String
  /// The heading's level in the rendered page; 1, the page's own, before the first heading.
  public var level: Int
  /// What stands between this heading and the next: a line for each paragraph and
  /// each row of a table, the lines of code blocks.
  public var text: String

  public init(headingID: String?, heading: String, level: Int, text: String) {
    self.headingID = headingID
    self.heading = heading
    self.level = level
    self.text = text
  }
}

/// The page's plain text, section by section: code, images' texts and what raw HTML blocks
/// show included, tags and marks not.
///
/// Ids are those that `renderMarkdown` gives with the same options. A section without text is kept for its
/// heading; the one before the first heading only stands when it has a text.
///
/// - Throws: `MarkdownError` for a page on which the parser would not answer in good time.
public func plainTextSections(
  _ source: ArraySlice<UInt8>, options: MarkdownOptions = MarkdownOptions()
) throws(MarkdownError) -> [Section] {
  try source.span.withUnsafeBufferPointer { bytes throws(MarkdownError) in
    try ParserMemory.scope { () throws(MarkdownError) in
      let page = try Page(UnsafeRawBufferPointer(bytes), firstLine: 1, options: options)
      let reserved = options.reservedIDs.union(page.parsed.identifiers)
      let headings = HeadingPass(page.survey.headings, firstLine: 1, reserved: reserved)
      var collector = SectionCollector(outline: headings.outline, title: page.survey.title)
      page.parsed.document.root.walk { (node: Node, kind: Node.Kind, isEntering: Bool) in
        collector.visit(node, kind: kind, isEntering: isEntering)
      }
      return collector.finish()
    }
  }
}

private struct SectionCollector {
  private var outline: ArraySlice<Heading>
  private let title: Node?
  private var sections: [Section] = []
  private var current = Section(headingID: nil, heading: "", level: 1, text: "")
  private var text: [UInt8] = []
  private var isInHeading = false

  init(outline: [Heading], title: Node?) {
    self.outline = outline[...]
    self.title = title
  }

  mutating func visit(_ node: Node, kind: Node.Kind, isEntering: Bool) {
    switch kind {
    case CMARK_NODE_HEADING:
      isInHeading = isEntering
      guard isEntering, node != title, let heading = outline.popFirst() else { return }
      close()
      current = Section(headingID: heading.id, heading: heading.text, level: heading.level, text: "")
    case CMARK_NODE_TEXT, CMARK_NODE_CODE:
      if !isInHeading { text.append(contentsOf: node.literal) }
    case CMARK_NODE_CODE_BLOCK:
      text.append(contentsOf: node.literal)
      endLine()
    case CMARK_NODE_HTML_BLOCK:
      HTMLText.appendPlainText(of: Array(node.literal), to: &text)
      endLine()
    case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK:
      if !isInHeading { text.append(Byte.space) }
    case CMARK_NODE_PARAGRAPH where !isEntering, CMARK_NODE_CUSTOM_BLOCK where !isEntering: endLine()
    case CMARK_NODE_CUSTOM_INLINE where isEntering && node.givenLine > 0:
      if let last = text.last, last != Byte.lineFeed { text.append(Byte.space) }
    default: break
    }
  }

  mutating func finish() -> [Section] {
    close()
    return sections
  }

  private mutating func endLine() {
    if let last = text.last, last != Byte.lineFeed { text.append(Byte.lineFeed) }
  }

  private mutating func close() {
    current.text = String(decoding: PlainText.trimmed(text[...]), as: UTF8.self)
    text.removeAll(keepingCapacity: true)
    if current.headingID != nil || !current.text.isEmpty { sections.append(current) }
  }
}
