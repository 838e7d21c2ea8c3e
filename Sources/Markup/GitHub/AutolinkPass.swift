import CCMark
import Glibc

/// Makes links of addresses in texts: GitHub Flavored Markdown 0.29, « Autolinks (extension) ».
///
/// cmark finds emphasis first, so `https://a.example/_b_/c` is several nodes: they become one text again.
/// Addresses whose scheme is not allowed (`ftp:`, `xmpp:`) stay text.
struct AutolinkPass {
  /// Where cmark's columns put an address, by the pointer of its link: a hint for `InlineLocator`.
  private(set) var places: [OpaquePointer: Survey.Place] = [:]

  private let lines: SourceLines
  private var consumed: Set<OpaquePointer> = []
  private var unlinked: [Node] = []
  private var count = 0

  private init(lines: SourceLines) {
    self.lines = lines
  }

  /// - Throws: `MarkdownError` for more addresses than anyone reads, which would make the passes slow.
  static func apply(
    to root: Node, in lines: SourceLines
  ) throws(MarkdownError) -> [OpaquePointer: Survey.Place] {
    guard AddressGuard.mayHoldAddresses(lines.bytes) else { return [:] }
    var texts: [Node] = []
    var links = 0
    root.walk { (node: Node, kind: Node.Kind, isEntering: Bool) in
      switch kind {
      case CMARK_NODE_LINK, CMARK_NODE_IMAGE: links += isEntering ? 1 : -1
      case CMARK_NODE_TEXT: if links == 0, AddressGuard.mayHoldAddress(node.literal) { texts.append(node) }
      default: break
      }
    }
    var pass = AutolinkPass(lines: lines)
    defer { for node in pass.unlinked { node.free() } }
    for text in texts where !pass.consumed.contains(text.pointer) { try pass.link(in: text) }
    return pass.places
  }

  private mutating func link(in node: Node) throws(MarkdownError) {
    let line = node.startLine
    var literal = Array(node.literal)[...]
    var place = node.startLine > 0 ? Survey.Place(line: node.startLine, column: node.startColumn) : nil
    var scanner = AddressScanner(literal, beginsAtBoundary: node.isAtBoundary)
    var pending = literal.startIndex
    var last = node
    /// Puts a node after all that was made so far.
    func append(_ new: Node) {
      new.insert(after: last)
      last = new
    }
    while let address = scanner.next() {
      var shown = literal[address.range]
      var rest: [UInt8]?
      var restPlace: Survey.Place?
      if address.reachesEnd,
        let extended = EmphasisInAddress(
          after: node, address: literal[address.range.lowerBound...], in: lines)
      {
        shown = extended.address[...]
        rest = extended.rest
        restPlace = extended.restPlace
        for consumed in extended.consumed {
          consumed.walk { (inner: Node, _: Node.Kind, _: Bool) in self.consumed.insert(inner.pointer) }
          consumed.unlink()
          unlinked.append(consumed)
        }
      }
      count += 1
      guard count <= ParsingLimits.addresses else {
        let offset = lines.range(ofLine: line).lowerBound
        throw MarkdownError(
          .tooMuchMarkup(limit: ParsingLimits.addresses), at: lines.position(ofOffset: offset))
      }
      guard let link = Node(CMARK_NODE_LINK), let text = Node(CMARK_NODE_TEXT) else { return }
      let before = Array(literal[pending..<address.range.lowerBound])
      if last == node {
        // What stands before the first address stays in cmark's node, which has a position.
        node.setLiteral(before)
      } else if !before.isEmpty, let piece = Node(CMARK_NODE_TEXT) {
        piece.setLiteral(before)
        append(piece)
      }
      let written = shown.map { $0 == EscapedTildes.mark ? UInt8(ascii: "~") : $0 }
      text.setLiteral(written)
      link.setDestination(Array(address.prefix.utf8) + written)
      link.append(text)
      append(link)
      if let place {
        places[link.pointer] = Survey.Place(
          line: place.line, column: place.column + address.range.lowerBound - literal.startIndex)
      }
      pending = address.range.upperBound
      if let rest {
        literal = rest[...]
        place = restPlace
        pending = 0
        scanner = AddressScanner(literal, beginsAtBoundary: false)
      }
    }
    guard last != node else { return }
    if pending < literal.endIndex, let piece = Node(CMARK_NODE_TEXT) {
      piece.setLiteral(Array(literal[pending...]))
      append(piece)
    }
    if node.literal.isEmpty { node.remove() }
  }
}

/// Whether a text can hold an address at all: most can't, and cost nothing more.
private enum AddressGuard {
  static func mayHoldAddresses(_ source: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = source.baseAddress else { return false }
    if memchr(base, Int32(UInt8(ascii: "@")), source.count) != nil { return true }
    if source.firstOffset(of: "www.") != nil { return true }
    var start = 0
    while let colon = source.firstOffset(of: "://", from: start) {
      if !isDestination(source, colon: colon) { return true }
      start = colon + 3
    }
    return false
  }

  /// Whether the address is surely the destination of a link of Markdown's own: `<https://…>`, or
  /// `[text](https://…)` in its simplest form. Any other is looked for in the tree.
  private static func isDestination(_ source: UnsafeBufferPointer<UInt8>, colon: Int) -> Bool {
    var start = colon
    while start > 0, colon - start < 6, Byte.isLetter(source[start - 1]) { start -= 1 }
    guard start > 0 else { return false }
    if source[start - 1] == Byte.lessThan {
      return end(of: source, from: colon) == Byte.greaterThan
        && (start < 2 || source[start - 2] != Byte.backslash)
    }
    guard start > 1, source[start - 1] == UInt8(ascii: "("), source[start - 2] == Byte.rightBracket,
      end(of: source, from: colon) == UInt8(ascii: ")")
    else { return false }
    var opening = start - 2
    while opening > 0 {
      opening -= 1
      switch source[opening] {
      case Byte.leftBracket:
        return source[opening + 1] != UInt8(ascii: "^")
          && (opening == 0 || source[opening - 1] != Byte.backslash)
      case Byte.rightBracket, Byte.backslash, Byte.lineFeed, Byte.carriageReturn, Byte.lessThan,
        UInt8(ascii: "`"):
        return false
      default: break
      }
    }
    return false
  }

  /// What ends an address that holds no brackets, escapes or spaces of its own.
  private static func end(of source: UnsafeBufferPointer<UInt8>, from colon: Int) -> UInt8? {
    source[colon...].first { byte in
      switch byte {
      case 0...Byte.space, Byte.lessThan, Byte.greaterThan, Byte.backslash, UInt8(ascii: "("),
        UInt8(ascii: ")"):
        true
      default: false
      }
    }
  }

  static func mayHoldAddress(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = text.baseAddress else { return false }
    return memchr(base, Int32(UInt8(ascii: "@")), text.count) != nil
      || text.firstOffset(of: "www.") != nil || text.firstOffset(of: "://") != nil
  }
}

extension Node {
  /// Whether what stands before a text is one of the places where `www.` may begin.
  fileprivate var isAtBoundary: Bool {
    guard let before = previous else { return true }
    switch before.kind {
    case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_EMPH, CMARK_NODE_STRONG: return true
    default: return false
    }
  }
}
