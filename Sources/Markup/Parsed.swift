/// A page parsed, and given by passes what CommonMark lacks.
struct Parsed: ~Copyable {
  let document: MarkdownDocument
  /// The page's lines, and those that were parsed as lines of their own.
  let lines: SourceLines
  let findings: [MarkdownFinding]
  /// The ids that the passes have given.
  let identifiers: [String]
  let decorativeImages: Set<Node>
  let directives: DirectivePass
  /// Where links that were made of texts stand.
  let autolinks: [OpaquePointer: Survey.Place]

  static func page(_ lines: SourceLines, options: MarkdownOptions) throws(MarkdownError) -> Parsed {
    let footnotes = options.features.contains(.footnotes) ? FootnoteMarks(in: lines) : nil
    let masksTildes = options.features.contains(.strikethrough) && EscapedTildes.stand(in: lines.bytes)
    var directives = DirectivePass(lines: lines, options: options)
    while true {
      var rewriting = Rewriting(of: lines)
      footnotes?.rewrite(in: &rewriting)
      directives.rewrite(&rewriting)
      rewriting.sort()
      if rewriting.isEmpty, footnotes?.isEmpty ?? true, !masksTildes {
        let document = try MarkdownDocument(checked: lines)
        return try Parsed(document, lines, rewriting, of: lines, nil, directives, options)
      }
      var page = rewriting.page()
      footnotes?.mark(&page, rewriting)
      if masksTildes { EscapedTildes.mask(&page) }
      let parsed = try page.span.withUnsafeBufferPointer { bytes throws(MarkdownError) -> Parsed? in
        let seen = try ParsingLimits.check(bytes, firstLine: lines.firstLine)
        let document = try MarkdownDocument(checked: seen)
        // A line that turns out to go on a paragraph is none of a directive's: cmark is to see it as it is.
        if directives.readMarkers(in: document.root) { return nil }
        return try Parsed(document, seen, rewriting, of: lines, footnotes, directives, options)
      }
      if let parsed { return parsed }
    }
  }

  /// - Parameter seen: the page as cmark saw it.
  private init(
    _ document: consuming MarkdownDocument, _ seen: SourceLines, _ rewriting: Rewriting,
    of lines: SourceLines, _ footnotes: FootnoteMarks?, _ directives: DirectivePass,
    _ options: MarkdownOptions
  ) throws(MarkdownError) {
    let root = document.root
    var page = lines
    page.setShifts(of: rewriting)
    var tables = TablePass(seen)
    if options.features.contains(.tables) { try tables.apply(to: root) }
    page.appendParts(tables.parts(before: rewriting, in: seen))
    var findings = tables.findings(before: rewriting, in: seen, of: lines)

    var identifiers: [String] = []
    var leftOut: [Node] = []
    if let footnotes {
      var pass = FootnotePass(footnotes, reserved: options.reservedIDs, language: options.language)
      pass.apply(to: root, takesTitle: options.takesTitle)
      identifiers = pass.identifiers
      leftOut = pass.leftOut
      findings += FootnoteFindings.all(of: pass, footnotes, in: page)
    }
    if options.features.contains(.strikethrough) { EscapedTildes.restore(in: root, of: seen.bytes) }
    // Its lines are compared with the author's, so that what stood for other characters is gone first.
    rewriting.restore(in: root)
    let decorativeImages =
      options.features.contains(.media) ? DecorativeImagePass.apply(to: root, of: lines.bytes) : []
    findings += MissingLabelPass.findings(in: root, of: page)
    if !options.features.isEmpty { findings += ForeignMarkupPass.findings(in: root, of: page) }
    var directives = directives
    try directives.apply()
    directives.applyToTexts(in: root, of: page)
    if options.features.contains(.taskLists) {
      TaskListPass.apply(to: root, in: page, language: options.language)
    }
    let autolinks = options.features.contains(.autolinks) ? try AutolinkPass.apply(to: root, in: page) : [:]
    if options.features.contains(.strikethrough) { StrikethroughPass.apply(to: root, of: lines.bytes) }
    // Only now do headers hold their last text, which goes into attributes.
    ControlCharacterPass.apply(to: root, of: lines.bytes)
    var names: [String: Int] = [:]
    // The names stand in attributes, where the typographic pass doesn't come.
    let rules = Typography(
      language: options.features.contains(.typography) ? options.language : .neutral)
    for table in tables.tables { table.name(in: options.language, set: rules, among: &names) }
    for node in leftOut { node.free() }
    self.document = document
    self.lines = page
    self.findings = findings + directives.findings
    self.identifiers = identifiers
    self.decorativeImages = decorativeImages
    self.directives = directives
    self.autolinks = autolinks
  }
}
