import CCMark
import Glibc

/// Replaces control characters that numeric references (`&#1;`) bring in by U+FFFD.
///
/// HTML forbids them, and two of them mark the internal destinations in the rendered page.
enum ControlCharacterPass {
  static func apply(to root: Node, of source: UnsafeBufferPointer<UInt8>) {
    guard holdsNumericReference(source) else { return }
    root.walk { (node: Node, kind: Node.Kind, isEntering: Bool) in
      guard isEntering else { return }
      switch kind {
      case CMARK_NODE_TEXT:
        if let clean = replaced(node.literal) { node.setLiteral(clean) }
      case CMARK_NODE_CODE_BLOCK:
        if let clean = replaced(node.fenceInfo) { node.setFenceInfo(clean) }
      case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
        if let clean = replaced(node.destination) { node.setDestination(clean) }
        if let clean = replaced(node.title) { node.setTitle(clean) }
      default: break
      }
    }
  }

  private static func holdsNumericReference(_ source: UnsafeBufferPointer<UInt8>) -> Bool {
    var rest = source[...]
    while let base = UnsafeBufferPointer(rebasing: rest).baseAddress,
      let found = memchr(base, Int32(Byte.ampersand), rest.count)
    {
      let next = rest.startIndex + (UnsafeRawPointer(found) - UnsafeRawPointer(base)) + 1
      if next < source.count, source[next] == Byte.numberSign { return true }
      rest = source[next...]
    }
    return false
  }

  /// The text with its control characters replaced; nil when it has none.
  private static func replaced(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var clean: [UInt8] = []
    var hasControl = false
    var index = 0
    while index < text.count {
      let byte = text[index]
      let isC1 = byte == 0xC2 && index + 1 < text.count && text[index + 1] < 0xA0
      if isC1 || byte == 0x7F || (byte < 0x20 && byte != Byte.tab && byte != Byte.lineFeed) {
        hasControl = true
        clean.append(contentsOf: [0xEF, 0xBF, 0xBD])
        index += isC1 ? 2 : 1
      } else {
        clean.append(byte)
        index += 1
      }
    }
    return hasControl ? clean : nil
  }
}
