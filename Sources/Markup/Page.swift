/// A page parsed, given what CommonMark lacks, and surveyed, ready for the passes that need the survey.
struct Page: ~Copyable {
  let parsed: Parsed
  let survey: Survey

  init(_ source: UnsafeRawBufferPointer, firstLine: Int, options: MarkdownOptions) throws(MarkdownError) {
    var bytes = source.bindMemory(to: UInt8.self)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = UnsafeBufferPointer(rebasing: bytes.dropFirst(3)) }
    let checked = try ParsingLimits.check(bytes, firstLine: firstLine)
    let parsed = try Parsed.page(checked, options: options)
    let root = parsed.document.root
    survey = try Survey(
      of: root, in: parsed.lines, takesTitle: options.takesTitle, autolinks: parsed.autolinks,
      typography: TypographyPass(for: root, of: bytes, options: options))
    self.parsed = parsed
  }
}

extension Page {
  /// What the passes make of the page that need the survey, and its HTML.
  consuming func rendered(firstLine: Int, _ options: MarkdownOptions) -> RenderedMarkdown {
    // Raw HTML goes first: the passes after it replace blocks that it knows.
    let lines = parsed.lines
    let labels = parsed.directives.labels
    let positions = InlineLocator.positions(of: survey.inlines, in: lines, labels: labels)
    var raw = RawHTMLPass(allowed: options.allowedHTML)
    raw.apply(to: survey, at: positions, in: lines)
    let title = survey.title.map(PlainText.of)
    let lead = LeadPass.lead(of: parsed.document.root)
    let headings = HeadingPass(
      survey.headings, firstLine: firstLine, reserved: options.reservedIDs.union(parsed.identifiers),
      top: options.headingLevel)
    headings.apply()
    var slots = SlotPass(parsed.directives)
    slots.readLinks(of: survey.inlines)
    var links = LinkPass(decorativeImages: parsed.decorativeImages, marksMedia: options.features.contains(.media))
    links.apply(to: survey.inlines, at: positions)
    slots.apply(outline: headings.outline, above: options.headingLevel - 1, links: &links)
    survey.title?.remove()
    let fences = FencePass.findings(in: survey.codeBlocks, of: lines)
    let findings = parsed.findings + fences + links.findings + raw.findings

    return RenderedMarkdown(
      html: parsed.document.commonMark(rawHTML: false), title: title, outline: headings.outline,
      links: links.links, slots: slots.slots, findings: findings.sorted { $0.position < $1.position },
      lead: lead, words: survey.words, footnoteIDs: parsed.identifiers)
  }
}
