import CCMark

/// Finds links by a label that no line of the page defines: `[texte][label]`, `[texte][]`. It changes nothing.
///
/// `[texte]` alone is often meant as it stands, and so is `table[i][j]` or a citation `[1][2]`.
struct MissingLabelPass {
  private(set) var findings: [MarkdownFinding] = []
  private let lines: SourceLines
  /// Where the search for the next one begins in the source.
  private var cursor = 0

  private var columns: ColumnCounter

  private init(lines: SourceLines) {
    self.lines = lines
    columns = ColumnCounter(lines)
  }

  static func findings(in root: Node, of lines: SourceLines) -> [MarkdownFinding] {
    guard lines.bytes.firstOffset(of: "][") != nil else { return [] }
    var pass = MissingLabelPass(lines: lines)
    var block = root
    var links = 0
    root.walk { (node: Node, kind: Node.Kind, isEntering: Bool) in
      switch kind {
      case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING: block = node
      case CMARK_NODE_CUSTOM_INLINE where isEntering && node.givenLine > 0: block = node
      case CMARK_NODE_LINK, CMARK_NODE_IMAGE: links += isEntering ? 1 : -1
      case CMARK_NODE_TEXT: if links == 0 { pass.read(node, in: block) }
      default: break
      }
    }
    return pass.findings
  }

  private mutating func read(_ node: Node, in block: Node) {
    let text = node.literal
    var opening: Int?
    var index = 0
    while index < text.count {
      if text[index] == Byte.leftBracket {
        opening = index
      } else if text[index] == Byte.rightBracket {
        if let start = opening, index + 1 < text.count, text[index + 1] == Byte.leftBracket,
          let end = text[(index + 2)...].firstIndex(where: { Self.brackets.contains($0) }),
          text[end] == Byte.rightBracket
        {
          let link = text[start...end]
          if isLink(link, middle: index, in: text) { report(link, middle: index, of: node, in: block) }
          index = end
        }
        opening = nil
      }
      index += 1
    }
  }

  private static let brackets = [Byte.leftBracket, Byte.rightBracket]

  private func isLink(
    _ link: Slice<UnsafeBufferPointer<UInt8>>, middle: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let start = link.startIndex
    if start > 0, Byte.isLetter(text[start - 1]) || Byte.isDigit(text[start - 1]) { return false }
    let shown = text[(start + 1)..<middle]
    let isNote = shown.first == UInt8(ascii: "^") || text[middle + 2] == UInt8(ascii: "^")
    return !isNote && shown.contains { $0 > Byte.space } && !shown.allSatisfy(Byte.isDigit)
  }

  /// Reports the link where the source has it as it is: with an escape in it, it is no link.
  private mutating func report(
    _ link: Slice<UnsafeBufferPointer<UInt8>>, middle: Int, of node: Node, in block: Node
  ) {
    let source = BlockText(of: block, in: lines)
    let end = lines.range(ofLine: source.lastLine).upperBound
    cursor = max(cursor, source.start(ofLine: source.firstLine))
    // Code before the text may show the same; cmark's columns, when they are right, tell the two apart.
    let hint =
      source.offset(node.startColumn - source.firstColumn, fromLine: max(node.startLine, 1)) ?? cursor
    guard let offset = find(link, from: max(hint, cursor), to: end) ?? find(link, from: cursor, to: end)
    else {
      cursor = max(cursor, end)
      return
    }
    cursor = offset + link.count
    let label = link[(middle + 2)..<(link.endIndex - 1)]
    let shown = label.isEmpty ? link[(link.startIndex + 1)..<middle] : label
    findings.append(
      .missingLabel(String(decoding: shown, as: UTF8.self), position: columns.position(ofOffset: offset)))
  }

  private func find(_ link: Slice<UnsafeBufferPointer<UInt8>>, from start: Int, to end: Int) -> Int? {
    var offset = start
    while offset + link.count <= end {
      if lines.bytes[offset] == Byte.leftBracket,
        lines.bytes[offset..<(offset + link.count)].elementsEqual(link),
        offset == 0 || lines.bytes[offset - 1] != Byte.backslash
      {
        return offset
      }
      offset += 1
    }
    return nil
  }
}
