/// Renders a page's Markdown: one parse, one walk, the passes, then cmark's own renderer.
///
/// Raw HTML is written anew as far as the options allow it, and shown as text otherwise. The bytes are UTF-8 that
/// the caller has found valid and free of control characters.
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
  try ParserMemory.scope { () throws(MarkdownError) in
    try Page(source, firstLine: firstLine, options: options).rendered(firstLine: firstLine, options)
  }
}
