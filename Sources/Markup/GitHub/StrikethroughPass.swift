import CCMark
import Glibc

/// Makes `<del>` of `~a~` and `~~a~~`: GitHub Flavored Markdown 0.29, « Strikethrough ».
///
/// Emphasis and links are found before, so struck text never reaches over the ends of one.
enum StrikethroughPass {
  /// Struck text inside struck text beyond this is no text, and would make the passes slow.
  static let depth = 50

  static func apply(to root: Node, of source: UnsafeBufferPointer<UInt8>) {
    guard let base = source.baseAddress, memchr(base, Int32(UInt8(ascii: "~")), source.count) != nil else {
      return
    }
    var parents: [Node] = []
    var isMasked = false
    root.walk { (node: Node, kind: Node.Kind, _: Bool) in
      guard kind == CMARK_NODE_TEXT else { return }
      let text = node.literal
      if text.contains(EscapedTildes.mark) { isMasked = true }
      guard text.contains(UInt8(ascii: "~")), let parent = node.parent, parent != parents.last else { return }
      parents.append(parent)
    }
    var seen: Set<OpaquePointer> = []
    for parent in parents where seen.insert(parent.pointer).inserted && !showsAddress(parent) {
      strike(in: parent)
    }
    if isMasked { unmask(root) }
  }

  private static func unmask(_ root: Node) {
    root.walk { (node: Node, kind: Node.Kind, _: Bool) in
      guard kind == CMARK_NODE_TEXT, node.literal.contains(EscapedTildes.mark) else { return }
      node.setLiteral(node.literal.map { $0 == EscapedTildes.mark ? UInt8(ascii: "~") : $0 })
    }
  }

  /// Whether a link is an autolink, whose text is no markup.
  private static func showsAddress(_ node: Node) -> Bool {
    guard node.kind == CMARK_NODE_LINK, let only = node.firstChild, only.next == nil else { return false }
    let text = only.literal
    return node.destination.count >= text.count && node.destination.suffix(text.count).elementsEqual(text)
  }

  private static func strike(in parent: Node) {
    var runs: [TildeRun] = []
    var before: Unicode.Scalar = parent.isInlineMark ? "*" : "\n"
    var child = parent.firstChild
    while let node = child {
      child = node.next
      if node.kind == CMARK_NODE_TEXT {
        let after = child.map(\.edge) ?? (parent.isInlineMark ? "*" : "\n")
        TildeRun.runs(in: node, before: before, after: after, into: &runs)
      }
      before = node.edge
    }
    let tags = Matching(runs).tags
    if tags.contains(where: { $0 != nil }) { wrap(in: parent, runs: runs, tags: tags) }
  }

  private static func wrap(in parent: Node, runs: [TildeRun], tags: [Tag?]) {
    var open: [Node] = []
    var next = 0
    var child = parent.firstChild
    while let node = child {
      child = node.next
      let container = open.last
      let first = next
      while next < runs.count, runs[next].node == node { next += 1 }
      let isSplit = (first..<next).contains { tags[$0] != nil }
      guard isSplit else {
        container?.append(node)
        continue
      }
      let text = Array(node.literal)
      var start = 0
      /// Puts a node where the walk is: into the struck text, or before what follows in the parent.
      func place(_ new: Node) {
        if let container = open.last {
          container.append(new)
        } else if let child {
          new.insert(before: child)
        } else {
          parent.append(new)
        }
      }
      func placeText(upTo end: Int) {
        guard start < end else { return }
        if start == 0 {
          // The first piece keeps cmark's position.
          node.setLiteral(Array(text[..<end]))
          place(node)
        } else if let piece = Node(CMARK_NODE_TEXT) {
          piece.setLiteral(Array(text[start..<end]))
          place(piece)
        }
      }
      for index in first..<next {
        guard let tag = tags[index] else { continue }
        placeText(upTo: runs[index].range.lowerBound)
        start = runs[index].range.upperBound
        if tag == .close {
          _ = open.popLast()
        } else if let struck = Node(CMARK_NODE_CUSTOM_INLINE) {
          struck.setOnEnter([UInt8]("<del>".utf8))
          struck.setOnExit([UInt8]("</del>".utf8))
          place(struck)
          open.append(struck)
        }
      }
      let beginsWithMark = (first..<next).contains { tags[$0] != nil && runs[$0].range.lowerBound == 0 }
      placeText(upTo: text.count)
      if beginsWithMark { node.remove() }
    }
  }

  fileprivate enum Tag { case open, close }

  /// Which runs open and which close struck text: the stack of delimiters of CommonMark 0.30, appendix.
  private struct Matching {
    private(set) var tags: [Tag?]

    init(_ runs: [TildeRun]) {
      tags = Array(repeating: nil, count: runs.count)
      var openers: [Int] = []
      // How many openers from the bottom are known not to suit a closer of that kind.
      var bottoms = [0, 0, 0, 0]
      for (index, run) in runs.enumerated() {
        if run.canClose {
          let kind = (run.length - 1) * 2 + (run.canOpen ? 1 : 0)
          var candidate = openers.count - 1
          while candidate >= bottoms[kind], !Self.suits(runs[openers[candidate]], run) { candidate -= 1 }
          if candidate >= bottoms[kind] {
            let opener = openers[candidate]
            if runs[opener].length == run.length {
              tags[opener] = .open
              tags[index] = .close
            }
            openers.removeLast(openers.count - candidate)
            bottoms = bottoms.map { min($0, candidate) }
            continue
          }
          bottoms[kind] = openers.count
        }
        if run.canOpen { openers.append(index) }
      }
      limitDepth()
    }

    private static func suits(_ opener: TildeRun, _ closer: TildeRun) -> Bool {
      !(closer.canOpen || opener.canClose) || opener.length == closer.length
    }

    private mutating func limitDepth() {
      var depth = 0
      for index in tags.indices {
        switch tags[index] {
        case .open:
          depth += 1
          if depth > StrikethroughPass.depth { tags[index] = nil }
        case .close:
          if depth > StrikethroughPass.depth { tags[index] = nil }
          depth -= 1
        case nil: break
        }
      }
    }
  }
}

extension Node {
  fileprivate var isInlineMark: Bool {
    switch kind {
    case CMARK_NODE_EMPH, CMARK_NODE_STRONG, CMARK_NODE_LINK, CMARK_NODE_IMAGE: true
    default: false
    }
  }

  /// What stands in the source at the ends of an inline that is no text: a space or a mark.
  fileprivate var edge: Unicode.Scalar {
    switch kind {
    case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: "\n"
    case CMARK_NODE_TEXT: "a"
    default: "*"
    }
  }
}
