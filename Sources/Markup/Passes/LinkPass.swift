import CCMark

/// Collects links and images, marks internal destinations for later, empties those that are not allowed.
///
/// Links to other sites say so (`rel="external"`, which styles can show), don't tell these where the reader comes
/// from, and lose the parameters that would follow readers; images of other sites become links, as a page loads
/// nothing from elsewhere.
struct LinkPass {
  private(set) var links: [Link] = []
  private(set) var findings: [MarkdownFinding] = []
  private let decorativeImages: Set<Node>
  private let marksMedia: Bool
  /// The tag that is put together.
  private var tag: [UInt8] = []

  /// - Parameter marksMedia: whether more is done than addresses ask for.
  init(decorativeImages: Set<Node>, marksMedia: Bool) {
    self.decorativeImages = decorativeImages
    self.marksMedia = marksMedia
  }

  mutating func apply(to inlines: [Survey.Inline], at positions: [SourcePosition]) {
    for (inline, position) in zip(inlines, positions) where inline.kind != CMARK_NODE_HTML_INLINE {
      let node = inline.node
      let isImage = inline.kind == CMARK_NODE_IMAGE
      let isDecorative = isImage && decorativeImages.contains(node)
      let isTerm = InlineDirectivePass.isTerm(node)
      let link = Link(
        destination: String(decoding: node.destination.dropFirst(isTerm ? 1 : 0), as: UTF8.self),
        text: isDecorative ? "" : PlainText.of(node), isImage: isImage,
        kind: isTerm ? .term : Destination.kind(of: node.destination, isImage: isImage), position: position)
      if marksMedia, isImage, !isDecorative, link.text.utf8.allSatisfy(Byte.isSpaceOrTab) {
        findings.append(.alternativeTextMissing(destination: link.destination, position: position))
      }
      switch link.kind {
      case .internal, .term: mark(node, as: link)
      case .external: if marksMedia, Destination.isWeb(node.destination) { leave(node, as: link) }
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
  private mutating func mark(_ node: Node, as link: Link) {
    guard let custom = Node(CMARK_NODE_CUSTOM_INLINE) else { return }
    tag.removeAll(keepingCapacity: true)
    let opening: StaticString =
      link.isImage ? "<img src=\"" : link.kind == .term ? "<a class=\"term\" href=\"" : "<a href=\""
    opening.withUTF8Buffer { tag.append(contentsOf: $0) }
    appendMark(Byte.numberSign, to: &tag)
    tag.append(Byte.quotationMark)
    if link.isImage {
      if marksMedia { appendMark(UInt8(ascii: "@"), to: &tag) }
      tag.append(contentsOf: " alt=\"".utf8)
      Escaping.append(link.text.utf8, to: &tag)
      tag.append(Byte.quotationMark)
    }
    appendTitle(of: node, to: &tag)
    if link.isImage {
      tag.append(contentsOf: " />".utf8)
    } else {
      tag.append(Byte.greaterThan)
      custom.takeChildren(of: node)
      if marksMedia, link.kind == .internal, Destination.isFile(node.destination) {
        var end: [UInt8] = []
        appendMark(Byte.percentSign, to: &end)
        end.append(contentsOf: "</a>".utf8)
        custom.setOnExit(end)
      } else {
        custom.setOnExit("</a>")
      }
    }
    custom.setOnEnter(tag)
    node.replace(by: custom)
  }

  private func appendMark(_ kind: UInt8, to html: inout [UInt8]) {
    html.append(0x01)
    html.append(kind)
    Self.append(links.count, to: &html)
    html.append(0x02)
  }

  private static func append(_ number: Int, to html: inout [UInt8]) {
    if number >= 10 { append(number / 10, to: &html) }
    html.append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  private func appendTitle(of node: Node, to tag: inout [UInt8]) {
    let title = node.title
    guard !title.isEmpty else { return }
    tag.append(contentsOf: " title=\"".utf8)
    Escaping.append(title, to: &tag)
    tag.append(Byte.quotationMark)
  }

  /// Replaces a link to another site, or an image of one, by a custom node for a link that says so.
  private mutating func leave(_ node: Node, as link: Link) {
    guard let custom = Node(CMARK_NODE_CUSTOM_INLINE) else { return }
    if link.isImage {
      findings.append(.externalImage(destination: link.destination, position: link.position))
    }
    if !link.isImage || !isInLink(node) && !link.text.isEmpty {
      let clean = Tracking.removed(from: node.destination)
      if let clean {
        let destination = String(decoding: clean, as: UTF8.self)
        findings.append(.trackingRemoved(destination: destination, position: link.position))
      }
      var tag = [UInt8]("<a href=\"".utf8)
      Escaping.append(address: clean ?? Array(node.destination), to: &tag)
      tag.append(contentsOf: "\" rel=\"external noreferrer\"".utf8)
      appendTitle(of: node, to: &tag)
      tag.append(Byte.greaterThan)
      custom.setOnEnter(tag)
      custom.setOnExit([UInt8]("</a>".utf8))
    }
    if link.isImage {
      // What stands in an image is no markup: its text alone takes the image's place.
      guard let text = Node(CMARK_NODE_TEXT) else { return custom.free() }
      text.setLiteral([UInt8](link.text.utf8))
      custom.append(text)
    } else {
      custom.takeChildren(of: node)
    }
    node.replace(by: custom)
  }

  private func isInLink(_ node: Node) -> Bool {
    var ancestor = node.parent
    while let node = ancestor {
      if node.kind == CMARK_NODE_LINK { return true }
      if node.kind == CMARK_NODE_CUSTOM_INLINE, node.onEnter.starts(with: "<a ".utf8) { return true }
      ancestor = node.parent
    }
    return false
  }
}
