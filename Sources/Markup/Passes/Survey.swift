import CCMark

/// The one walk over a page's tree: it finds the nodes that the passes work on, so that none walks again, and takes
/// the typographic rules along.
struct Survey {
  /// A link, an image or inline raw HTML, and the block it stands in.
  struct Inline {
    let node: Node
    let kind: Node.Kind
    let block: Node
    /// Where cmark's columns put a link that was made of a text.
    var place: Place?
  }

  /// A place as cmark counts: 1-based line, column in bytes.
  struct Place {
    var line: Int
    var column: Int
  }

  /// Inline marks inside each other beyond this are no text, and would make the passes slow.
  static let inlineDepth = 100

  private(set) var title: Node?
  private(set) var headings: [Node] = []
  /// In document order. What stands inside an image is only its alternative text, and left out.
  private(set) var inlines: [Inline] = []
  private(set) var rawBlocks: [Node] = []
  private(set) var codeBlocks: [Node] = []
  private(set) var words = 0

  init(
    of root: Node, in lines: SourceLines, takesTitle: Bool, autolinks: [OpaquePointer: Place] = [:],
    typography: consuming TypographyPass? = nil
  ) throws(MarkdownError) {
    if takesTitle { title = Self.leadingHeading(of: root) }
    var block = root
    var isInTitle = false
    var depth = 0
    var imageDepth = 0
    var counter = WordCounter()

    try root.walk { (node: Node, kind: Node.Kind, isEntering: Bool) throws(MarkdownError) in
      typography?.visit(node, kind, isEntering: isEntering)
      switch kind {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE:
        if imageDepth == 0, !isInTitle { counter.read(node.literal) }
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK:
        counter.endWord()
      case CMARK_NODE_CUSTOM_INLINE where node.tag != 0:
        // A cell, or the label of a directive.
        counter.endWord()
        if isEntering { block = node }
      case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING:
        counter.endWord()
        guard kind == CMARK_NODE_HEADING else {
          block = node
          break
        }
        if isEntering {
          block = node
          if node == title { isInTitle = true } else { headings.append(node) }
        } else {
          isInTitle = false
        }
      case CMARK_NODE_EMPH, CMARK_NODE_STRONG, CMARK_NODE_LINK, CMARK_NODE_IMAGE,
        CMARK_NODE_CUSTOM_INLINE:
        guard isEntering else {
          depth -= 1
          if kind == CMARK_NODE_IMAGE { imageDepth -= 1 }
          break
        }
        depth += 1
        guard depth <= Self.inlineDepth else {
          let offset = lines.range(ofLine: block.startLine).lowerBound
          throw MarkdownError(.tooDeep(limit: Self.inlineDepth), at: lines.position(ofOffset: offset))
        }
        if imageDepth == 0, !isInTitle, kind == CMARK_NODE_LINK || kind == CMARK_NODE_IMAGE {
          inlines.append(
            Inline(node: node, kind: kind, block: block, place: autolinks[node.pointer]))
        }
        if kind == CMARK_NODE_IMAGE { imageDepth += 1 }
      case CMARK_NODE_HTML_INLINE: inlines.append(Inline(node: node, kind: kind, block: block))
      case CMARK_NODE_HTML_BLOCK: rawBlocks.append(node)
      case CMARK_NODE_CODE_BLOCK: codeBlocks.append(node)
      default: break
      }
    }
    words = counter.words
  }

  /// The heading that begins the page, raw HTML before it aside, when it has a text.
  static func leadingHeading(of root: Node) -> Node? {
    var first = root.firstChild
    while let block = first, block.kind == CMARK_NODE_HTML_BLOCK { first = block.next }
    guard let heading = first, heading.kind == CMARK_NODE_HEADING, !PlainText.of(heading).isEmpty else {
      return nil
    }
    return heading
  }
}
