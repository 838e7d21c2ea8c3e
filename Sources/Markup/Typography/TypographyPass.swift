import CCMark
import Foundation

/// Sets the text of every block by the typographic rules of the page's language.
///
/// A block's texts are read as one, across emphasis, links and line ends; code, images, raw HTML and links that
/// show their own address stay as they are.
struct TypographyPass {
  /// A node's share of the block's text.
  private struct Segment {
    let node: Node
    let start: Int
    let isText: Bool
  }

  private var typesetter: Typesetter
  private var segments: [Segment] = []
  private var text: [UInt8] = []
  private var literal: [UInt8] = []

  private init(language: Language) {
    typesetter = Typesetter(language: language, raisesOrdinals: language == .french)
  }

  static func apply(to root: Node, of source: UnsafeBufferPointer<UInt8>, options: MarkdownOptions) {
    guard options.features.contains(.typography), options.language != .neutral else { return }
    if CombiningMarks.mayStand(in: source) { compose(root) }
    var pass = TypographyPass(language: options.language)
    pass.apply(to: root)
  }

  /// Gives texts Unicode's composed form (T9).
  private static func compose(_ root: Node) {
    cmark_consolidate_text_nodes(root.pointer)
    root.walk { (node: Node, kind: Node.Kind, _: Bool) in
      guard kind == CMARK_NODE_TEXT, CombiningMarks.mayStand(in: node.literal) else { return }
      let text = String(decoding: node.literal, as: UTF8.self).precomposedStringWithCanonicalMapping
      node.setLiteral(Array(text.utf8))
    }
  }

  /// Walks the tree. Where it changes a block, the walk has left it: nodes to come are never touched.
  private mutating func apply(to root: Node) {
    var skipped: Node?
    root.walk { (node: Node, kind: Node.Kind, isEntering: Bool) in
      if let outer = skipped {
        if node == outer { skipped = nil }
        return
      }
      switch kind {
      case CMARK_NODE_TEXT:
        segments.append(Segment(node: node, start: text.count, isText: true))
        text.append(contentsOf: node.literal)
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
      case CMARK_NODE_EMPH, CMARK_NODE_STRONG, CMARK_NODE_CUSTOM_INLINE, CMARK_NODE_HTML_INLINE: break
      default: if !segments.isEmpty { endBlock() }
      }
    }
  }

  private mutating func append(_ byte: UInt8, for node: Node) {
    segments.append(Segment(node: node, start: text.count, isText: false))
    text.append(byte)
  }

  /// Whether a link's text is its address, as in `<https://exemple.org>`.
  private static func showsAddress(_ link: Node) -> Bool {
    guard let only = link.firstChild, only.kind == CMARK_NODE_TEXT, only.next == nil else { return false }
    let shown = only.literal
    let destination = link.destination
    guard destination.count >= shown.count, destination.suffix(shown.count).elementsEqual(shown) else { return false }
    let added = destination.dropLast(shown.count)
    return ["", "mailto:", "http://", "https://"].contains { added.elementsEqual($0.utf8) }
  }

  private mutating func endBlock() {
    text.withUnsafeBufferPointer { typesetter.set($0) }
    if !typesetter.edits.isEmpty { applyEdits() }
    segments.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
  }

  private mutating func applyEdits() {
    var edits = typesetter.edits[...]
    for (number, segment) in segments.enumerated() {
      let end = number + 1 < segments.count ? segments[number + 1].start : text.count
      guard let first = edits.first else { return }
      guard first.start < end else { continue }
      let count = edits.prefix { $0.start < end }.count
      apply(edits.prefix(count), to: segment, end: end)
      edits = edits.dropFirst(count)
    }
  }

  private mutating func apply(_ edits: ArraySlice<TypographicEdit>, to segment: Segment, end: Int) {
    guard segment.isText else { return replaceBreak(segment.node, by: edits) }
    var node = segment.node
    var start = segment.start
    literal.removeAll(keepingCapacity: true)
    for edit in edits {
      literal.append(contentsOf: text[start..<edit.start])
      start = min(edit.end, end)
      guard edit.kind == .raised else {
        edit.kind.append(to: &literal)
        continue
      }
      guard edit.end <= end, let raised = Node.raised(text[edit.start..<edit.end]) else {
        literal.append(contentsOf: text[edit.start..<start])
        continue
      }
      node = writeLiteral(of: segment, behind: node)
      node.insertAfter(raised)
      node = raised
    }
    literal.append(contentsOf: text[start..<end])
    _ = writeLiteral(of: segment, behind: node)
  }

  /// Gives the text so far to the segment's node, or to a new one behind the last; returns the last node.
  private mutating func writeLiteral(of segment: Segment, behind last: Node) -> Node {
    defer { literal.removeAll(keepingCapacity: true) }
    if last == segment.node {
      last.setLiteral(literal)
      return last
    }
    guard !literal.isEmpty, let text = Node(CMARK_NODE_TEXT) else { return last }
    text.setLiteral(literal)
    last.insertAfter(text)
    return text
  }

  /// Puts a no-break space where a line ended.
  private mutating func replaceBreak(_ node: Node, by edits: ArraySlice<TypographicEdit>) {
    guard node.kind == CMARK_NODE_SOFTBREAK, let replacement = Node(CMARK_NODE_TEXT) else { return }
    literal.removeAll(keepingCapacity: true)
    for edit in edits { edit.kind.append(to: &literal) }
    replacement.setLiteral(literal)
    node.replace(by: replacement)
  }
}

extension Node {
  /// `<sup>` with a text in it.
  fileprivate static func raised(_ letters: ArraySlice<UInt8>) -> Node? {
    guard let raised = Node(CMARK_NODE_CUSTOM_INLINE) else { return nil }
    guard let text = Node(CMARK_NODE_TEXT) else {
      raised.free()
      return nil
    }
    raised.setOnEnter(Array("<sup>".utf8))
    raised.setOnExit(Array("</sup>".utf8))
    text.setLiteral(Array(letters))
    raised.append(text)
    return raised
  }

  fileprivate func insertAfter(_ node: Node) {
    if cmark_node_insert_after(pointer, node.pointer) != 1 { node.free() }
  }
}
