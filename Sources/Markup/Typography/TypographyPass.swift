import CCMark

/// Sets the text of every block by the typographic rules of the page's language.
///
/// A block's texts are read as one, across emphasis, links and line ends; code, images, raw HTML and links
/// that show their own address stay as they are.
struct TypographyPass: ~Copyable {
  private var typesetter: Typesetter
  /// The block's only text so far: most blocks have no other, and it is read where it stands.
  private var only: Node?
  private var segments: [NodeWriter.Segment] = []
  private var text = Scratch(capacity: 4096)
  private var literal = Scratch(capacity: 1024)

  /// The pass for a page, which the survey takes through its tree; nil where the page is set by no rules.
  init?(for root: Node, of source: UnsafeBufferPointer<UInt8>, options: MarkdownOptions) {
    guard options.features.contains(.typography), options.language != .neutral else { return nil }
    if CombiningMarks.mayStand(in: source) { Self.compose(root) }
    typesetter = Typesetter(language: options.language, raisesOrdinals: options.language == .french)
  }

  /// Gives texts Unicode's composed form (T9).
  private static func compose(_ root: Node) {
    cmark_consolidate_text_nodes(root.pointer)
    root.walk { (node: Node, kind: Node.Kind, _: Bool) in
      guard kind == CMARK_NODE_TEXT, CombiningMarks.mayStand(in: node.literal) else { return }
      node.setLiteral(CombiningMarks.composed(node.literal))
    }
  }

  private var skipped: Node?

  /// Goes on to the next node of a walk. Where it changes a block, the walk has left it: nodes to come are never
  /// touched.
  mutating func visit(_ node: Node, _ kind: Node.Kind, isEntering: Bool) {
    if let outer = skipped {
      if node == outer { skipped = nil }
      return
    }
    switch kind {
    case CMARK_NODE_TEXT:
      if only == nil, segments.isEmpty { only = node } else { append(node.literal, of: node) }
    case CMARK_NODE_SOFTBREAK: append(Byte.lineFeed, for: node)
    case CMARK_NODE_LINEBREAK: append(Typesetter.hardBreak, for: node)
    case CMARK_NODE_CODE: append(Typesetter.opaque, for: node)
    case CMARK_NODE_IMAGE:
      append(Typesetter.opaque, for: node)
      skipped = node
    case CMARK_NODE_LINK:
      if isEntering, Self.showsAddress(node) {
        append(Typesetter.opaque, for: node)
        skipped = node
      }
    case CMARK_NODE_CUSTOM_INLINE where node.tag != 0: endBlock()
    case CMARK_NODE_EMPH, CMARK_NODE_STRONG, CMARK_NODE_CUSTOM_INLINE, CMARK_NODE_HTML_INLINE: break
    default: endBlock()
    }
  }

  private mutating func append(_ literal: UnsafeBufferPointer<UInt8>, of node: Node) {
    copyOnly()
    segments.append(NodeWriter.Segment(node: node, start: text.count, isText: true))
    text.append(literal)
  }

  private mutating func append(_ byte: UInt8, for node: Node) {
    copyOnly()
    segments.append(NodeWriter.Segment(node: node, start: text.count, isText: false))
    text.append(byte)
  }

  private mutating func copyOnly() {
    guard let node = only else { return }
    only = nil
    append(node.literal, of: node)
  }

  /// Whether a link's text is its address, as in `<https://exemple.org>`.
  private static func showsAddress(_ link: Node) -> Bool {
    guard let only = link.firstChild, only.kind == CMARK_NODE_TEXT, only.next == nil else { return false }
    let shown = only.literal
    let destination = link.destination
    guard destination.count >= shown.count, destination.suffix(shown.count).elementsEqual(shown) else {
      return false
    }
    let added = destination.dropLast(shown.count)
    return ["", "mailto:", "http://", "https://"].contains { added.elementsEqual($0.utf8) }
  }

  private mutating func endBlock() {
    if let node = only {
      typesetter.set(node.literal)
      if typesetter.edits.isEmpty {
        only = nil
        return
      }
      // The node frees its own bytes as it changes.
      copyOnly()
    } else if segments.isEmpty {
      return
    } else {
      typesetter.set(text.bytes)
    }
    if !typesetter.edits.isEmpty { applyEdits() }
    segments.removeAll(keepingCapacity: true)
    text.removeAll()
  }

  private mutating func applyEdits() {
    let text = self.text.bytes
    typesetter.edits.withUnsafeBufferPointer { edits in
      var first = 0
      for (number, segment) in segments.enumerated() {
        let end = number + 1 < segments.count ? segments[number + 1].start : text.count
        var last = first
        while last < edits.count, edits[last].start < end { last += 1 }
        guard last > first else { continue }
        var writer = NodeWriter(segment, upTo: end, of: text)
        writer.apply(UnsafeBufferPointer(rebasing: edits[first..<last]), &literal)
        if last == edits.count { return }
        first = last
      }
    }
  }
}
