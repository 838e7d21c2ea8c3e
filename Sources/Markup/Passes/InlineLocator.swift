/// Finds where links, images and inline raw HTML stand in the file.
///
/// cmark 0.30.2 counts the columns of a paragraph's lines from where their text begins, past quote markers
/// and indentation. It doesn't count line ends inside destinations and titles, nor the definitions a
/// paragraph began with; it gives a link the line of its end. So each of its positions is a hint: a place
/// counts when the source there opens the node and shows its first bytes. The nodes come in document order,
/// so the search only goes forward.
struct InlineLocator {
  /// How many lines after the one hinted at are tried.
  private static let linesTried = 64

  private let lines: SourceLines
  private let labels: DirectiveLabels
  private var block: Node?
  private var text: BlockText
  /// Where the next node may begin at the earliest: a byte offset.
  private var cursor = 0
  /// The last line a node's place was counted from, and how far it was after the line hinted at.
  private var line = 1
  private var drift = 0
  private var isExhausted = false
  private var columns: ColumnCounter

  /// The positions of the nodes, in their order.
  static func positions(
    of inlines: [Survey.Inline], in lines: SourceLines, labels: DirectiveLabels
  ) -> [SourcePosition] {
    guard let first = inlines.first else { return [] }
    var locator = InlineLocator(lines: lines, labels: labels, first: first.block)
    return inlines.map { locator.position(of: $0) }
  }

  private init(lines: SourceLines, labels: DirectiveLabels, first: Node) {
    self.lines = lines
    self.labels = labels
    text = BlockText(of: first, in: lines)
    columns = ColumnCounter(lines)
  }

  private mutating func position(of inline: Survey.Inline) -> SourcePosition {
    if inline.block != block { enter(inline.block) }
    let offset = InlineDirectivePass.offset(of: inline.node) ?? offset(of: InlineOpening(inline))
    cursor = max(cursor, offset)
    return columns.position(ofOffset: offset)
  }

  private mutating func enter(_ block: Node) {
    self.block = block
    text = labels.text(of: block, in: lines) ?? BlockText(of: block, in: lines)
    line = text.firstLine
    cursor = text.start(ofLine: line)
    drift = 0
    isExhausted = false
  }

  private mutating func offset(of opening: InlineOpening) -> Int {
    let hint = opening.line == 0 ? line : opening.line
    if let offset = accept(opening, countedFrom: hint + drift, hint: hint) { return offset }
    let last = min(text.lastLine, line + Self.linesTried)
    if line <= last {
      for candidate in line...last {
        if let offset = accept(opening, countedFrom: candidate, hint: hint) { return offset }
      }
    }
    return nextOpening(opening)
  }

  private mutating func accept(_ opening: InlineOpening, countedFrom line: Int, hint: Int) -> Int? {
    guard line >= self.line, line <= text.lastLine else { return nil }
    guard
      let offset = offset(of: opening, at: opening.columnBeforeText, countedFrom: line)
        ?? offset(of: opening, at: opening.column, countedFrom: line)
    else { return nil }
    self.line = line
    drift = max(line - hint, 0)
    cursor = offset + 1
    return offset
  }

  private func offset(of opening: InlineOpening, at column: Int, countedFrom line: Int) -> Int? {
    guard let offset = text.offset(column - text.firstColumn, fromLine: line), offset >= cursor,
      opening.stands(at: offset, in: lines.bytes), !text.isDefinition(at: offset)
    else { return nil }
    return offset
  }

  /// The next place that opens such a node, when no hint holds.
  private mutating func nextOpening(_ opening: InlineOpening) -> Int {
    guard !isExhausted else { return cursor }
    let end = lines.range(ofLine: text.lastLine).upperBound
    var offset = cursor
    while offset < end {
      let isEscaped = offset > 0 && lines.bytes[offset - 1] == Byte.backslash
      if !isEscaped, opening.stands(at: offset, in: lines.bytes) {
        cursor = offset + 1
        return offset
      }
      offset += 1
    }
    isExhausted = true
    return cursor
  }
}
