import CCMark
import Glibc

/// Finds what other programs take for markup, and Markdown shows as it is written. It changes nothing.
///
/// Places are found in the source first, so that a page without any costs no walk; what stands there counts
/// when the tree has it as a text, not as code or raw HTML.
struct ForeignMarkupPass {
  private(set) var findings: [MarkdownFinding] = []
  private let lines: SourceLines
  private let places: [ForeignMarkupPlace]
  /// The next place.
  private var next = 0
  private var columns: ColumnCounter
  private var hasAttributes = false
  /// The block that the walk is in, and where it ends.
  private var block: BlockText?
  private var end = 0

  private init(_ places: [ForeignMarkupPlace], in lines: SourceLines) {
    self.lines = lines
    self.places = places
    columns = ColumnCounter(lines)
  }

  static func findings(in root: Node, of lines: SourceLines) -> [MarkdownFinding] {
    let places = ForeignMarkupPlace.all(in: lines)
    guard !places.isEmpty else { return [] }
    var pass = ForeignMarkupPass(places, in: lines)
    root.walk { (node: Node, kind: Node.Kind, isEntering: Bool) in
      switch kind {
      case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING, CMARK_NODE_CUSTOM_INLINE:
        guard isEntering, kind != CMARK_NODE_CUSTOM_INLINE || node.givenLine > 0 else { break }
        pass.enter(node)
      case CMARK_NODE_TEXT: pass.read(node)
      default: break
      }
    }
    return pass.findings
  }

  /// Passes over the places before a block.
  private mutating func enter(_ node: Node) {
    let text = BlockText(of: node, in: lines)
    let start = text.start(ofLine: text.firstLine)
    while next < places.count, places[next].offset < start { next += 1 }
    block = text
    end = lines.range(ofLine: text.lastLine).upperBound
  }

  private mutating func read(_ node: Node) {
    guard next < places.count, places[next].offset < end else { return }
    // Code before the text may show the same; cmark's columns, when they are right, tell the two apart.
    let hint = block?.offset(node.startColumn - (block?.firstColumn ?? 1), fromLine: max(node.startLine, 1))
    while let hint, next < places.count, places[next].offset < min(hint, end) { next += 1 }
    let text = node.literal
    let beginsLine = node.previous.map { $0.kind == CMARK_NODE_SOFTBREAK } ?? true
    var from = 0
    var index = next
    var tried = 0
    while index < places.count, places[index].offset < end, tried < Self.placesTried {
      tried += 1
      let place = places[index]
      index += 1
      if place.kind.beginsLine, !beginsLine || from > 0 { continue }
      guard let found = place.offset(in: text, of: lines.bytes, from: from),
        !place.kind.beginsLine || found == 0, isMeant(place, node)
      else { continue }
      from = found + place.length
      next = index
      tried = 0
      report(place)
    }
  }

  /// Places in code come before those in the text after it.
  private static let placesTried = 8

  private func isMeant(_ place: ForeignMarkupPlace, _ node: Node) -> Bool {
    switch place.kind {
    case .alert:
      return node.parent?.parent?.kind == CMARK_NODE_BLOCK_QUOTE && node.previous == nil
    case .attributes:
      guard node.parent?.kind != CMARK_NODE_HEADING else { return true }
      switch node.previous?.kind {
      case CMARK_NODE_LINK, CMARK_NODE_IMAGE: return node.literal.first == Byte.leftBrace
      default: return false
      }
    default: return true
    }
  }

  private mutating func report(_ place: ForeignMarkupPlace) {
    if place.kind == .attributes {
      guard !hasAttributes else { return }
      hasAttributes = true
    }
    findings.append(.foreignMarkup(place.kind, position: columns.position(ofOffset: place.offset)))
  }
}

extension ForeignMarkup {
  /// Whether it is markup only where a line of text begins.
  fileprivate var beginsLine: Bool {
    switch self {
    case .headingWithoutSpace, .alert, .admonition: true
    case .reversedLink, .wikiLink, .tableOfContents, .attributes: false
    }
  }
}
