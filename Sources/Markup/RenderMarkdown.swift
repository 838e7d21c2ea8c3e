/// Renders a page's Markdown: one parse, one walk, the passes, then cmark's own renderer.
///
/// Raw HTML is left out. The bytes are UTF-8 that the caller has found valid and free of control characters.
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
  let positions = InlineLocator.positions(of: survey.inlines, in: page.lines)
  var raw = RawHTMLPass()
  raw.apply(to: survey, at: positions, in: page.lines)
  let title = survey.title.map(PlainText.of)
  let lead = LeadPass.lead(of: page.document.root)
  let headings = HeadingPass(survey.headings, firstLine: firstLine, reserved: options.reservedIDs)
  headings.apply()
  var links = LinkPass()
  links.apply(to: survey.inlines, at: positions)
  survey.title?.remove()

  return RenderedMarkdown(
    html: page.document.commonMark(rawHTML: false), title: title, outline: headings.outline,
    links: links.links, findings: (links.findings + raw.findings).sorted { $0.position < $1.position },
    lead: lead, words: survey.words)
}

/// A page parsed, given what CommonMark lacks, and surveyed, ready for the passes that need the survey.
struct Page: ~Copyable {
  let lines: SourceLines
  let document: MarkdownDocument
  let survey: Survey

  init(_ source: UnsafeRawBufferPointer, firstLine: Int, options: MarkdownOptions) throws(MarkdownError) {
    var bytes = source.bindMemory(to: UInt8.self)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = UnsafeBufferPointer(rebasing: bytes.dropFirst(3)) }
    let lines = try ParsingLimits.check(bytes, firstLine: firstLine)
    let rewriting = Rewriting(of: lines)
    let document = try Page.document(of: lines, rewriting)
    ControlCharacterPass.apply(to: document.root, of: bytes)
    TypographyPass.apply(to: document.root, of: bytes, options: options)
    let survey = try Survey(of: document.root, in: lines, takesTitle: options.takesTitle)
    self.lines = lines
    self.document = document
    self.survey = survey
  }

  private static func document(
    of lines: SourceLines, _ rewriting: Rewriting
  ) throws(MarkdownError) -> MarkdownDocument {
    guard !rewriting.isEmpty else { return try MarkdownDocument(checked: lines) }
    let page = rewriting.page()
    let document = try page.span.withUnsafeBufferPointer { bytes throws(MarkdownError) in
      try MarkdownDocument(parsing: UnsafeRawBufferPointer(bytes), firstLine: lines.firstLine)
    }
    rewriting.restore(in: document.root)
    return document
  }
}
