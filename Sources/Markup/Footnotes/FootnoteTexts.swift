import CCMark

/// The list items that stand for footnotes in cmark's tree.
enum FootnoteItems {
  /// In document order, those inside others included.
  static func all(
    in root: Node, _ marks: FootnoteMarks
  ) -> [(item: Node, definition: FootnoteMarks.Definition)] {
    var items: [(item: Node, definition: FootnoteMarks.Definition)] = []
    var next = 0
    root.walk { (node: Node, kind: Node.Kind, isEntering: Bool) in
      guard kind == CMARK_NODE_ITEM, isEntering else { return }
      let line = node.startLine
      while next < marks.definitions.count, marks.definitions[next].line < line { next += 1 }
      // Items of the author's may stand before the definition on its line.
      guard next < marks.definitions.count, marks.definitions[next].line == line,
        marks.column(of: marks.definitions[next]) == node.startColumn
      else { return }
      items.append((node, marks.definitions[next]))
      next += 1
    }
    return items
  }
}

/// The texts of a tree that hold references; on the way, what is no reference gets its `^` back.
struct FootnoteTexts {
  struct Text {
    let node: Node
    let block: Node
    /// The outermost link around it.
    let link: Node?
    let isInImage: Bool
    let isInTitle: Bool
    /// How many sentinels its block holds before it.
    let marksBefore: Int
  }

  private(set) var all: [Text] = []

  /// - Parameter unused: the definitions that are none: where one stands in a paragraph, it is its text.
  init(of root: Node, _ marks: FootnoteMarks, unused: [FootnoteMarks.Definition], title: Node?) {
    var unused = unused[...]
    var isAtLineStart = true
    var marksBefore = 0
    var block = root
    var link: Node?
    var images = 0
    root.walk { (node: Node, kind: Node.Kind, isEntering: Bool) in
      switch kind {
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK:
        isAtLineStart = true
        return
      case CMARK_NODE_TEXT:
        if isAtLineStart, !unused.isEmpty { Self.giveBack(marks, &unused, to: node, in: block) }
        guard Self.holdsSentinel(node.literal) else { break }
        all.append(
          Text(
            node: node, block: block, link: link, isInImage: images > 0, isInTitle: block == title,
            marksBefore: marksBefore))
        marksBefore += Self.sentinels(in: node.literal)
      case CMARK_NODE_CODE, CMARK_NODE_CODE_BLOCK, CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE:
        if Self.holdsSentinel(node.literal) {
          marksBefore += Self.sentinels(in: node.literal)
          node.setLiteral(Self.restored(node.literal))
        }
        if kind == CMARK_NODE_CODE_BLOCK, Self.holdsSentinel(node.fenceInfo) {
          node.setFenceInfo(Self.restored(node.fenceInfo))
        }
      case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
        if kind == CMARK_NODE_IMAGE { images += isEntering ? 1 : -1 }
        if isEntering {
          // The text of `<https://…>` is an address, without markup.
          if let text = node.firstChild, text.kind == CMARK_NODE_TEXT,
            Self.holdsSentinel(text.literal), text.literal.elementsEqual(node.destination)
          {
            text.setLiteral(Self.restored(text.literal))
          }
          if Self.holdsSentinel(node.destination) { node.setDestination(Self.restored(node.destination)) }
          if Self.holdsSentinel(node.title) { node.setTitle(Self.restored(node.title)) }
          if link == nil, kind == CMARK_NODE_LINK { link = node }
        } else if node == link {
          link = nil
        }
      case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING:
        if isEntering {
          block = node
          marksBefore = 0
        }
      case CMARK_NODE_CUSTOM_INLINE where node.givenLine > 0:
        if isEntering {
          block = node
          marksBefore = 0
        }
      default: break
      }
      isAtLineStart = false
    }
  }

  /// Gives a text that begins as a rewritten definition does, in a block that holds one, its bytes back.
  private static func giveBack(
    _ marks: FootnoteMarks, _ unused: inout ArraySlice<FootnoteMarks.Definition>, to text: Node,
    in block: Node
  ) {
    while let first = unused.first, first.line < block.startLine { unused.removeFirst() }
    guard let first = unused.first, first.line <= block.endLine else { return }
    let replacement = marks.replacement(for: first)
    guard text.literal.starts(with: replacement) else { return }
    text.setLiteral(marks.bytes(of: first) + text.literal.dropFirst(replacement.count))
    unused.removeFirst()
  }

  private static func holdsSentinel(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    FootnoteMarks.firstMark(in: text) != nil
  }

  private static func sentinels(in text: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    var start = 0
    while let mark = FootnoteMarks.firstMark(in: text, from: start) {
      count += 1
      start = mark + 1
    }
    return count
  }

  private static func restored(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var restored = [UInt8](text)
    var start = 0
    while let mark = FootnoteMarks.firstMark(in: text, from: start) {
      restored[mark] = UInt8(ascii: "^")
      start = mark + 1
    }
    return restored
  }
}
