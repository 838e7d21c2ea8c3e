import CCMark

/// The labels of a page's directives, parsed as inline Markdown in one go.
struct DirectiveLabels {
  /// Where a label's text begins.
  struct Place {
    /// 1-based, in the page.
    var line: Int
    /// In bytes of the page.
    var offset: Int
  }

  /// What each label follows in what cmark parses: a heading holds nothing but inlines.
  static let prefix = "# "

  /// The tag of a label's node is, negative, its number here, from 1: a line's would be positive.
  private(set) var places: [Place] = []

  /// Parses the labels of lines; each becomes a custom inline node of its own, in their order.
  mutating func parse(_ labels: [DirectiveLine], in lines: SourceLines) throws(MarkdownError) -> [Node?] {
    guard let first = labels.first else { return [] }
    var source: [UInt8] = []
    for line in labels {
      source.append(contentsOf: Self.prefix.utf8)
      if let label = line.label { source.append(contentsOf: lines.bytes[label]) }
      // A closing sequence, so that one of the label's own stays. The blank line keeps limits as in the page.
      source.append(contentsOf: " #\n\n".utf8)
    }
    let document: MarkdownDocument
    do throws(MarkdownError) {
      document = try MarkdownDocument(parsing: source[...])
    } catch {
      throw MarkdownError(error.reason, at: lines.position(ofOffset: first.range.lowerBound))
    }
    var nodes: [Node?] = []
    nodes.reserveCapacity(labels.count)
    var heading = document.root.firstChild
    for line in labels {
      places.append(Place(line: line.number, offset: line.label?.lowerBound ?? line.range.lowerBound))
      let node = Node(CMARK_NODE_CUSTOM_INLINE)
      if let node, let heading { node.takeChildren(of: heading) }
      node?.tag = -places.count
      nodes.append(node)
      heading = heading?.next
    }
    return nodes
  }

  /// The text of a label in the page; nil for a node that is none.
  func text(of node: Node, in lines: SourceLines) -> BlockText? {
    let index = -node.tag - 1
    guard node.kind == CMARK_NODE_CUSTOM_INLINE, places.indices.contains(index) else { return nil }
    return BlockText(
      ofLine: places[index].line, from: places[index].offset, afterColumns: Self.prefix.utf8.count, in: lines)
  }
}
