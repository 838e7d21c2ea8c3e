import CCMark

/// The text of a paragraph or heading as it stands in the source, line by line.
struct BlockText {
  let firstLine: Int
  let lastLine: Int
  /// The column, in bytes, at which the block begins on its first line.
  let firstColumn: Int
  private let lines: SourceLines
  private let quotes: Int
  private let firstOffset: Int

  init(of block: Node, in lines: SourceLines) {
    self.lines = lines
    firstLine = max(block.startLine, 1)
    lastLine = max(block.endLine, firstLine)
    firstColumn = max(block.startColumn, 1)
    var quotes = 0
    var ancestor = block.parent
    while let node = ancestor {
      if node.kind == CMARK_NODE_BLOCK_QUOTE { quotes += 1 }
      ancestor = node.parent
    }
    self.quotes = quotes
    let range = lines.range(ofLine: firstLine)
    let offset = range.lowerBound + firstColumn - 1 + lines.shift(ofLine: firstLine)
    firstOffset = min(offset, range.upperBound)
  }

  /// The text of one line from an offset on, which cmark was given after some columns more.
  init(ofLine line: Int, from offset: Int, afterColumns columns: Int, in lines: SourceLines) {
    self.lines = lines
    firstLine = line
    lastLine = line
    firstColumn = columns + 1
    quotes = 0
    firstOffset = offset
  }

  /// The byte offset where the block's text begins on a line: past quote markers and indentation.
  func start(ofLine line: Int) -> Int {
    if line == firstLine { return firstOffset }
    let range = lines.range(ofLine: line)
    var index = range.lowerBound
    func skipSpaces() {
      while index < range.upperBound, Byte.isSpaceOrTab(lines.bytes[index]) { index += 1 }
    }
    skipSpaces()
    for _ in 0..<quotes {
      // A line that continues the paragraph lazily has fewer markers.
      guard index < range.upperBound, lines.bytes[index] == Byte.greaterThan else { break }
      index += 1
      skipSpaces()
    }
    return index
  }

  /// The byte offset of the text's `distance`-th byte counted from the beginning of a line, over line ends.
  func offset(_ distance: Int, fromLine line: Int) -> Int? {
    guard distance >= 0 else { return nil }
    var distance = distance
    var line = line
    while line <= lastLine {
      let start = start(ofLine: line)
      let length = lines.range(ofLine: line).upperBound - start
      if distance < length { return start + distance }
      distance -= length + 1
      if distance < 0 { return nil }
      line += 1
    }
    return nil
  }

  /// Whether a `[` begins a line and opens a reference definition, not a link.
  func isDefinition(at offset: Int) -> Bool {
    guard lines.bytes[offset] == Byte.leftBracket else { return false }
    var index = offset
    while index > 0, Byte.isSpaceOrTab(lines.bytes[index - 1]) || lines.bytes[index - 1] == Byte.greaterThan {
      index -= 1
    }
    guard index == 0 || lines.bytes[index - 1] == Byte.lineFeed else { return false }
    index = offset + 1
    while index + 1 < lines.bytes.count, lines.bytes[index] != Byte.lineFeed {
      if lines.bytes[index] == Byte.rightBracket { return lines.bytes[index + 1] == Byte.colon }
      index += lines.bytes[index] == Byte.backslash ? 2 : 1
    }
    return false
  }
}
