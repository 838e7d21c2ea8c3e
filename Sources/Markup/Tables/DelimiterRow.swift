/// How a column's cells are aligned.
enum ColumnAlignment: UInt8 {
  case none, left, center, right
}

/// The row that makes a table of the line above it: `| --- | :-: |` (GFM 0.29 § 4.10).
enum DelimiterRow {
  /// The numbers of the lines that may be delimiter rows: nothing but quote markers, pipes, hyphens, colons
  /// and blanks.
  ///
  /// The row is never the first line of its block, so that no list marker can stand before it.
  static func candidates(in lines: SourceLines) -> [Int] {
    guard lines.count > 1 else { return [] }
    var candidates: [Int] = []
    for line in 2...lines.count {
      var index = Int(lines.starts[line - 1])
      let end = line < lines.count ? Int(lines.starts[line]) : lines.bytes.count
      var hasHyphen = false
      var hasMark = false
      scan: while index < end {
        switch lines.bytes[index] {
        case UInt8(ascii: "-"): hasHyphen = true
        case UInt8(ascii: "|"), Byte.colon: hasMark = true
        case Byte.space, Byte.tab, Byte.greaterThan, Byte.lineFeed, Byte.carriageReturn: break
        default:
          hasHyphen = false
          break scan
        }
        index += 1
      }
      if hasHyphen, hasMark { candidates.append(line) }
    }
    return candidates
  }

  /// The alignments that a line states, one for each column; nil when it is no delimiter row.
  ///
  /// Hyphens alone are the underline of a heading.
  static func alignments(
    in line: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>
  ) -> [ColumnAlignment]? {
    var alignments: [ColumnAlignment] = []
    var index = line.lowerBound
    func skip(_ byte: UInt8) -> Bool {
      guard index < line.upperBound, bytes[index] == byte else { return false }
      index += 1
      return true
    }
    func skipBlanks() {
      while index < line.upperBound, Byte.isSpaceOrTab(bytes[index]) { index += 1 }
    }
    _ = skip(UInt8(ascii: "|"))
    repeat {
      skipBlanks()
      if index == line.upperBound { break }
      let isLeft = skip(Byte.colon)
      guard skip(UInt8(ascii: "-")) else { return nil }
      while skip(UInt8(ascii: "-")) {}
      let isRight = skip(Byte.colon)
      skipBlanks()
      alignments.append(isLeft ? (isRight ? .center : .left) : isRight ? .right : .none)
    } while skip(UInt8(ascii: "|"))
    guard index == line.upperBound, !alignments.isEmpty else { return nil }
    return bytes[line].contains { $0 == UInt8(ascii: "|") || $0 == Byte.colon } ? alignments : nil
  }
}
