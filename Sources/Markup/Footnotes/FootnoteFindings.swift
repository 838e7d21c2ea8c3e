/// What of a page's footnotes doesn't fit together, for the author to know.
enum FootnoteFindings {
  static func all(of pass: FootnotePass, _ marks: FootnoteMarks, in lines: SourceLines) -> [MarkdownFinding] {
    var findings: [MarkdownFinding] = []
    for definition in pass.unused {
      findings.append(
        .unusedFootnote(label: marks.text(of: definition), position: position(of: definition, in: lines)))
    }
    for definition in pass.repeated {
      findings.append(
        .repeatedFootnote(label: marks.text(of: definition), position: position(of: definition, in: lines)))
    }
    var block: Node?
    var first = 0
    var next = 0
    var columns = ColumnCounter(lines)
    for reference in pass.missing {
      if reference.block != block {
        block = reference.block
        let text = BlockText(of: reference.block, in: lines)
        let start = text.start(ofLine: text.firstLine)
        first = marks.references.partitioningIndex { $0 >= start }
        next = first
      }
      // Marks in links' addresses may stand in another order than in the tree.
      next = max(next, first + reference.marksBefore)
      while next < marks.references.count,
        !stands(reference.label, at: marks.references[next] + 1, in: lines.bytes)
      {
        next += 1
      }
      guard next < marks.references.count else { continue }
      findings.append(
        .missingFootnote(
          label: String(decoding: reference.label, as: UTF8.self),
          position: columns.position(ofOffset: marks.references[next] - 1)))
      next += 1
    }
    return findings
  }

  private static func position(
    of definition: FootnoteMarks.Definition, in lines: SourceLines
  ) -> SourcePosition {
    lines.position(ofOffset: definition.range.lowerBound, inLine: definition.line)
  }

  private static func stands(
    _ label: ArraySlice<UInt8>, at offset: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    bytes[offset...].starts(with: label) && bytes[offset...].dropFirst(label.count).first == Byte.rightBracket
  }
}
