/// A page parsed, after the passes that read its lines as cmark saw them.
struct Parsed: ~Copyable {
  let document: MarkdownDocument
  /// Parts of lines that were parsed as lines of their own: see `SourceLines.appendParts`.
  private(set) var parts: [Range<Int32>] = []
  private(set) var findings: [MarkdownFinding] = []

  static func page(
    _ lines: SourceLines, _ rewriting: Rewriting, options: MarkdownOptions
  ) throws(MarkdownError) -> Parsed {
    guard !rewriting.isEmpty else {
      return try Parsed(lines, rewriting, of: lines, options: options)
    }
    let page = rewriting.page()
    let parsed = try page.span.withUnsafeBufferPointer { bytes throws(MarkdownError) in
      let seen = try ParsingLimits.check(bytes, firstLine: lines.firstLine)
      return try Parsed(seen, rewriting, of: lines, options: options)
    }
    rewriting.restore(in: parsed.document.root)
    return parsed
  }

  private init(
    _ seen: SourceLines, _ rewriting: Rewriting, of lines: SourceLines, options: MarkdownOptions
  ) throws(MarkdownError) {
    let document = try MarkdownDocument(checked: seen)
    var tables = TablePass(seen)
    if options.features.contains(.tables) { try tables.apply(to: document.root) }
    parts = zip(tables.text.parts, tables.text.numbers).map { part, number in
      let start = rewriting.offset(part.lowerBound, inLine: number, of: seen)
      let end = rewriting.offset(part.upperBound, inLine: number, of: seen)
      return Int32(truncatingIfNeeded: start)..<Int32(truncatingIfNeeded: max(start, end))
    }
    findings = tables.tooLarge.map { table in
      let offset = rewriting.offset(table.offset, inLine: table.line, of: seen)
      return .tableTooLarge(limit: TablePass.cells, position: lines.position(ofOffset: offset, inLine: table.line))
    }
    var names: [String: Int] = [:]
    for table in tables.tables { table.name(in: options.language, among: &names) }
    self.document = document
  }
}
