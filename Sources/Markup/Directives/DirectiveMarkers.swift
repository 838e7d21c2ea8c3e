import CCMark
import Glibc

/// What stands for the lines of directives in what cmark parses: `<?`, 0x01, an index, `?>`.
///
/// CommonMark makes a block of such a line alone, which interrupts a paragraph and never continues one. An
/// author's comment, unlike one of these, is not ended by it.
struct DirectiveMarkers {
  /// A line of a directive that stands where a block may, and the node in its place.
  struct Marker {
    var node: Node
    /// The index of the line.
    var index: Int
  }

  /// In document order.
  private(set) var markers: [Marker] = []
  /// The lines that stand in a paragraph, by their indices.
  private(set) var texts: Set<Int> = []

  static func replacement(forLine index: Int) -> [UInt8] {
    [UInt8]("<?\u{1}\(index)?>".utf8)
  }

  /// Finds the markers in a tree.
  init(in root: Node, of found: [DirectiveLine]) {
    root.walk { (node: Node, kind: Node.Kind, isEntering: Bool) in
      guard isEntering else { return }
      switch kind {
      case CMARK_NODE_HTML_BLOCK:
        if let index = Self.index(in: node.literal), index < found.count {
          markers.append(Marker(node: node, index: index))
        }
      case CMARK_NODE_HTML_INLINE, CMARK_NODE_CODE: readText(node.literal)
      case CMARK_NODE_LINK, CMARK_NODE_IMAGE: readText(node.title)
      default: break
      }
    }
  }

  /// Notes the lines whose markers stand in a text.
  private mutating func readText(_ text: UnsafeBufferPointer<UInt8>) {
    guard let base = text.baseAddress else { return }
    var start = 0
    while start < text.count, let found = memchr(base + start, 1, text.count - start) {
      start = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
      if let index = Self.number(in: text, from: start) { texts.insert(index) }
    }
  }

  /// The index in a literal that is a marker and nothing else.
  private static func index(in literal: UnsafeBufferPointer<UInt8>) -> Int? {
    var start = 0
    while start < literal.count, literal[start] == Byte.space { start += 1 }
    guard start + 5 < literal.count, literal[start] == Byte.lessThan, literal[start + 2] == 1 else {
      return nil
    }
    return number(in: literal, from: start + 3)
  }

  /// The number of at most nine digits at an offset; nil for none.
  private static func number(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var number = 0
    var index = start
    while index < text.count, index - start < 9, Byte.isDigit(text[index]) {
      number = number * 10 + Int(text[index] & 0x0F)
      index += 1
    }
    return index > start ? number : nil
  }
}
