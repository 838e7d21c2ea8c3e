import CCMark

/// Collects links and images, marks internal destinations for later, empties those that are not allowed.
struct LinkPass {
  private(set) var links: [Link] = []
  private(set) var findings: [MarkdownFinding] = []

  mutating func apply(to inlines: [Survey.Inline], at positions: [SourcePosition]) {
    for (inline, position) in zip(inlines, positions) where inline.kind != CMARK_NODE_HTML_INLINE {
      let node = inline.node
      let isImage = inline.kind == CMARK_NODE_IMAGE
      let isTerm = InlineDirectivePass.isTerm(node)
      let link = Link(
        destination: String(decoding: node.destination.dropFirst(isTerm ? 1 : 0), as: UTF8.self),
        text: PlainText.of(node), isImage: isImage,
        kind: isTerm ? .term : Destination.kind(of: node.destination, isImage: isImage), position: position)
      switch link.kind {
      case .internal, .term: mark(node, as: link)
      case .external: break
      case .refused:
        node.setDestination([])
        findings.append(
          .refusedDestination(destination: link.destination, isImage: isImage, position: position))
      }
      links.append(link)
    }
  }

  /// Adds a link that a directive names, and returns its number.
  mutating func add(_ destination: String, text: String, at position: SourcePosition) -> Int {
    let kind = Array(destination.utf8).withUnsafeBufferPointer { Destination.kind(of: $0, isImage: false) }
    if kind == .refused {
      findings.append(.refusedDestination(destination: destination, isImage: false, position: position))
    }
    links.append(Link(destination: destination, text: text, isImage: false, kind: kind, position: position))
    return links.count - 1
  }

  /// Replaces the node by a custom one whose tag holds the number of the link in place of its address.
  private func mark(_ node: Node, as link: Link) {
    guard let custom = Node(CMARK_NODE_CUSTOM_INLINE) else { return }
    var tag: [UInt8] = []
    tag.reserveCapacity(48)
    let opening = link.isImage ? "<img src=\"" : link.kind == .term ? "<a class=\"term\" href=\"" : "<a href=\""
    tag.append(contentsOf: opening.utf8)
    tag.append(0x01)
    tag.append(Byte.numberSign)
    tag.append(contentsOf: String(links.count).utf8)
    tag.append(0x02)
    tag.append(Byte.quotationMark)
    if link.isImage {
      tag.append(contentsOf: " alt=\"".utf8)
      Escaping.append(link.text.utf8, to: &tag)
      tag.append(Byte.quotationMark)
    }
    let title = node.title
    if !title.isEmpty {
      tag.append(contentsOf: " title=\"".utf8)
      Escaping.append(title, to: &tag)
      tag.append(Byte.quotationMark)
    }
    if link.isImage {
      tag.append(contentsOf: " />".utf8)
    } else {
      tag.append(Byte.greaterThan)
      custom.takeChildren(of: node)
      custom.setOnExit([UInt8]("</a>".utf8))
    }
    custom.setOnEnter(tag)
    node.replace(by: custom)
  }
}
