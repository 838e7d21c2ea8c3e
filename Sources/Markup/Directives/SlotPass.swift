import CCMark
import Glibc

/// Finishes, after every other pass, what directives left for then.
struct SlotPass {
  /// A place in the tree that the site will fill.
  struct Place {
    var use: DirectiveUse
    var node: Node
    var label: Node?
    /// The links of chosen items.
    var links: [Node] = []
  }

  /// The tag of a paragraph whose picture will stand without it.
  static let unwrapped = 1

  private let places: [Place]
  private let figures: [Node]
  private var chosen: [[Int]]
  private(set) var slots: [Slot] = []

  init(_ pass: DirectivePass) {
    places = pass.slots
    figures = pass.figures
    chosen = Array(repeating: [], count: places.count)
  }

  /// Notes the numbers that the links of chosen items will have.
  mutating func readLinks(of inlines: [Survey.Inline]) {
    guard places.contains(where: { !$0.links.isEmpty }) else { return }
    var index = 0
    for inline in inlines where inline.kind != CMARK_NODE_HTML_INLINE {
      let isChosen = inline.kind == CMARK_NODE_LINK && !InlineDirectivePass.isTerm(inline.node)
      let tag = isChosen ? inline.node.tag : 0
      if tag > 0, tag <= chosen.count { chosen[tag - 1].append(index) }
      index += 1
    }
  }

  /// Puts marks in the places, and adds what they name to the page's links.
  ///
  /// - Parameter above: the level of the heading that the whole text stands under.
  mutating func apply(outline: [Heading], above: Int, links: inout LinkPass) {
    for figure in figures { Self.freePictures(of: figure) }
    var headings = outline[...]
    var level = above
    for (index, place) in places.enumerated() {
      while let heading = headings.first, heading.line < place.use.position.line {
        level = heading.level
        headings.removeFirst()
      }
      let text = place.label.map(PlainText.of) ?? ""
      let label = place.label.map(Self.html) ?? []
      while let child = place.node.firstChild { child.remove() }
      guard let content = content(of: place, chosen[index], text, label, &links) else { continue }
      place.node.setOnEnter([UInt8]("\u{1}!\(slots.count)\u{2}".utf8))
      slots.append(Slot(content: content, position: place.use.position, headingLevel: min(level + 1, 6)))
    }
  }

  private func content(
    of place: Place, _ chosen: [Int], _ text: String, _ label: [UInt8], _ links: inout LinkPass
  ) -> Slot.Content? {
    let attributes = place.use.attributes
    guard let kind = place.use.directive?.kind else { return nil }
    if kind == .cards { return .cards(links: chosen) }
    if kind == .fields { return attributes[.type].map { .fields(type: $0) } }
    if let part = Slot.SitePart(rawValue: kind.rawValue) { return .site(part) }
    guard let named = attributes[.file] ?? attributes[.link] else { return nil }
    let link = links.add(named, text: text, at: place.use.position)
    switch kind {
    case .button: return .button(link: link, label: label)
    case .download: return .download(link: link, label: label, language: attributes[.language])
    case .dataTable:
      let options = DataTableOptions(
        columns: attributes[.columns].map(Self.names), separator: attributes[.separator],
        encoding: attributes[.encoding], decimal: attributes[.decimal])
      return .dataTable(link: link, caption: label, options: options)
    case .include: return .include(link: link, showsSource: attributes[.showsSource] != nil)
    case .code: return .code(link: link, caption: label)
    default: return nil
    }
  }

  /// The names between commas.
  private static func names(_ text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: ",")).compactMap { part in
      let name = PlainText.trimmed(Array(part)[...])
      return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
    }
  }

  private static func html(of label: Node) -> [UInt8] {
    dropLinks(in: label)
    return label.html(CMARK_OPT_DEFAULT)
  }

  /// Leaves the texts of links and images in their place: what the label names is the only link.
  static func dropLinks(in label: Node) {
    var links: [Node] = []
    var images: [Node] = []
    label.walk { (node: Node, kind: Node.Kind, isEntering: Bool) in
      guard isEntering, node != label else { return }
      switch kind {
      case CMARK_NODE_LINK: links.append(node)
      case CMARK_NODE_CUSTOM_INLINE where node.onEnter.starts(with: "<a ".utf8): links.append(node)
      case CMARK_NODE_IMAGE: images.append(node)
      default: break
      }
    }
    // An image's own text may hold links, so that it goes first; what stands in it is text anyway.
    for image in images { image.unwrap() }
    for link in links { link.unwrap() }
  }

  private static func freePictures(of figure: Node) {
    var child = figure.firstChild
    while let paragraph = child {
      child = paragraph.next
      guard paragraph.kind == CMARK_NODE_PARAGRAPH, paragraph.tag == unwrapped,
        let block = Node(CMARK_NODE_CUSTOM_BLOCK)
      else { continue }
      block.takeChildren(of: paragraph)
      paragraph.replace(by: block)
    }
  }
}
