/// Where the bytes of a raw HTML block stand in the file, asked in order.
struct RawBlockPositions {
  private let literal: [UInt8]
  private let lines: SourceLines
  private var line: Int
  private var lineStart = 0
  private var index = 0
  private var columns: ColumnCounter

  init(of block: Node, literal: [UInt8], in lines: SourceLines) {
    self.literal = literal
    self.lines = lines
    line = max(block.startLine, 1)
    columns = ColumnCounter(lines, fromLine: line)
  }

  /// The position of an offset in the block, not before any that was asked for.
  mutating func position(of offset: Int) -> SourcePosition {
    while index < offset {
      let isPair =
        literal[index] == Byte.carriageReturn && index + 1 < offset && literal[index + 1] == Byte.lineFeed
      if isPair { index += 1 }
      if literal[index] == Byte.lineFeed || literal[index] == Byte.carriageReturn {
        line += 1
        lineStart = index + 1
      }
      index += 1
    }
    let range = lines.range(ofLine: line)
    var end = lineStart
    while end < literal.count, literal[end] != Byte.lineFeed, literal[end] != Byte.carriageReturn { end += 1 }
    // cmark leaves out what belongs to quotes and list items at the beginning of a line.
    let start = range.upperBound - (end - lineStart)
    guard start >= range.lowerBound else { return columns.position(ofOffset: range.lowerBound) }
    return columns.position(ofOffset: start + (offset - lineStart))
  }
}
