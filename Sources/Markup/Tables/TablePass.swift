import CCMark

/// Makes the tables of GitHub Flavored Markdown 0.29 (§ 4.10) of the paragraphs that hold them.
///
/// A table is a custom block in a scroll area; its cells are custom inline nodes, each of which tells the line
/// it stands for, as a paragraph does. All cells with inline markup are parsed together, in a second text.
struct TablePass {
  /// Cells that a page's tables may have. Rows are filled up to the header's length, so that their number is
  /// the product of two numbers the author chooses.
  static let cells = 200_000

  private enum Content { case cell, blocks }

  private let lines: SourceLines
  /// Its parts are the lines that the pass adds to the page's.
  private(set) var text: CellText
  /// What the blocks that begin on a line of the second text, and before the next such line, belong to.
  private var waiting: [(line: Int, node: Node, content: Content)] = []
  private var cellsLeft = Self.cells
  /// The rows of the table that is made.
  private var rows = TableCells()
  private(set) var tables: [Table] = []
  /// Where the tables begin that would have too many cells: offsets in the parsed text, and their lines.
  private(set) var tooLarge: [(offset: Int, line: Int)] = []

  /// - Parameter lines: the text that cmark has parsed.
  init(_ lines: SourceLines) {
    self.lines = lines
    text = CellText(of: lines)
  }

  mutating func apply(to root: Node) throws(MarkdownError) {
    let delimiters = DelimiterRow.candidates(in: lines)
    guard !delimiters.isEmpty else { return }
    var path: (parent: Node, path: ContainerPath)?
    var lastLine = 0
    for (block, startLine) in Self.blocks(of: root, holding: delimiters) where startLine > lastLine {
      guard let parent = block.parent else { continue }
      if path?.parent != parent { path = (parent, ContainerPath(to: parent, in: lines)) }
      guard let path else { continue }
      lastLine = apply(to: TableSource(of: block, path: path.path, in: lines))
    }
    guard !tables.isEmpty else { return }
    if !waiting.isEmpty { try fill() }
    for index in tables.indices { tables[index].takeCaption() }
  }

  /// The paragraphs and setext headings that hold one of the lines, their first left out; and their first.
  private static func blocks(of root: Node, holding lines: [Int]) -> [(node: Node, startLine: Int)] {
    var blocks: [(node: Node, startLine: Int)] = []
    var current = root.firstChild
    var next = 0
    while let node = current, next < lines.count {
      let kind = node.kind
      if kind == CMARK_NODE_PARAGRAPH || kind == CMARK_NODE_HEADING {
        while next < lines.count, lines[next] <= node.startLine { next += 1 }
        if next < lines.count, lines[next] <= node.endLine { blocks.append((node, node.startLine)) }
      } else if kind == CMARK_NODE_BLOCK_QUOTE || kind == CMARK_NODE_LIST || kind == CMARK_NODE_ITEM,
        let child = node.firstChild
      {
        current = child
        continue
      }
      var after = node
      while after.next == nil, let parent = after.parent { after = parent }
      current = after.next
    }
    return blocks
  }

  /// Replaces the source's blocks by its tables and what stands around them.
  ///
  /// Returns the last line of what was replaced, or 0.
  private mutating func apply(to source: TableSource) -> Int {
    guard let anchor = source.blocks.first else { return 0 }
    var index = 0
    var isTable = false
    while let header = source.header(from: index) {
      guard hasRoom(for: header, of: source) else {
        // What would have been its rows is not looked at again.
        if !isTable { return source.lines.last?.number ?? 0 }
        break
      }
      if header.index > index { insertParagraph(source.lines[index..<header.index], before: anchor) }
      index = header.index + 2
      insertTable(header, of: source, next: &index, before: anchor)
      isTable = true
      if index == source.lines.count || source.endsParagraph(source.lines[index]) { break }
    }
    guard isTable else { return 0 }
    if index < source.lines.count { source.dropBlocks(afterLine: source.lines[index].number) }
    if index < source.lines.count { insertBlocks(source.lines[index...], of: source, before: anchor) }
    for block in source.blocks { block.remove() }
    return source.lines.last?.number ?? 0
  }

  /// Takes the cells that a table will have from those that are left.
  private mutating func hasRoom(for header: TableSource.Header, of source: TableSource) -> Bool {
    source.readRows(from: header.index + 2, into: &rows)
    let cells = header.cells.count * (rows.rows + 1)
    if cells <= cellsLeft {
      cellsLeft -= cells
      return true
    }
    let line = source.lines[header.index]
    tooLarge.append((line.text.lowerBound, line.number))
    return false
  }

  private mutating func insertParagraph(_ lines: ArraySlice<TableSource.Line>, before anchor: Node) {
    guard let place = Node(CMARK_NODE_CUSTOM_BLOCK) else { return }
    place.insert(before: anchor)
    waiting.append((text.nextLine, place, .blocks))
    text.append(paragraph: lines)
  }

  private mutating func insertBlocks(
    _ lines: ArraySlice<TableSource.Line>, of source: TableSource, before anchor: Node
  ) {
    guard let place = Node(CMARK_NODE_CUSTOM_BLOCK), let first = lines.first else { return }
    var depth = source.path.depth
    // A line that doesn't continue the quote or the item ends it, as it is no text of a paragraph any more.
    // When more follows in there, the order of the page counts for more.
    if let container = source.containerEnded(by: first) {
      depth = first.depth
      place.insert(after: container)
    } else {
      place.insert(before: anchor)
    }
    waiting.append((text.nextLine, place, .blocks))
    text.append(blocks: lines, of: source, depth: depth)
  }

  private mutating func insertTable(
    _ header: TableSource.Header, of source: TableSource, next: inout Int, before anchor: Node
  ) {
    guard var table = Table(columns: header.alignments) else { return }
    table.node.insert(before: anchor)
    let number = source.lines[header.index].number
    for cell in header.cells {
      fill(table.appendHeaderCell(isEmpty: cell.isEmpty), with: cell, inLine: number)
    }
    for row in 0..<rows.rows {
      let number = source.lines[next].number
      let cells = rows[row: row]
      table.appendRow()
      for column in header.cells.indices {
        let node = table.appendCell()
        if column < cells.count { fill(node, with: cells[cells.startIndex + column], inLine: number) }
      }
      next += 1
    }
    tables.append(table)
  }

  private mutating func fill(_ node: Node?, with cell: Range<Int>, inLine number: Int) {
    guard let node, !cell.isEmpty else { return }
    node.setLine(text.nextLine)
    if CellText.isPlain(cell, of: lines.bytes) {
      text.append(plainCell: cell, inLine: number)
      guard let child = Node(CMARK_NODE_TEXT) else { return }
      child.setLiteral(cell: cell, of: lines.bytes)
      node.append(child)
    } else {
      waiting.append((text.nextLine, node, .cell))
      text.append(cell: cell, inLine: number)
    }
  }

  /// Parses what waits, and moves it to its places.
  private mutating func fill() throws(MarkdownError) {
    let document = try text.document()
    var next = document.root.firstChild
    for (index, place) in waiting.enumerated() {
      let end = index + 1 < waiting.count ? waiting[index + 1].line : text.nextLine
      while let block = next, block.startLine < end {
        next = block.next
        switch place.content {
        case .cell:
          place.node.takeChildren(of: block)
          CellText.dropSentinel(from: place.node)
        case .blocks:
          if block.kind != CMARK_NODE_HTML_BLOCK || !block.literal.starts(with: CellText.separator) {
            block.insert(before: place.node)
          }
        }
      }
      if place.content == .blocks { place.node.remove() }
    }
  }
}

extension TablePass {
  /// The parts of the page that were parsed as lines of their own.
  func parts(before rewriting: Rewriting, in seen: SourceLines) -> [Range<Int32>] {
    zip(text.parts, text.numbers).map { part, number in
      let start = rewriting.offset(part.lowerBound, inLine: number, of: seen)
      let end = rewriting.offset(part.upperBound, inLine: number, of: seen)
      return Int32(truncatingIfNeeded: start)..<Int32(truncatingIfNeeded: max(start, end))
    }
  }

  func findings(before rewriting: Rewriting, in seen: SourceLines, of page: SourceLines) -> [MarkdownFinding] {
    tooLarge.map { table in
      let offset = rewriting.offset(table.offset, inLine: table.line, of: seen)
      let position = page.position(ofOffset: offset, inLine: table.line)
      return .tableTooLarge(limit: Self.cells, position: position)
    }
  }
}
