/// A line split into cells.
enum TableRow {
  /// The cells of a line, blanks around each left out; none for a line that is no row.
  ///
  /// A pipe separates unless a backslash stands before it, wherever it stands: code spans know no exception
  /// (GFM 0.29 § 4.10). A pipe at either end of the line separates nothing.
  static func cells(in line: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
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
    return cells
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
