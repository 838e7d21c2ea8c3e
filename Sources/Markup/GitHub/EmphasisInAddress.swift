import CCMark

/// The rest of an address that goes on in the nodes after its text, because its `_` or `*` made emphasis.
struct EmphasisInAddress {
  /// No address goes further over emphasis, so that looking for its end costs little.
  private static let limit = 2048

  private(set) var address: [UInt8]
  /// The siblings that it takes in.
  private(set) var consumed: [Node] = []
  /// What is left of the last one, after the address.
  private(set) var rest: [UInt8] = []
  private(set) var restPlace: Survey.Place?
  private let lines: SourceLines
  private let block: BlockText

  /// Nil when the address ends with its text.
  init?(after text: Node, address: ArraySlice<UInt8>, in lines: SourceLines) {
    guard let next = text.next, next.isEmphasis else { return nil }
    var ancestor = text.parent
    while let node = ancestor, node.isEmphasis { ancestor = node.parent }
    guard let ancestor,
      ancestor.kind == CMARK_NODE_PARAGRAPH || ancestor.kind == CMARK_NODE_HEADING || ancestor.givenLine > 0
    else { return nil }
    self.lines = lines
    self.address = Array(address)
    block = BlockText(of: ancestor, in: lines)
    let ownCount = address.count
    var sibling: Node? = next
    while let node = sibling, self.address.count - ownCount < Self.limit {
      if node.isEmphasis {
        guard let bytes = written(node) else { break }
        self.address += bytes
        consumed.append(node)
      } else if node.kind == CMARK_NODE_TEXT {
        let literal = node.literal
        let end = literal.firstIndex(where: Self.endsAddress) ?? literal.count
        self.address += literal[..<end]
        rest = Array(literal[end...])
        if node.startLine > 0 {
          restPlace = Survey.Place(line: node.startLine, column: node.startColumn + end)
        }
        consumed.append(node)
        if !rest.isEmpty { break }
      } else {
        break
      }
      sibling = node.next
    }
    let end = AddressEdge.end(of: self.address[...])
    guard end > ownCount, !consumed.isEmpty else { return nil }
    let tail = self.address[end...]
    if let place = restPlace {
      restPlace = Survey.Place(line: place.line, column: place.column - tail.count)
    }
    rest = tail + rest
    self.address.removeSubrange(end...)
  }

  private static func endsAddress(_ byte: UInt8) -> Bool {
    byte <= Byte.space || byte == Byte.lessThan
  }

  /// Emphasis as the author wrote it; nil when a space or anything but text stands in it.
  private func written(_ emphasis: Node) -> [UInt8]? {
    var bytes: [UInt8] = []
    var marks: [[UInt8]] = []
    var isWhole = true
    emphasis.walk { (node: Node, kind: Node.Kind, isEntering: Bool) in
      guard isWhole else { return }
      if kind == CMARK_NODE_TEXT {
        let literal = node.literal
        if bytes.count + literal.count > Self.limit || literal.contains(where: Self.endsAddress) {
          isWhole = false
        } else {
          bytes += literal
        }
      } else if node.isEmphasis, let mark = isEntering ? mark(of: node) : marks.popLast() {
        if isEntering { marks.append(mark) }
        bytes += mark
      } else {
        isWhole = false
      }
    }
    return isWhole ? bytes : nil
  }

  /// The mark that opens emphasis, read in the source at the column that cmark gives.
  private func mark(of emphasis: Node) -> [UInt8]? {
    let line = emphasis.startLine
    guard line >= block.firstLine,
      let offset = block.offset(emphasis.startColumn - block.firstColumn, fromLine: line),
      [UInt8(ascii: "*"), UInt8(ascii: "_")].contains(lines.bytes[offset])
    else { return nil }
    return Array(repeating: lines.bytes[offset], count: emphasis.kind == CMARK_NODE_STRONG ? 2 : 1)
  }
}

extension Node {
  fileprivate var isEmphasis: Bool { kind == CMARK_NODE_EMPH || kind == CMARK_NODE_STRONG }
}
