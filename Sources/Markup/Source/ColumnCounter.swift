/// Offsets in a file counted along a forward walk, so that a long line is read once.
struct ColumnCounter {
  private let lines: SourceLines
  private var line = 1
  private var offset = 0
  private var column = 1

  /// - Parameter line: the 1-based line of the page where the walk begins.
  init(_ lines: SourceLines, fromLine line: Int = 1) {
    self.lines = lines
    // A part of a line that was parsed as one of its own stands in one of the page's.
    self.line = line <= lines.count ? line : lines.line(ofOffset: lines.range(ofLine: line).lowerBound)
    offset = lines.range(ofLine: self.line).lowerBound
  }

  mutating func position(ofOffset target: Int) -> SourcePosition {
    if target < offset {
      line = lines.line(ofOffset: target)
      offset = line > 1 ? Int(lines.starts[line - 1]) : 0
      column = 1
    }
    while line < lines.count, Int(lines.starts[line]) <= target {
      offset = Int(lines.starts[line])
      line += 1
      column = 1
    }
    column += lines.scalars(from: offset, to: target)
    offset = target
    return SourcePosition(line: lines.firstLine + line - 1, column: column)
  }
}
