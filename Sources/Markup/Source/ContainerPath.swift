import CCMark

/// The quotes and list items around a block, outermost first, and what of each line belongs to them.
///
/// cmark's tree doesn't tell where the text of a block's later lines begins, nor whether a line continues its
/// paragraph lazily. This reads the lines as CommonMark 0.30 § 5.1 and § 5.2 say.
struct ContainerPath {
  fileprivate enum Step {
    case quote
    /// The columns its content is indented by, and the line its marker stands on.
    case item(columns: Int, line: Int)
  }

  private let lines: SourceLines
  private(set) var containers: [Node] = []
  private var steps: [Step] = []

  /// The path to the blocks that `parent` holds.
  init(to parent: Node, in lines: SourceLines) {
    self.lines = lines
    var ancestor: Node? = parent
    while let node = ancestor {
      if node.kind == CMARK_NODE_BLOCK_QUOTE || node.kind == CMARK_NODE_ITEM { containers.append(node) }
      ancestor = node.parent
    }
    containers.reverse()
    steps.reserveCapacity(containers.count)
    // Where the markers of one line have been read up to: items often begin inside each other on a line.
    var reading: (line: Int, cursor: LineCursor)?
    for node in containers {
      let line = node.startLine
      var cursor = reading.flatMap { $0.line == line ? $0.cursor : nil } ?? read(line, steps.count).cursor
      let step = node.kind == CMARK_NODE_ITEM ? item(at: cursor, line: line) : .quote
      _ = cursor.take(step, onLine: line)
      steps.append(step)
      reading = (line, cursor)
    }
  }

  var depth: Int { steps.count }

  /// Reads a line past the markers and the indentation of the containers, of the first `depth` ones at most.
  ///
  /// - Returns: where the rest of the line begins, and how many containers the line continues.
  func read(_ line: Int, _ depth: Int) -> (cursor: LineCursor, depth: Int) {
    var cursor = LineCursor(lines.range(ofLine: line), of: lines.bytes)
    var taken = 0
    while taken < depth, cursor.take(steps[taken], onLine: line) { taken += 1 }
    return (cursor, taken)
  }

  private func item(at cursor: LineCursor, line: Int) -> Step {
    var cursor = cursor
    let indentation = cursor.skipBlanks()
    var width = 1
    if let first = cursor.next, Byte.isDigit(first) {
      var digits = cursor
      while let byte = digits.next, Byte.isDigit(byte) {
        digits.advance(columns: 1)
        width += 1
      }
    }
    cursor.advance(columns: width)
    let blanks = cursor.skipBlanks()
    let padding = cursor.next == nil || blanks > 4 ? 1 : blanks
    return .item(columns: indentation + width + padding, line: line)
  }
}

/// A place in a line, counted in columns: a tab goes to the next multiple of four.
struct LineCursor {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let end: Int
  private(set) var offset: Int
  private var column = 0

  init(_ line: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    offset = line.lowerBound
    end = line.upperBound
  }

  var next: UInt8? { offset < end ? bytes[offset] : nil }
  /// The rest of the line.
  var rest: Range<Int> { offset..<end }

  /// Goes to the next byte that is no blank; returns the columns passed.
  mutating func skipBlanks() -> Int {
    let start = column
    while let byte = next, Byte.isSpaceOrTab(byte) { advance(columns: byte == Byte.tab ? toTabStop : 1) }
    return column - start
  }

  private var toTabStop: Int { 4 - column % 4 }

  /// A tab is left behind when its last column is passed.
  mutating func advance(columns: Int) {
    var left = columns
    while left > 0, let byte = next {
      let width = byte == Byte.tab ? toTabStop : 1
      let taken = min(width, left)
      column += taken
      left -= taken
      if taken == width { offset += 1 }
    }
  }

  fileprivate mutating func take(_ step: ContainerPath.Step, onLine line: Int) -> Bool {
    switch step {
    case .quote:
      var inner = self
      guard inner.skipBlanks() < 4, inner.next == Byte.greaterThan else { return false }
      inner.advance(columns: 1)
      if let byte = inner.next, Byte.isSpaceOrTab(byte) { inner.advance(columns: 1) }
      self = inner
    case .item(let columns, let itemLine):
      if itemLine != line {
        var inner = self
        guard inner.skipBlanks() >= columns else { return false }
      }
      advance(columns: columns)
    }
    return true
  }
}
