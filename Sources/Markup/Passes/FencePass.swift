import CCMark

/// Finds fenced code blocks that are never closed, and so hold all that follows. It changes nothing.
enum FencePass {
  static func findings(in blocks: [Node], of lines: SourceLines) -> [MarkdownFinding] {
    var findings: [MarkdownFinding] = []
    for block in blocks {
      let first = lines.range(ofLine: block.startLine)
      let start = first.lowerBound + max(block.startColumn - 1, 0) + lines.shift(ofLine: block.startLine)
      guard start < first.upperBound else { continue }
      let opening = lines.bytes[start..<first.upperBound]
      guard let mark = opening.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { continue }
      let length = opening.prefix { $0 == mark }.count
      // An indented block may show a fence: its text begins with it.
      let text = block.literal
      let isShown =
        text.starts(with: opening) && (text.count == opening.count || text[opening.count] < Byte.space)
      guard length >= 3, !isShown else { continue }
      if block.endLine > block.startLine, closes(lines.range(ofLine: block.endLine), mark, length, lines) {
        continue
      }
      findings.append(.unclosedFence(position: lines.position(ofOffset: start, inLine: block.startLine)))
    }
    return findings
  }

  /// Whether nothing but a fence, and what belongs to quotes and list items, stands on a line.
  private static func closes(_ line: Range<Int>, _ mark: UInt8, _ length: Int, _ lines: SourceLines) -> Bool {
    var rest = lines.bytes[line]
    while let last = rest.last, Byte.isSpaceOrTab(last) { rest.removeLast() }
    var count = 0
    while rest.last == mark {
      rest.removeLast()
      count += 1
    }
    return count >= length && rest.allSatisfy { Byte.isSpaceOrTab($0) || $0 == Byte.greaterThan }
  }
}
