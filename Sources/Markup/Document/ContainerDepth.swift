/// An upper bound of how deep quotes and list items stand inside each other, line by line.
///
/// cmark's time for a line grows with the containers that are open, so the bound is kept before it parses.
/// A line opens at most as many containers as it has markers before its text; it continues at most one list
/// item for each two columns of its indentation. A line of a paragraph may continue one lazily, so within a
/// run of lines the bound never falls; a blank line ends that.
struct ContainerDepth {
  private(set) var open = 0
  private var isAfterBlankLine = true

  /// Takes in the next line.
  ///
  /// Returns the offset of the marker that goes deeper than `limit`, or nil.
  mutating func read(_ line: UnsafeBufferPointer<UInt8>, limit: Int) -> Int? {
    var columns = 0
    var markers = 0
    var index = 0
    while index < line.count {
      let byte = line[index]
      if byte == Byte.space {
        columns += 1
        index += 1
      } else if byte == Byte.tab {
        columns += 4
        index += 1
      } else if let length = Self.markerLength(in: line, at: index) {
        markers += 1
        if min(open, columns / 2) + markers > limit {
          if Self.isThematicBreak(line) {
            markers = 0
            break
          }
          return index
        }
        index += length
      } else {
        break
      }
    }
    if index == line.count, markers == 0 {
      isAfterBlankLine = true
      return nil
    }
    let depth = min(open, columns / 2) + markers
    open = isAfterBlankLine ? depth : max(open, depth)
    isAfterBlankLine = false
    return nil
  }

  /// The length of the quote or list marker that starts at `index`, or nil.
  private static func markerLength(in line: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    var end = index
    switch line[index] {
    case Byte.greaterThan: return 1
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): end += 1
    case let byte where Byte.isDigit(byte):
      while end < line.count, end - index < 9, Byte.isDigit(line[end]) { end += 1 }
      guard end < line.count, line[end] == UInt8(ascii: ".") || line[end] == UInt8(ascii: ")") else {
        return nil
      }
      end += 1
    default: return nil
    }
    return end == line.count || Byte.isSpaceOrTab(line[end]) ? end - index : nil
  }

  /// Whether the line is nothing but spaced `*`, `-` or `_`: a rule, however long, and no list.
  private static func isThematicBreak(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let mark = line.first(where: { !Byte.isSpaceOrTab($0) }),
      mark == UInt8(ascii: "-") || mark == UInt8(ascii: "*")
    else { return false }
    return line.allSatisfy { $0 == mark || Byte.isSpaceOrTab($0) }
  }
}
