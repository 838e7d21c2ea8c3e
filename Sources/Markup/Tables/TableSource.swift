import CCMark

/// The lines of a paragraph or a setext heading that may hold tables.
final class TableSource {
  struct Line {
    /// 1-based, in the page.
    let number: Int
    /// Its text, past the marks of its containers, indentation and line end left out.
    let text: Range<Int>
    /// The columns before the text.
    let indentation: Int
    /// How many containers it continues: fewer than there are, when it continues the paragraph lazily.
    let depth: Int
  }

  struct Header {
    /// Its line's, in `lines`.
    let index: Int
    let cells: [Range<Int>]
    let alignments: [ColumnAlignment]
  }

  let path: ContainerPath
  private(set) var lines: [Line] = []
  /// The blocks that the lines make up; siblings.
  private(set) var blocks: [Node] = []
  /// How many of the lines are the first block's.
  private let ownLines: Int
  private let source: SourceLines

  init(of block: Node, path: ContainerPath, in source: SourceLines) {
    self.path = path
    self.source = source
    blocks = [block]
    lines = Self.lines(of: block, path, in: source)
    ownLines = lines.count
  }

  /// Takes in the block that follows a heading at once: its underline may be a row, and the next line another.
  private func extend() -> Bool {
    guard let last = blocks.last, last.kind == CMARK_NODE_HEADING, let next = last.next,
      next.startLine == lines.last.map({ $0.number + 1 }),
      next.kind == CMARK_NODE_PARAGRAPH || next.kind == CMARK_NODE_HEADING && next.endLine > next.startLine
    else { return false }
    blocks.append(next)
    lines += Self.lines(of: next, path, in: source)
    return true
  }

  private static func lines(of block: Node, _ path: ContainerPath, in source: SourceLines) -> [Line] {
    guard block.endLine >= block.startLine else { return [] }
    return (block.startLine...lastLine(of: block, path, in: source)).map { number in
      var (cursor, depth) = path.read(number, path.depth)
      let indentation = cursor.skipBlanks()
      return Line(number: number, text: cursor.rest, indentation: indentation, depth: depth)
    }
  }

  /// cmark gives a heading that isn't the page's end the line after its underline.
  private static func lastLine(of block: Node, _ path: ContainerPath, in source: SourceLines) -> Int {
    let end = block.endLine
    guard block.kind == CMARK_NODE_HEADING, end - 1 > block.startLine else { return end }
    var (cursor, depth) = path.read(end - 1, path.depth)
    guard depth == path.depth, cursor.skipBlanks() < 4, let mark = cursor.next,
      mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-")
    else { return end }
    let marks = source.bytes[cursor.rest].drop { $0 == mark }
    return marks.allSatisfy(Byte.isSpaceOrTab) ? end - 1 : end
  }

  /// Leaves to cmark the blocks that begin after a line.
  func dropBlocks(afterLine number: Int) {
    while blocks.count > 1, let last = blocks.last, last.startLine > number {
      lines.removeAll { $0.number >= last.startLine }
      blocks.removeLast()
    }
  }

  /// The first table from a line on: where its header stands.
  ///
  /// The line above the first delimiter row is the header; when their numbers of cells differ, the whole is
  /// no table, and no later row is tried.
  func header(from first: Int) -> Header? {
    // A heading's underline stands before the lines that follow it, unless a table has taken it for a row.
    let end = first < ownLines ? ownLines : lines.count
    guard first + 1 < end else { return nil }
    for index in first + 1..<end {
      let line = lines[index]
      guard line.depth == path.depth, line.indentation < 4,
        let alignments = DelimiterRow.alignments(in: line.text, of: source.bytes)
      else { continue }
      let cells = TableRow.cells(in: lines[index - 1].text, of: source.bytes)
      return cells.count == alignments.count
        ? Header(index: index - 1, cells: cells, alignments: alignments) : nil
    }
    return nil
  }

  /// Reads the rows that a table has from the line after its delimiter row on.
  func readRows(from first: Int, into cells: inout TableCells) {
    cells.removeAll()
    var next = first
    while next < lines.count || extend(), next < lines.count, !endsParagraph(lines[next]),
      cells.append(row: lines[next].text, of: source.bytes)
    { next += 1 }
  }

  /// Whether a line after a table's can't begin a paragraph in its place.
  func endsParagraph(_ line: Line) -> Bool {
    line.depth < path.depth || line.indentation > 3 || beginsBlock(line)
  }

  /// The container that a lazy line after a table ends; what follows in it goes on in another like it.
  ///
  /// Nil for a list item in which more follows: that stays where it is, and the line with it.
  func containerEnded(by line: Line) -> Node? {
    guard line.depth < path.depth, let block = blocks.last else { return nil }
    let ended = path.containers[line.depth]
    // An item's list ends with it.
    let last = ended.kind == CMARK_NODE_ITEM ? ended.parent ?? ended : ended
    var level = block
    var isCut = false
    while level != last, let parent = level.parent {
      isCut = isCut || level.next != nil
      if isCut, parent.kind == CMARK_NODE_ITEM { return nil }
      level = parent
    }
    level = block
    var node = block
    while level != last, let parent = level.parent {
      // What comes before moves, so that however often a container is cut, each of its blocks moves once.
      node = node.next == nil ? parent : parent.cut(after: node) ?? parent
      level = parent
    }
    return node
  }

  /// Whether a line that continues a paragraph would begin another block after a table: an empty list item,
  /// a list that doesn't begin at 1, a rule that underlined the paragraph, a lone HTML tag.
  private func beginsBlock(_ line: Line) -> Bool {
    guard let first = line.text.first,
      let last = line.text.last(where: { !Byte.isSpaceOrTab(source.bytes[$0]) })
    else { return false }
    switch source.bytes[first] {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): break
    case Byte.lessThan: guard source.bytes[last] == Byte.greaterThan else { return false }
    case let byte where Byte.isDigit(byte):
      var end = first
      while end <= last, end - first < 10, Byte.isDigit(source.bytes[end]) { end += 1 }
      guard end <= last, source.bytes[end] == UInt8(ascii: ".") || source.bytes[end] == UInt8(ascii: ")")
      else { return false }
    default: return false
    }
    let text = UnsafeBufferPointer(rebasing: source.bytes[line.text])
    var alone = SourceLines(text, firstLine: 1)
    _ = alone.appendLine(from: 0)
    // Whatever cmark says the line is, alone, it is after a table too.
    guard let document = try? MarkdownDocument(checked: alone) else { return false }
    return document.root.firstChild?.kind != CMARK_NODE_PARAGRAPH
  }
}
