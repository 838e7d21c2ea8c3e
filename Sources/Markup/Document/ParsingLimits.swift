/// What a page may hold. cmark 0.30.2 takes quadratic time, or runs out of memory, on some pages beyond.
enum ParsingLimits {
  static let bytes = 5 * 1024 * 1024
  static let depth = 100
  /// `![` in one run of non-blank lines.
  static let imagesInParagraph = 5_000
  /// Line ends and bytes that cmark looks at as possible inline markup, in the page.
  static let markup = 500_000
  /// Addresses that are made links, in the page.
  static let addresses = 100_000
  /// The sum, over lines, of the containers open at each: what cmark does for lines in deep containers.
  static let nestedLines = 10_000_000
  /// The sum, over paragraphs, of `![` times `]`: what cmark does to deactivate brackets when links close.
  static let brackets = 50_000_000
  /// No page below this size can pass the three limits on inline markup.
  static let bytesWithoutInlineLimits = 10_000

  /// Finds the lines of a page and refuses one that goes over a limit. One pass over the bytes.
  static func check(
    _ bytes: UnsafeBufferPointer<UInt8>, firstLine: Int
  ) throws(MarkdownError) -> SourceLines {
    guard bytes.count <= Self.bytes else {
      throw MarkdownError(
        .tooLarge(bytes: bytes.count, limit: Self.bytes), at: SourcePosition(line: firstLine, column: 1))
    }
    var lines = SourceLines(bytes, firstLine: firstLine)
    var depth = ContainerDepth()
    var nestedLines = 0
    var inline = InlineMarkup()
    let checksInlines = bytes.count >= bytesWithoutInlineLimits
    var start = 0
    while start < bytes.count {
      let (end, next) = lines.appendLine(from: start)
      let line = UnsafeBufferPointer(rebasing: bytes[start..<end])
      if let marker = depth.read(line, limit: Self.depth) {
        throw MarkdownError(.tooDeep(limit: Self.depth), at: lines.position(ofOffset: start + marker))
      }
      nestedLines += depth.open
      guard nestedLines <= Self.nestedLines else {
        throw MarkdownError(.tooManyNestedLines, at: lines.position(ofOffset: start))
      }
      if checksInlines, let (reason, offset) = inline.read(line) {
        throw MarkdownError(reason, at: lines.position(ofOffset: start + offset))
      }
      start = next
    }
    return lines
  }
}

/// Counts what may be inline markup, line by line.
private struct InlineMarkup {
  private var markup = 0
  private var images = 0
  private var closings = 0
  private var bracketsBefore = 0

  /// Returns the limit that the line goes over, and the offset where it does.
  mutating func read(_ line: UnsafeBufferPointer<UInt8>) -> (MarkdownError.Reason, Int)? {
    markup += 1
    var isBlank = true
    var previous: UInt8 = 0
    for index in 0..<line.count {
      let byte = line[index]
      if !Byte.isSpaceOrTab(byte) { isBlank = false }
      switch byte {
      case Byte.leftBracket:
        markup += 1
        guard previous == Byte.exclamationMark else { break }
        images += 1
        if images > ParsingLimits.imagesInParagraph {
          return (.tooManyImages(limit: ParsingLimits.imagesInParagraph), index - 1)
        }
      case Byte.rightBracket:
        markup += 1
        closings += 1
        if bracketsBefore + images * closings > ParsingLimits.brackets { return (.tooManyBrackets, index) }
      case Byte.backslash, Byte.ampersand, Byte.lessThan, UInt8(ascii: "*"), UInt8(ascii: "_"),
        UInt8(ascii: "`"), UInt8(ascii: "~"), Byte.exclamationMark:
        markup += 1
      // cmark makes a node of each of these that follows another mark; in a word they cost nothing.
      case Byte.quotationMark, UInt8(ascii: "'"), UInt8(ascii: "."), UInt8(ascii: "-"):
        if Self.isMark(previous) { markup += 1 }
      default: break
      }
      previous = byte
    }
    if isBlank {
      bracketsBefore += images * closings
      images = 0
      closings = 0
    }
    return markup > ParsingLimits.markup ? (.tooMuchMarkup(limit: ParsingLimits.markup), 0) : nil
  }

  /// Whether a byte ends what cmark reads as one text, as the beginning of a line (0) does.
  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0, Byte.exclamationMark, Byte.quotationMark, UInt8(ascii: "'"), UInt8(ascii: "."), UInt8(ascii: "-"),
      Byte.leftBracket, Byte.rightBracket, Byte.backslash, Byte.ampersand, Byte.lessThan, Byte.greaterThan,
      UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"):
      true
    default: false
    }
  }
}
