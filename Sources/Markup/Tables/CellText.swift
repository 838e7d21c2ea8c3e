import CCMark

/// The second text that cmark parses for a page: the cells of its tables that hold inline markup, and the
/// lines of their paragraphs that aren't theirs, each a block of its own.
///
/// Its lines are numbered after the page's, and `parts` tells where in the page each stands, so that nodes
/// moved from here into the page's tree are found in the file. No limit needs checking again: a piece is
/// shorter than the paragraph it comes from, which was checked.
struct CellText {
  /// U+00A0 before a cell keeps its text from beginning a block, and is a blank to emphasis.
  static let sentinel: [UInt8] = [0xC2, 0xA0]

  /// A comment after blocks, so that a list among them doesn't go on in what comes next.
  static let separator: [UInt8] = [UInt8]("<!-- \u{1} -->".utf8)

  private let source: SourceLines
  private var text: [UInt8] = []
  /// The byte ranges, in the text that cmark saw first, of the lines.
  private(set) var parts: [Range<Int>] = []
  /// The 1-based line of the page that holds each part.
  private(set) var numbers: [Int] = []
  private var holdsBrackets = false

  init(of source: SourceLines) {
    self.source = source
    text = [UInt8](repeating: Byte.lineFeed, count: source.count)
  }

  /// The number of the line that comes next.
  var nextLine: Int { source.count + parts.count + 1 }

  /// Appends a cell that is to be parsed.
  mutating func append(cell: Range<Int>, inLine number: Int) {
    text.append(contentsOf: Self.sentinel)
    TableRow.append(cell, of: source.bytes, to: &text)
    noteBrackets(in: cell)
    let start = max(cell.lowerBound - Self.sentinel.count, 0)
    endLine(start..<cell.upperBound, number)
    appendBlank(after: cell, inLine: number)
  }

  /// Appends the place of a cell that needs no parsing.
  mutating func append(plainCell cell: Range<Int>, inLine number: Int) { endLine(cell, number) }

  /// Appends lines of a paragraph as they were.
  mutating func append(paragraph lines: ArraySlice<TableSource.Line>) {
    for (index, line) in lines.enumerated() {
      // Four blanks keep a line from beginning any other block.
      if index > 0 { text.append(contentsOf: "    ".utf8) }
      text.append(contentsOf: source.bytes[line.text])
      noteBrackets(in: line.text)
      endLine(line.text, line.number)
    }
    if let last = lines.last { appendBlank(after: last.text, inLine: last.number) }
  }

  /// Appends lines that make blocks of their own. `depth` says past how many containers they are read.
  mutating func append(blocks lines: ArraySlice<TableSource.Line>, of table: TableSource, depth: Int) {
    for line in lines {
      var cursor = table.path.read(line.number, depth).cursor
      text.append(contentsOf: [UInt8](repeating: Byte.space, count: cursor.skipBlanks()))
      text.append(contentsOf: source.bytes[cursor.rest])
      noteBrackets(in: cursor.rest)
      endLine(cursor.rest, line.number)
    }
    guard let last = lines.last else { return }
    appendBlank(after: last.text, inLine: last.number)
    text.append(contentsOf: Self.separator)
    endLine(last.text.upperBound..<last.text.upperBound, last.number)
    appendBlank(after: last.text, inLine: last.number)
  }

  /// Parses the text, with the page behind it when links may be defined there.
  func document() throws(MarkdownError) -> MarkdownDocument {
    var text = text
    if holdsBrackets, holdsDefinitions { text.append(contentsOf: source.bytes) }
    return try text.span.withUnsafeBufferPointer { bytes throws(MarkdownError) in
      try MarkdownDocument(checked: SourceLines(bytes, firstLine: source.firstLine))
    }
  }

  /// Whether a cell holds nothing that inline markup begins with, nor what may be a literal address.
  static func isPlain(_ cell: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = cell.lowerBound
    while index < cell.upperBound {
      switch bytes[index] {
      case Byte.backslash:
        guard index + 1 < cell.upperBound, bytes[index + 1] == UInt8(ascii: "|") else { return false }
      case 0, Byte.ampersand, Byte.lessThan, Byte.leftBracket, UInt8(ascii: "*"), UInt8(ascii: "_"),
        UInt8(ascii: "`"), UInt8(ascii: "~"), UInt8(ascii: "@"):
        return false
      case Byte.colon:
        if index + 1 < cell.upperBound, bytes[index + 1] != Byte.space { return false }
      case UInt8(ascii: "."):
        if index > cell.lowerBound, bytes[index - 1] | 0x20 == UInt8(ascii: "w") { return false }
      default: break
      }
      index += 1
    }
    return true
  }

  static func dropSentinel(from cell: Node) {
    guard let text = cell.firstChild, text.kind == CMARK_NODE_TEXT,
      text.literal.starts(with: sentinel)
    else { return }
    let rest = text.literal.dropFirst(sentinel.count)
    if rest.isEmpty { text.remove() } else { text.setLiteral([UInt8](rest)) }
  }

  private var holdsDefinitions: Bool {
    var previous: UInt8 = 0
    for byte in source.bytes {
      if byte == Byte.colon, previous == Byte.rightBracket { return true }
      previous = byte
    }
    return false
  }

  private mutating func noteBrackets(in part: Range<Int>) {
    if !holdsBrackets { holdsBrackets = source.bytes[part].contains(Byte.leftBracket) }
  }

  private mutating func endLine(_ part: Range<Int>, _ number: Int) {
    text.append(Byte.lineFeed)
    parts.append(part)
    numbers.append(number)
  }

  private mutating func appendBlank(after part: Range<Int>, inLine number: Int) {
    endLine(part.upperBound..<part.upperBound, number)
  }
}
