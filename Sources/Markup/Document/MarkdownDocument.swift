import CCMark
import Glibc

/// A parsed Markdown page: owner of cmark's tree, which it frees.
///
///     let document = try MarkdownDocument(parsing: bytes)
///     let html = document.commonMark(rawHTML: true)
public struct MarkdownDocument: ~Copyable {
  /// The most bytes that a page may have: 5 MiB.
  public static let sizeLimit = ParsingLimits.bytes

  let root: Node
  private let isFreedWithScope: Bool

  /// Parses UTF-8 bytes as CommonMark 0.30.
  ///
  /// - Parameter firstLine: the number, in the file, of the first line of `source`, for errors.
  /// - Throws: `MarkdownError` for a page on which the parser would not answer in good time.
  public init(parsing source: UnsafeRawBufferPointer, firstLine: Int = 1) throws(MarkdownError) {
    let bytes = source.bindMemory(to: UInt8.self)
    self = try MarkdownDocument(checked: try ParsingLimits.check(bytes, firstLine: firstLine))
  }

  /// Parses UTF-8 bytes as CommonMark 0.30, like the initializer from a buffer.
  public init(parsing source: ArraySlice<UInt8>, firstLine: Int = 1) throws(MarkdownError) {
    self = try source.span.withUnsafeBufferPointer { bytes throws(MarkdownError) in
      try MarkdownDocument(parsing: UnsafeRawBufferPointer(bytes), firstLine: firstLine)
    }
  }

  /// Parses a page whose limits were checked.
  init(checked lines: SourceLines) throws(MarkdownError) {
    // With an empty buffer, the address is never read.
    let memory = ParserMemory.functions
    let root = memory.flatMap { memory in
      lines.bytes.withMemoryRebound(to: CChar.self) { buffer -> OpaquePointer? in
        guard let parser = cmark_parser_new_with_mem(CMARK_OPT_SOURCEPOS, memory.pointer) else { return nil }
        defer { cmark_parser_free(parser) }
        cmark_parser_feed(parser, buffer.baseAddress, buffer.count)
        return cmark_parser_finish(parser)
      }
    }
    guard let memory, let root else {
      throw MarkdownError(
        .tooLarge(bytes: lines.bytes.count, limit: ParsingLimits.bytes),
        at: SourcePosition(line: lines.firstLine, column: 1))
    }
    self.root = Node(pointer: root)
    isFreedWithScope = memory.isScoped
  }

  deinit { if !isFreedWithScope { root.free() } }

  /// The page as HTML, rendered by cmark alone: byte for byte what CommonMark 0.30 gives.
  ///
  /// - Parameter rawHTML: whether raw HTML and every link are kept, as in the specification. Without it, raw
  ///   HTML becomes a comment and links to scripts become empty.
  public func commonMark(rawHTML: Bool) -> [UInt8] {
    let options = rawHTML ? CMARK_OPT_UNSAFE : CMARK_OPT_DEFAULT
    return root.html(options)
  }
}
