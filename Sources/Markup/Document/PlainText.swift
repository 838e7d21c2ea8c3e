import CCMark

/// The text of inline nodes: marks, links' addresses and raw HTML left out, code and images' texts kept.
enum PlainText {
  /// Appends the text that `node` holds; breaks become spaces.
  static func append(of node: Node, to text: inout [UInt8], includesImages: Bool = true) {
    if let only = node.firstChild, only.next == nil, only.kind == CMARK_NODE_TEXT {
      text.append(contentsOf: only.literal)
      return
    }
    var imageDepth = 0
    node.walk { (child: Node, kind: Node.Kind, isEntering: Bool) in
      switch kind {
      case CMARK_NODE_IMAGE where child != node: imageDepth += isEntering ? 1 : -1
      case CMARK_NODE_TEXT, CMARK_NODE_CODE:
        if includesImages || imageDepth == 0 { text.append(contentsOf: child.literal) }
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK:
        if includesImages || imageDepth == 0 { text.append(Byte.space) }
      default: break
      }
    }
  }

  static func of(_ node: Node) -> String {
    if let only = node.firstChild, only.next == nil, only.kind == CMARK_NODE_TEXT {
      return String(decoding: only.literal, as: UTF8.self)
    }
    var text: [UInt8] = []
    append(of: node, to: &text)
    return String(decoding: trimmed(text[...]), as: UTF8.self)
  }

  static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text
    while let first = text.first, first <= Byte.space { text.removeFirst() }
    while let last = text.last, last <= Byte.space { text.removeLast() }
    return text
  }

  /// The text cut at a word so that it holds at most `limit` scalars, an ellipsis then added.
  static func shortened(_ text: ArraySlice<UInt8>, toScalars limit: Int) -> String {
    guard text.count > limit else { return String(decoding: text, as: UTF8.self) }
    let end = text.withUnsafeBufferPointer { bytes -> Int? in
      var scalars = 0
      var lastSpace: Int?
      for index in 0..<bytes.count where bytes[index] & 0xC0 != 0x80 {
        if scalars == limit { return bytes[index] == Byte.space ? index : lastSpace ?? index }
        if bytes[index] == Byte.space { lastSpace = index }
        scalars += 1
      }
      return nil
    }
    guard let end else { return String(decoding: text, as: UTF8.self) }
    return String(decoding: trimmed(text.prefix(end)), as: UTF8.self) + "…"
  }
}
