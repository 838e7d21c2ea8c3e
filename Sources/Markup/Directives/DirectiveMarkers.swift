import CCMark

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
    var rest = text[...]
    while let mark = rest.firstIndex(of: 1) {
      rest = rest[(mark + 1)...]
      if let index = Self.number(rest.prefix(while: Byte.isDigit)) { texts.insert(index) }
    }
  }

  /// The index in a literal that is a marker and nothing else.
  private static func index(in literal: UnsafeBufferPointer<UInt8>) -> Int? {
    let text = literal.drop { $0 == Byte.space }
    guard text.starts(with: "<?\u{1}".utf8) else { return nil }
    let digits = text.dropFirst(3).prefix(while: Byte.isDigit)
    let rest = text[digits.endIndex...]
    guard rest.starts(with: "?>".utf8), rest.dropFirst(2).allSatisfy({ $0 == Byte.lineFeed }) else { return nil }
    return number(digits)
  }

  private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard !digits.isEmpty, digits.count < 10 else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 & 0x0F) }
  }
}
