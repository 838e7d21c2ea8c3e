import CCMark

/// Builds the nodes that stand for directives in the tree.
///
/// A block becomes a custom block, which gives line ends; a line of text in it a custom block that holds a
/// custom inline, as for headings. Texts are text nodes, so that later passes see them as any other.
struct DirectiveDrawing {
  let language: Language
  /// By the indices of uses; those that are drawn are taken out.
  var labels: [Int: Node] = [:]
  private(set) var slots: [SlotPass.Place] = []
  private(set) var figures: [Node] = []
  private(set) var problems: [(use: Int, problem: DirectiveProblem)] = []

  init(language: Language) {
    self.language = language
  }

  /// Puts a directive's block before its marker.
  mutating func drawLeaf(_ use: DirectiveUse, _ index: Int, at marker: Node) {
    guard let block = Node(CMARK_NODE_CUSTOM_BLOCK) else { return }
    block.insert(before: marker)
    switch use.directive?.kind {
    case .keyFigure: drawKeyFigure(use, index, in: block)
    default:
      let label = labels.removeValue(forKey: index)
      if let label {
        SlotPass.dropLinks(in: label)
        block.append(label)
      }
      slots.append(SlotPass.Place(use: use, node: block, label: label))
    }
  }

  /// Moves what stands between the markers of a directive into its block.
  mutating func drawContainer(_ use: DirectiveUse, _ pair: DirectivePairing.Pair) {
    guard let kind = use.directive?.kind, let block = Node(CMARK_NODE_CUSTOM_BLOCK) else { return }
    block.insert(before: pair.opening)
    while let next = pair.opening.next, next != pair.closing { block.append(next) }
    let label = labels.removeValue(forKey: pair.use)
    let isEmpty = block.firstChild == nil
    switch kind {
    case .steps:
      if !holdsOrderedList(block) { problems.append((pair.use, .wrongContent(.orderedList))) }
      block.setTags("<div class=\"steps\">", "</div>")
    case .accordion:
      let isOpen = use.attributes[.open] != nil
      block.setTags("<details class=\"accordion\"\(isOpen ? " open" : "")>", "</details>")
      block.prepend(line("<summary>", "</summary>", [label]))
    case .transcript:
      block.setTags("<details class=\"transcript\">", "</details>")
      block.prepend(line("<summary>", "</summary>", introduced(language.transcription, label, by: nil)))
    case .figure:
      drawFigure(use, label, in: block)
    case .cards:
      let links = chosenLinks(of: block)
      if links.isEmpty { problems.append((pair.use, .wrongContent(.listOfLinks))) }
      slots.append(SlotPass.Place(use: use, node: block, links: links))
      return
    default:
      let word = language.callout(kind) ?? ""
      block.setTags("<div class=\"callout callout-\(kind.rawValue)\" role=\"note\">", "</div>")
      block.prepend(
        line("<p class=\"callout-title\">", "</p>", introduced(word, label, by: "callout-kind")))
      if isEmpty, label == nil { problems.append((pair.use, .wrongContent(.something))) }
      return
    }
    if isEmpty, kind != .steps { problems.append((pair.use, .wrongContent(.something))) }
  }

  private mutating func drawFigure(_ use: DirectiveUse, _ label: Node?, in block: Node) {
    var child = block.firstChild
    while let node = child {
      if node.kind == CMARK_NODE_PARAGRAPH, let only = node.firstChild,
        only.kind == CMARK_NODE_IMAGE, only.next.map({ $0.next == nil && Self.isEmptyText($0) }) ?? true
      {
        node.tag = SlotPass.unwrapped
      }
      child = node.next
    }
    figures.append(block)
    block.setTags("<figure>", "</figure>")
    var caption: [Node?] = [label]
    if let credit = use.attributes[.credit] {
      if label != nil { caption.append(.text(" ")) }
      caption.append(.inline("<small class=\"credit\">", "</small>", [.text(language.credit + " " + credit)]))
    }
    if label != nil || caption.count > 1 {
      block.append(line("<figcaption>", "</figcaption>", caption))
    }
  }

  /// What the words that make an image decorative leave behind.
  private static func isEmptyText(_ node: Node) -> Bool {
    node.kind == CMARK_NODE_TEXT && node.literal.isEmpty
  }

  /// A word of Markup's own before a label, or alone.
  private func introduced(_ word: String, _ label: Node?, by className: String?) -> [Node?] {
    guard let label else { return [.text(word)] }
    let start = language.introduced(word)
    guard let className else { return [.text(start + " "), label] }
    return [.inline("<span class=\"\(className)\">", "</span>", [.text(start)]), .text(" "), label]
  }

  mutating func addProblem(_ problem: DirectiveProblem, of use: Int) { problems.append((use, problem)) }

  private func holdsOrderedList(_ block: Node) -> Bool {
    var child = block.firstChild
    while let node = child {
      if node.kind == CMARK_NODE_LIST, cmark_node_get_list_type(node.pointer) == CMARK_ORDERED_LIST {
        return true
      }
      child = node.next
    }
    return false
  }

  /// The links of a list that holds nothing else; none where it does.
  private func chosenLinks(of block: Node) -> [Node] {
    var links: [Node] = []
    var list = block.firstChild
    while let node = list {
      guard node.kind == CMARK_NODE_LIST else { return [] }
      var item = node.firstChild
      while let current = item {
        guard let paragraph = current.firstChild, paragraph.next == nil,
          paragraph.kind == CMARK_NODE_PARAGRAPH,
          let link = paragraph.firstChild, link.next == nil, link.kind == CMARK_NODE_LINK
        else { return [] }
        links.append(link)
        item = current.next
      }
      list = node.next
    }
    return links
  }
}
