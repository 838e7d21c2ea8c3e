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

  static func replacement(forLine index: Int) -> [UInt8] {
    [UInt8]("<?\u{1}\(index)?>".utf8)
  }

  /// Finds the markers in a tree, and gives what is no block its text back.
  init(in root: Node, of found: [DirectiveLine], in lines: SourceLines) {
    var texts: [(node: Node, bytes: [UInt8])] = []
    root.walk { (node: Node, kind: Node.Kind, isEntering: Bool) in
      guard isEntering else { return }
      switch kind {
      case CMARK_NODE_HTML_BLOCK:
        if let index = Self.index(in: node.literal), index < found.count {
          markers.append(Marker(node: node, index: index))
        }
      case CMARK_NODE_HTML_INLINE:
        if let bytes = Self.restored(node.literal, of: found, in: lines) { texts.append((node, bytes)) }
      case CMARK_NODE_CODE:
        if let bytes = Self.restored(node.literal, of: found, in: lines) { node.setLiteral(bytes) }
      case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
        if let bytes = Self.restored(node.title, of: found, in: lines) { node.setTitle(bytes) }
      default: break
      }
    }
    for (node, bytes) in texts {
      let isMarker = Self.index(in: node.literal) != nil
      guard isMarker, let text = Node(CMARK_NODE_TEXT) else {
        node.setLiteral(bytes)
        continue
      }
      text.setLiteral(bytes)
      node.replace(by: text)
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

  /// A text with the lines of the author in place of markers; nil when it has none.
  private static func restored(
    _ text: UnsafeBufferPointer<UInt8>, of found: [DirectiveLine], in lines: SourceLines
  ) -> [UInt8]? {
    guard text.contains(1) else { return nil }
    var bytes: [UInt8] = []
    var rest = text[...]
    while let mark = rest.firstIndex(of: 1) {
      let digits = rest[(mark + 1)...].prefix(while: Byte.isDigit)
      let end = digits.endIndex
      guard mark >= rest.startIndex + 2, text[mark - 2] == Byte.lessThan, rest[end...].starts(with: "?>".utf8),
        let index = number(digits), index < found.count
      else {
        bytes.append(contentsOf: rest[...mark])
        rest = rest[(mark + 1)...]
        continue
      }
      bytes.append(contentsOf: rest[..<(mark - 2)])
      bytes.append(contentsOf: lines.bytes[found[index].range])
      rest = rest[(end + 2)...]
    }
    return bytes + rest
  }

  private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard !digits.isEmpty, digits.count < 10 else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 & 0x0F) }
  }
}
