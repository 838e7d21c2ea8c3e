import CCMark

/// Parts of lines that are given to cmark in another form than the author's, so that it makes blocks of what
/// CommonMark doesn't know.
///
/// A line stays one line: lines keep their numbers, though columns on a rewritten line are not the file's.
/// Where cmark finds that such a line stands in a code block or in raw HTML, `restore(in:)` gives it back.
struct Rewriting {
  struct Line {
    /// 1-based, in the page.
    var number: Int
    /// The bytes of the page that are replaced, all in this line.
    var range: Range<Int>
    /// What cmark sees in their place. It holds no line end.
    var replacement: [UInt8]
  }

  private let lines: SourceLines
  /// In the order of the page, once sorted.
  private(set) var rewritten: [Line] = []
  private var isSorted = true

  init(of lines: SourceLines) {
    self.lines = lines
  }

  var isEmpty: Bool { rewritten.isEmpty }

  /// Replaces a part of a line, of which nothing is replaced yet.
  mutating func replace(_ range: Range<Int>, inLine number: Int, by replacement: [UInt8]) {
    let isLast = rewritten.last.map { $0.number < number } ?? true
    rewritten.append(Line(number: number, range: range, replacement: replacement))
    isSorted = isSorted && isLast
  }

  /// Puts what several passes have replaced into the order of the page.
  mutating func sort() {
    if !isSorted { rewritten.sort { $0.number < $1.number } }
    isSorted = true
  }

  /// The whole page as cmark is to see it.
  func page() -> [UInt8] {
    var page: [UInt8] = []
    page.reserveCapacity(lines.bytes.count + rewritten.reduce(0) { $0 + $1.replacement.count })
    var start = 0
    for line in rewritten {
      page.append(contentsOf: lines.bytes[start..<line.range.lowerBound])
      page.append(contentsOf: line.replacement)
      start = line.range.upperBound
    }
    page.append(contentsOf: lines.bytes[start...])
    return page
  }

  /// The page's byte offset of one in `page`, the text that cmark saw, given the line it stands in.
  func offset(_ offset: Int, inLine number: Int, of page: SourceLines) -> Int {
    guard number >= 1, number <= page.count else { return offset }
    let distance = offset - Int(page.starts[number - 1])
    let start = Int(lines.starts[number - 1])
    guard let line = line(number), distance > line.range.lowerBound - start else { return start + distance }
    return max(start + distance + line.range.count - line.replacement.count, line.range.lowerBound)
  }

  /// The line of that number, when it was rewritten.
  func line(_ number: Int) -> Line? {
    let index = index(ofLine: number)
    return index < rewritten.count && rewritten[index].number == number ? rewritten[index] : nil
  }

  /// The index of the first rewritten line that doesn't come before one.
  private func index(ofLine number: Int) -> Int {
    rewritten.partitioningIndex { $0.number >= number }
  }

  /// Gives code blocks and raw HTML blocks the author's bytes back.
  ///
  /// A raw HTML block of one rewritten line and nothing else is what the rewriting wanted, and stays.
  func restore(in root: Node) {
    guard !isEmpty else { return }
    root.walk { (node: Node, kind: Node.Kind, _: Bool) in
      switch kind {
      case CMARK_NODE_CODE_BLOCK: restore(node)
      case CMARK_NODE_HTML_BLOCK:
        if node.startLine != node.endLine || line(node.startLine) == nil { restore(node) }
      default: break
      }
    }
  }

  private func restore(_ node: Node) {
    let index = index(ofLine: node.startLine)
    guard index < rewritten.count, rewritten[index].number <= node.endLine else { return }
    let first = rewritten[index]
    let texts = node.literal.split(separator: Byte.lineFeed, omittingEmptySubsequences: false)
    // The literal of a fenced block begins on the line after its fence, which cmark's tree doesn't tell.
    guard
      let firstLine = [node.startLine, node.startLine + 1].first(where: { firstLine in
        let index = first.number - firstLine
        return texts.indices.contains(index) && isEnd(texts[index], of: first)
      })
    else { return }
    var literal: [UInt8] = []
    for (index, text) in texts.enumerated() {
      if index > 0 { literal.append(Byte.lineFeed) }
      if let line = line(firstLine + index), isEnd(text, of: line) {
        let kept = text.count - line.replacement.count - rest(of: line).count
        literal.append(contentsOf: text.prefix(kept))
        literal.append(contentsOf: lines.bytes[line.range])
        literal.append(contentsOf: rest(of: line))
      } else {
        literal.append(contentsOf: text)
      }
    }
    node.setLiteral(literal)
  }

  /// What follows the replaced part of a line.
  private func rest(of line: Line) -> Slice<UnsafeBufferPointer<UInt8>> {
    lines.bytes[line.range.upperBound..<lines.range(ofLine: line.number).upperBound]
  }

  /// Whether a text ends as the rewritten line does: cmark only leaves out what stands before.
  private func isEnd(_ text: Slice<UnsafeBufferPointer<UInt8>>, of line: Line) -> Bool {
    let rest = rest(of: line)
    let count = line.replacement.count + rest.count
    return text.count >= count && text.suffix(rest.count).elementsEqual(rest)
      && text.suffix(count).prefix(line.replacement.count).elementsEqual(line.replacement)
  }
}
