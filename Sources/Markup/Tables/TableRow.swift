/// The cells of consecutive lines, in one array.
struct TableCells {
  private var cells: [Range<Int>] = []
  /// Where each line's cells end.
  private var ends: [Int] = []

  var rows: Int { ends.count }

  /// Appends the cells of a line; returns whether it has any.
  mutating func append(row line: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let count = cells.count
    TableRow.append(line, of: bytes, to: &cells)
    guard cells.count > count else { return false }
    ends.append(cells.count)
    return true
  }

  subscript(row row: Int) -> ArraySlice<Range<Int>> { cells[(row == 0 ? 0 : ends[row - 1])..<ends[row]] }

  mutating func removeAll() {
    cells.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }
}

/// A line split into cells.
enum TableRow {
  /// The cells of a line, blanks around each left out; none for a line that is no row.
  ///
  /// A pipe separates unless a backslash stands before it, wherever it stands: code spans know no exception
  /// (GFM 0.29 § 4.10). A pipe at either end of the line separates nothing.
  static func cells(in line: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    append(line, of: bytes, to: &cells)
    return cells
  }

  /// Appends the cells of a line.
  static func append(_ line: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>, to cells: inout [Range<Int>]) {
    var start = line.lowerBound
    while start < line.upperBound, Byte.isSpaceOrTab(bytes[start]) { start += 1 }
    if start < line.upperBound, bytes[start] == UInt8(ascii: "|") { start += 1 }
    while start < line.upperBound {
      while start < line.upperBound, Byte.isSpaceOrTab(bytes[start]) { start += 1 }
      guard start < line.upperBound else { break }
      var end = start
      while end < line.upperBound, bytes[end] != UInt8(ascii: "|") || isEscaped(end, from: start, in: bytes) {
        end += 1
      }
      let next = end + 1
      while end > start, Byte.isSpaceOrTab(bytes[end - 1]) { end -= 1 }
      cells.append(start..<end)
      start = next
    }
  }

  private static func isEscaped(
    _ index: Int, from start: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    index > start && bytes[index - 1] == Byte.backslash
  }

  /// Appends the text of a cell, `\|` become `|`, as inline markup is to be read in it.
  static func append(_ cell: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]) {
    var index = cell.lowerBound
    while index < cell.upperBound {
      if bytes[index] == Byte.backslash, index + 1 < cell.upperBound,
        bytes[index + 1] == UInt8(ascii: "|")
      {
        index += 1
      }
      text.append(bytes[index])
      index += 1
    }
  }
}
