import CCMark
import Glibc

/// Keeps `\~` apart from `~` through cmark, which would give the same text for both.
///
/// cmark sees `\` and a byte that no page holds, of the same length, so that no column changes.
enum EscapedTildes {
  /// What stands for an escaped tilde in the texts of the tree, until `StrikethroughPass`.
  static let mark: UInt8 = 0x7F

  static func stand(in source: UnsafeBufferPointer<UInt8>) -> Bool { next(in: source, from: 0) != nil }

  static func mask(_ page: inout [UInt8]) {
    page.withUnsafeMutableBufferPointer { page in
      var start = 0
      while let offset = next(in: UnsafeBufferPointer(page), from: start) {
        page[offset + 1] = mark
        start = offset + 2
      }
    }
  }

  /// Gives everything but text the author's bytes back.
  ///
  /// - Parameter seen: the page as cmark saw it.
  static func restore(in root: Node, of seen: UnsafeBufferPointer<UInt8>) {
    guard let base = seen.baseAddress, memchr(base, Int32(mark), seen.count) != nil else { return }
    root.walk { (node: Node, kind: Node.Kind, isEntering: Bool) in
      guard isEntering else { return }
      switch kind {
      case CMARK_NODE_TEXT: replace(in: node.literal, by: [mark], node.setLiteral)
      case CMARK_NODE_CODE, CMARK_NODE_CODE_BLOCK, CMARK_NODE_HTML_INLINE, CMARK_NODE_HTML_BLOCK:
        replace(in: node.literal, by: written, node.setLiteral)
        if kind == CMARK_NODE_CODE_BLOCK { replace(in: node.fenceInfo, by: tilde, node.setFenceInfo) }
      case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
        // What an autolink shows and where it leads are as written.
        let replacement = isAutolink(node) ? written : tilde
        if replacement == written, let text = node.firstChild {
          replace(in: text.literal, by: written, text.setLiteral)
        }
        replace(in: node.destination, by: replacement, node.setDestination)
        replace(in: node.title, by: tilde, node.setTitle)
      default: break
      }
    }
  }

  private static let tilde = [UInt8(ascii: "~")]
  private static let written = [Byte.backslash, UInt8(ascii: "~")]

  /// Where the next `\~` stands whose backslash isn't escaped itself.
  private static func next(in source: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var start = start
    while let offset = source.firstOffset(of: "\\~", from: start) {
      var first = offset
      while first > 0, source[first - 1] == Byte.backslash { first -= 1 }
      if (offset - first).isMultiple(of: 2) { return offset }
      start = offset + 2
    }
    return nil
  }

  private static func isAutolink(_ node: Node) -> Bool {
    guard let only = node.firstChild, only.next == nil, only.kind == CMARK_NODE_TEXT else { return false }
    return only.literal.elementsEqual(node.destination)
  }

  private static func replace(
    in text: UnsafeBufferPointer<UInt8>, by replacement: [UInt8], _ set: ([UInt8]) -> Void
  ) {
    guard text.contains(mark) else { return }
    var restored: [UInt8] = []
    restored.reserveCapacity(text.count)
    for byte in text {
      if byte == mark, restored.last == Byte.backslash {
        restored.removeLast()
        restored.append(contentsOf: replacement)
      } else {
        restored.append(byte)
      }
    }
    set(restored)
  }
}
