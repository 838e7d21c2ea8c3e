import CCMark

/// Writes the changed text of one node into the tree.
struct NodeWriter {
  /// A node's share of its block's text.
  struct Segment {
    let node: Node
    let start: Int
    let isText: Bool
  }

  private let segment: Segment
  private let end: Int
  private let text: UnsafeBufferPointer<UInt8>
  /// The node that was written last: what follows comes behind it.
  private var last: Node

  init(_ segment: Segment, upTo end: Int, of text: UnsafeBufferPointer<UInt8>) {
    self.segment = segment
    self.end = end
    self.text = text
    last = segment.node
  }

  mutating func apply(_ edits: UnsafeBufferPointer<TypographicEdit>, _ literal: inout Scratch) {
    literal.removeAll()
    guard segment.isText else { return replaceBreak(by: edits) }
    var start = segment.start
    for edit in edits {
      append(start, edit.start, &literal)
      start = min(edit.end, end)
      guard edit.kind == .raised else {
        edit.kind.append(to: &literal)
        continue
      }
      guard edit.end <= end, let raised = Node.raised(text[edit.start..<edit.end]) else {
        append(edit.start, start, &literal)
        continue
      }
      handOver(&literal)
      last.insertAfter(raised)
      last = raised
    }
    append(start, end, &literal)
    handOver(&literal)
  }

  private func append(_ start: Int, _ end: Int, _ literal: inout Scratch) {
    literal.append(UnsafeBufferPointer(rebasing: text[start..<end]))
  }

  /// Gives the text so far to the node, or to a new one behind what was raised.
  private mutating func handOver(_ literal: inout Scratch) {
    defer { literal.removeAll() }
    if last != segment.node {
      guard literal.count > 0, let text = Node(CMARK_NODE_TEXT) else { return }
      last.insertAfter(text)
      last = text
    }
    literal.append(0)
    literal.bytes.withMemoryRebound(to: CChar.self) { bytes in
      _ = cmark_node_set_literal(last.pointer, bytes.baseAddress)
    }
  }

  /// Puts a no-break space where a line ended.
  private func replaceBreak(by edits: UnsafeBufferPointer<TypographicEdit>) {
    guard segment.node.kind == CMARK_NODE_SOFTBREAK, let replacement = Node(CMARK_NODE_TEXT) else { return }
    var literal: [UInt8] = []
    for edit in edits { edit.kind.append(to: &literal) }
    replacement.setLiteral(literal)
    segment.node.replace(by: replacement)
  }
}

extension Node {
  /// `<sup>` with a text in it.
  fileprivate static func raised(_ letters: Slice<UnsafeBufferPointer<UInt8>>) -> Node? {
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
