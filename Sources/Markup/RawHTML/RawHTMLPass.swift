import CCMark

/// Writes anew the raw HTML that is allowed, shows the rest as text and reports it. Comments are left out.
///
/// Not a byte of a tag is copied: what stands in the page is what was understood, so no spelling of a tag can
/// mean something else to a browser.
struct RawHTMLPass {
  static let excerptScalars = 40

  private(set) var findings: [MarkdownFinding] = []
  private let allowed: HTMLAllowList

  init(allowed: HTMLAllowList) {
    self.allowed = allowed
  }

  mutating func apply(to survey: Survey, at positions: [SourcePosition], in lines: SourceLines) {
    var places = NodeGroups<(inline: Survey.Inline, position: SourcePosition)>()
    for (inline, position) in zip(survey.inlines, positions) where inline.kind == CMARK_NODE_HTML_INLINE {
      places.append((inline, position), under: inline.node.parent)
    }
    for place in places.all { applyInline(to: place) }
    var blocks = NodeGroups<Node>()
    for block in survey.rawBlocks { blocks.append(block, under: block.parent) }
    for container in blocks.all { applyBlocks(to: container, in: lines) }
  }

  // MARK: In a line of text

  private mutating func applyInline(to nodes: [(inline: Survey.Inline, position: SourcePosition)]) {
    var pieces: [HTMLBalance.Piece] = []
    var tagged: [(inline: Survey.Inline, position: SourcePosition)] = []
    for (inline, position) in nodes {
      let literal = Array(inline.node.literal)
      var tokenizer = HTMLTokenizer(literal)
      guard let token = tokenizer.next(), token.range.count == literal.count else {
        report(literal[...], .unknown, at: position)
        replace(inline.node, byText: literal)
        continue
      }
      switch token.kind {
      case .comment:
        inline.node.remove()
        // A paragraph of comments alone would leave an empty one in the page.
        if inline.block.kind == CMARK_NODE_PARAGRAPH, inline.block.firstChild == nil { inline.block.remove() }
      case .tag(let tag):
        let touchesNext = inline.node.next?.kind == CMARK_NODE_HTML_INLINE
        pieces.append(HTMLBalance.Piece(tag, block: 0, touchesNext: touchesNext))
        tagged.append((inline, position))
      case .text, .unknown:
        report(literal[...], .unknown, at: position)
        replace(inline.node, byText: literal)
      }
    }
    let balance = HTMLBalance(pieces, allowed: allowed, isInline: true)
    for (piece, (inline, position)) in zip(balance.pieces, tagged) {
      let node = inline.node
      let literal = Array(node.literal)
      if let problem = piece.problem { report(literal[...], problem, at: position) }
      guard piece.isAccepted, let custom = Node(CMARK_NODE_CUSTOM_INLINE) else {
        replace(node, byText: literal)
        continue
      }
      custom.setOnEnter(written(piece.tag, literal[...], at: position))
      node.replace(by: custom)
    }
  }

  /// Shows the author's bytes, as no text of the page: not in its title, ids, lead or typography.
  private func replace(_ node: Node, byText literal: [UInt8]) {
    guard let custom = Node(CMARK_NODE_CUSTOM_INLINE) else { return node.remove() }
    var html: [UInt8] = []
    Escaping.append(literal, to: &html)
    custom.setOnEnter(html)
    node.replace(by: custom)
  }

  private mutating func written(
    _ tag: HTMLTag, _ source: ArraySlice<UInt8>, at position: SourcePosition
  ) -> [UInt8] {
    guard !tag.isEnd else { return [UInt8]("</\(tag.name)>".utf8) }
    var html = [UInt8]("<\(tag.name)".utf8)
    html.append(contentsOf: attributes(of: tag, source, at: position))
    let hasEndTag = allowed.element(tag.name)?.hasEndTag ?? true
    html.append(contentsOf: (hasEndTag ? ">" : " />").utf8)
    return html
  }

  private mutating func attributes(
    of tag: HTMLTag, _ source: ArraySlice<UInt8>, at position: SourcePosition
  ) -> [UInt8] {
    guard !tag.attributes.isEmpty else { return [] }
    let attributes = HTMLAttributes(of: tag, allowed: allowed)
    for name in attributes.refused { report(source, .attribute(name, of: tag.name), at: position) }
    return attributes.html
  }

  // MARK: Blocks

  private mutating func applyBlocks(to blocks: [Node], in lines: SourceLines) {
    let sources = blocks.map { RawBlock($0) }
    var pieces: [HTMLBalance.Piece] = []
    for (number, source) in sources.enumerated() {
      for (index, token) in source.tokens.enumerated() {
        guard case .tag(let tag) = token.kind else { continue }
        pieces.append(
          HTMLBalance.Piece(tag, block: number, touchesNext: source.isFollowedByTag(index)))
      }
    }
    let balance = HTMLBalance(pieces, allowed: allowed, isInline: false)
    var writer = HTMLBlockWriter(allowed: allowed)
    var next = 0
    for source in sources {
      var position = RawBlockPositions(of: source.node, literal: source.html, in: lines)
      var reported: Set<RawHTMLProblem> = []
      for token in source.tokens {
        let bytes = source.html[token.range]
        /// One warning a block for each thing that is wrong: pasted HTML says the same many times.
        func report(_ problem: RawHTMLProblem, _ pass: inout RawHTMLPass) {
          guard reported.insert(problem).inserted else { return }
          // A tag that is none has no end: the line shows best which one is meant.
          let excerpt = problem == .unknown ? source.html[token.range.lowerBound...] : bytes
          pass.report(excerpt, problem, at: position.position(of: token.range.lowerBound))
        }
        switch token.kind {
        case .text: writer.text(bytes)
        case .comment: break
        case .unknown:
          report(.unknown, &self)
          writer.text(bytes, isShownAsWritten: true)
        case .tag(let tag):
          let piece = balance.pieces[next]
          next += 1
          if let problem = piece.problem { report(problem, &self) }
          guard piece.isAccepted else {
            writer.text(bytes, isShownAsWritten: true)
            continue
          }
          let attributes = HTMLAttributes(of: tag, allowed: allowed)
          for name in attributes.refused { report(.attribute(name, of: tag.name), &self) }
          writer.tag(tag, attributes: attributes.html)
        }
      }
      replace(source.node, by: writer.endBlock())
    }
  }

  private func replace(_ block: Node, by html: [UInt8]) {
    guard !html.isEmpty, let custom = Node(CMARK_NODE_CUSTOM_BLOCK) else { return block.remove() }
    custom.setOnEnter(html)
    block.replace(by: custom)
  }

  private mutating func report(
    _ source: ArraySlice<UInt8>, _ problem: RawHTMLProblem, at position: SourcePosition
  ) {
    var end = source.startIndex
    var scalars = 0
    while end < source.endIndex, source[end] != Byte.lineFeed, source[end] != Byte.carriageReturn {
      if source[end] & 0xC0 != 0x80 {
        if scalars == Self.excerptScalars { break }
        scalars += 1
      }
      end += 1
    }
    let excerpt = String(decoding: source[..<end], as: UTF8.self)
    findings.append(.rawHTML(excerpt: excerpt, problem: problem, position: position))
  }
}
