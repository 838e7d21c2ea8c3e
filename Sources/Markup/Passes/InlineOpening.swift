import CCMark

/// How a node begins in the source.
struct InlineOpening {
  /// The line cmark gives its beginning, or 0.
  let line: Int
  /// The column it begins at, as cmark counts; wrong for an autolink.
  let column: Int
  /// The column before that of the text a link begins with; 0 when there is none.
  let columnBeforeText: Int
  private let node: Node
  private let kind: Node.Kind
  private let firstChild: Node?
  /// Whether it begins with its own text.
  private let isBareAddress: Bool

  init(_ inline: Survey.Inline) {
    node = inline.node
    kind = inline.kind
    firstChild = kind == CMARK_NODE_HTML_INLINE ? nil : node.firstChild
    isBareAddress = inline.place != nil
    if let place = inline.place {
      line = place.line
      column = place.column
      columnBeforeText = 0
      return
    }
    column = node.startColumn
    guard let firstChild, firstChild.kind == CMARK_NODE_TEXT, firstChild.startLine > 0 else {
      switch firstChild?.kind {
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK:
        line = max((firstChild?.next?.startLine ?? 0) - 1, 0)
      default: line = node.startLine
      }
      columnBeforeText = 0
      return
    }
    line = firstChild.startLine
    columnBeforeText = kind == CMARK_NODE_LINK ? firstChild.startColumn - 1 : 0
  }

  /// Whether the source at `offset` opens the node and goes on as the node does.
  func stands(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard offset >= 0, offset < bytes.count else { return false }
    let byte = bytes[offset]
    if isBareAddress { return firstChild.map { Self.matches($0.literal, bytes, at: offset) } ?? false }
    if kind == CMARK_NODE_HTML_INLINE { return Self.matches(node.literal, bytes, at: offset) }
    if kind == CMARK_NODE_IMAGE {
      guard byte == Byte.exclamationMark, offset + 1 < bytes.count, bytes[offset + 1] == Byte.leftBracket
      else { return false }
      return labelStands(at: offset + 2, in: bytes)
    }
    if byte == Byte.lessThan, let firstChild, firstChild.kind == CMARK_NODE_TEXT {
      return Self.matches(firstChild.literal, bytes, at: offset + 1)
    }
    return byte == Byte.leftBracket && labelStands(at: offset + 1, in: bytes)
  }

  private func labelStands(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard offset < bytes.count else { return false }
    let byte = bytes[offset]
    guard let firstChild else { return byte == Byte.rightBracket }
    switch firstChild.kind {
    case CMARK_NODE_TEXT: return Self.matches(firstChild.literal, bytes, at: offset)
    case CMARK_NODE_CODE: return byte == UInt8(ascii: "`")
    case CMARK_NODE_EMPH, CMARK_NODE_STRONG: return byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_")
    case CMARK_NODE_IMAGE: return byte == Byte.exclamationMark
    case CMARK_NODE_LINK: return byte == Byte.leftBracket || byte == Byte.lessThan
    case CMARK_NODE_HTML_INLINE: return byte == Byte.lessThan
    case CMARK_NODE_CUSTOM_INLINE: return byte == UInt8(ascii: "~")
    default: return byte <= Byte.space || byte == Byte.backslash
    }
  }

  /// Whether the source shows the first bytes of a text. Escapes, entities and NUL, which cmark replaces, and
  /// what typography has changed, end the comparison.
  private static func matches(
    _ text: UnsafeBufferPointer<UInt8>, _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int
  ) -> Bool {
    for index in 0..<min(text.count, 24) {
      guard offset + index < bytes.count else { return false }
      let byte = bytes[offset + index]
      if byte == Byte.ampersand || byte == Byte.carriageReturn || byte == 0 { return true }
      if byte == Byte.backslash, offset + index + 1 < bytes.count, bytes[offset + index + 1] == text[index] {
        return true
      }
      if byte != text[index] { return isTypographic(text, at: index, in: byte) }
    }
    return true
  }

  /// Whether a text may have come by typography to what it has at `index`, where the source has `byte`: a
  /// character put in place of an ASCII one, or a no-break space.
  private static func isTypographic(
    _ text: UnsafeBufferPointer<UInt8>, at index: Int, in byte: UInt8
  ) -> Bool {
    switch text[index] {
    case 0xC2, 0xE2: true
    case 0xC3...0xC9, 0xE1: byte < 0x80
    case 0xA0: index > 0 && text[index - 1] == 0xC2
    default: byte == Byte.space || byte == UInt8(ascii: ".")
    }
  }
}
