/// Renders a page's Markdown: one parse, one walk, the passes, then cmark's own renderer.
///
/// Raw HTML is written anew as far as the options allow it, and shown as text otherwise. The bytes are UTF-8 that the caller has found valid and free of control characters.
///
/// - Parameters:
///   - source: the Markdown, without its front matter. A byte order mark before it is ignored.
///   - firstLine: the number, in the file, of the first line of `source`.
/// - Throws: `MarkdownError` for a page on which the parser would not answer in good time.
public func renderMarkdown(
  _ source: ArraySlice<UInt8>, firstLine: Int = 1, options: MarkdownOptions = MarkdownOptions()
) throws(MarkdownError) -> RenderedMarkdown {
  try source.span.withUnsafeBufferPointer { bytes throws(MarkdownError) in
    try renderMarkdown(UnsafeRawBufferPointer(bytes), firstLine: firstLine, options: options)
  }
}

/// Renders a page's Markdown from a buffer, which is only read during the call.
public func renderMarkdown(
  _ source: UnsafeRawBufferPointer, firstLine: Int = 1, options: MarkdownOptions = MarkdownOptions()
) throws(MarkdownError) -> RenderedMarkdown {
  let page = try Page(source, firstLine: firstLine, options: options)
  let survey = page.survey

  // Raw HTML goes first: the passes after it replace blocks that it knows.
  let labels = page.directives.labels
  let positions = InlineLocator.positions(of: survey.inlines, in: page.lines, labels: labels)
  var raw = RawHTMLPass(allowed: options.allowedHTML)
  raw.apply(to: survey, at: positions, in: page.lines)
  let title = survey.title.map(PlainText.of)
  let lead = LeadPass.lead(of: page.document.root)
  let headings = HeadingPass(
    survey.headings, firstLine: firstLine, reserved: options.reservedIDs.union(page.identifiers),
    top: options.headingLevel)
  headings.apply()
  var slots = SlotPass(page.directives)
  slots.readLinks(of: survey.inlines)
  var links = LinkPass(decorativeImages: page.decorativeImages, marksMedia: options.features.contains(.media))
  links.apply(to: survey.inlines, at: positions)
  slots.apply(outline: headings.outline, above: options.headingLevel - 1, links: &links)
  survey.title?.remove()
  let findings = page.findings + links.findings + raw.findings

  return RenderedMarkdown(
    html: page.document.commonMark(rawHTML: false), title: title, outline: headings.outline,
    links: links.links, slots: slots.slots, findings: findings.sorted { $0.position < $1.position },
    lead: lead, words: survey.words, footnoteIDs: page.identifiers)
}

/// A page parsed, given what CommonMark lacks, and surveyed, ready for the passes that need the survey.
struct Page: ~Copyable {
  let lines: SourceLines
  let document: MarkdownDocument
  let survey: Survey
  /// What the passes before the survey found.
  let findings: [MarkdownFinding]
  /// The ids of footnotes and of what refers to them.
  let identifiers: [String]
  let decorativeImages: Set<Node>
  let directives: DirectivePass

  init(_ source: UnsafeRawBufferPointer, firstLine: Int, options: MarkdownOptions) throws(MarkdownError) {
    var bytes = source.bindMemory(to: UInt8.self)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = UnsafeBufferPointer(rebasing: bytes.dropFirst(3)) }
    let checked = try ParsingLimits.check(bytes, firstLine: firstLine)
    let parsed = try Parsed.page(checked, options: options)
    TypographyPass.apply(to: parsed.document.root, of: bytes, options: options)
    survey = try Survey(
      of: parsed.document.root, in: parsed.lines, takesTitle: options.takesTitle, autolinks: parsed.autolinks)
    lines = parsed.lines
    findings = parsed.findings + FencePass.findings(in: survey.codeBlocks, of: parsed.lines)
    identifiers = parsed.identifiers
    decorativeImages = parsed.decorativeImages
    directives = parsed.directives
    document = parsed.document
  }
}
