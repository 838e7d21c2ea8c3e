/// A page parsed, after the passes that read its bytes as cmark saw them.
struct Parsed: ~Copyable {
  let document: MarkdownDocument
  /// The page's lines, and those that were parsed as lines of their own.
  let lines: SourceLines
  let findings: [MarkdownFinding]
  /// The ids that the passes have given.
  let identifiers: [String]

  static func page(_ lines: SourceLines, options: MarkdownOptions) throws(MarkdownError) -> Parsed {
    var rewriting = Rewriting(of: lines)
    let footnotes = options.features.contains(.footnotes) ? FootnoteMarks(in: lines) : nil
    footnotes?.rewrite(in: &rewriting)
    let isSeenAsWritten = rewriting.isEmpty && footnotes?.isEmpty ?? true
    if isSeenAsWritten {
      return try Parsed(lines, rewriting, of: lines, footnotes: nil, options: options)
    }
    var page = rewriting.page()
    footnotes?.mark(&page, rewriting)
    let parsed = try page.span.withUnsafeBufferPointer { bytes throws(MarkdownError) in
      let seen = try ParsingLimits.check(bytes, firstLine: lines.firstLine)
      return try Parsed(seen, rewriting, of: lines, footnotes: footnotes, options: options)
    }
    rewriting.restore(in: parsed.document.root)
    return parsed
  }

  /// - Parameter seen: the page as cmark sees it.
  private init(
    _ seen: SourceLines, _ rewriting: Rewriting, of lines: SourceLines, footnotes: FootnoteMarks?,
    options: MarkdownOptions
  ) throws(MarkdownError) {
    let document = try MarkdownDocument(checked: seen)
    var page = lines
    page.setShifts(of: rewriting)
    var tables = TablePass(seen)
    if options.features.contains(.tables) { try tables.apply(to: document.root) }
    page.appendParts(
      zip(tables.text.parts, tables.text.numbers).map { part, number in
        let start = rewriting.offset(part.lowerBound, inLine: number, of: seen)
        let end = rewriting.offset(part.upperBound, inLine: number, of: seen)
        return Int32(truncatingIfNeeded: start)..<Int32(truncatingIfNeeded: max(start, end))
      })
    var findings: [MarkdownFinding] = tables.tooLarge.map { table in
      let offset = rewriting.offset(table.offset, inLine: table.line, of: seen)
      let position = lines.position(ofOffset: offset, inLine: table.line)
      return .tableTooLarge(limit: TablePass.cells, position: position)
    }
    var identifiers: [String] = []
    var leftOut: [Node] = []
    if let footnotes {
      var pass = FootnotePass(footnotes, reserved: options.reservedIDs, language: options.language)
      pass.apply(to: document.root, takesTitle: options.takesTitle)
      identifiers = pass.identifiers
      leftOut = pass.leftOut
      findings += FootnoteFindings.all(of: pass, footnotes, in: page)
    }
    // Only now do headers hold their last text, which goes into attributes.
    ControlCharacterPass.apply(to: document.root, of: lines.bytes)
    var names: [String: Int] = [:]
    for table in tables.tables { table.name(in: options.language, among: &names) }
    for node in leftOut { node.free() }
    self.document = document
    self.lines = page
    self.findings = findings
    self.identifiers = identifiers
  }
}
