import CCMark

/// Takes raw HTML out of the page and reports each piece.
struct RawHTMLPass {
  static let excerptScalars = 40

  private(set) var findings: [MarkdownFinding] = []

  mutating func apply(to survey: Survey, at positions: [SourcePosition], in lines: SourceLines) {
    for (inline, position) in zip(survey.inlines, positions) where inline.kind == CMARK_NODE_HTML_INLINE {
      report(inline.node, at: position)
      inline.node.remove()
      // A paragraph of raw HTML alone would leave an empty one in the page.
      if inline.block.kind == CMARK_NODE_PARAGRAPH, inline.block.firstChild == nil { inline.block.remove() }
    }
    for block in survey.rawBlocks {
      let offset = lines.range(ofLine: block.startLine).lowerBound + max(block.startColumn - 1, 0)
        + lines.shift(ofLine: block.startLine)
      report(block, at: lines.position(ofOffset: offset, inLine: block.startLine))
      block.remove()
    }
  }

  private mutating func report(_ node: Node, at position: SourcePosition) {
    var end = 0
    var scalars = 0
    let literal = node.literal
    while end < literal.count, literal[end] != Byte.lineFeed {
      if literal[end] & 0xC0 != 0x80 {
        if scalars == Self.excerptScalars { break }
        scalars += 1
      }
      end += 1
    }
    findings.append(.rawHTML(excerpt: String(decoding: literal[..<end], as: UTF8.self), position: position))
  }
}
