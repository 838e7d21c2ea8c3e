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
  /// In the order of the page.
  private(set) var rewritten: [Line] = []

  init(of lines: SourceLines) {
    self.lines = lines
  }

  var isEmpty: Bool { rewritten.isEmpty }

  /// Replaces a part of a line that comes after every line replaced so far.
  mutating func replace(_ range: Range<Int>, inLine number: Int, by replacement: [UInt8]) {
    rewritten.append(Line(number: number, range: range, replacement: replacement))
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

  /// The line of that number, when it was rewritten.
  func line(_ number: Int) -> Line? {
    guard let line = firstLine(from: number), line.number == number else { return nil }
    return line
  }

  /// The first rewritten line whose number is that or a later one.
  private func firstLine(from number: Int) -> Line? {
    var low = 0
    var high = rewritten.count
    while low < high {
      let middle = (low + high) / 2
      if rewritten[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low < rewritten.count ? rewritten[low] : nil
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
    guard let first = firstLine(from: node.startLine), first.number <= node.endLine else { return }
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
