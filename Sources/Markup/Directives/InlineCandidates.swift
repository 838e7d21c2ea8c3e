import CCMark
import Glibc

/// The places in texts that may be inline directives: `:name[`.
///
/// The tree doesn't tell `\:name[` from `:name[`: each place counts when the source shows it too.
struct InlineCandidates {
  struct Candidate {
    /// Offsets in the text node's literal.
    var colon: Int
    var bracket: Int
    /// The byte offset in the page of the colon; nil where cmark doesn't tell in which lines the text stands.
    var offset: Int?
  }

  private var byText: [OpaquePointer: [Candidate]] = [:]
  /// The nodes that hold these texts, and how many inline marks each stands in.
  private(set) var parents: [(node: Node, depth: Int)] = []
  private var seen: Set<OpaquePointer> = []

  private let lines: SourceLines
  private let labels: DirectiveLabels
  /// What is left of the lines of the block that is walked through.
  private var block: Range<Int>?
  private var depth = 0

  init(in root: Node, lines: SourceLines, labels: DirectiveLabels) {
    self.lines = lines
    self.labels = labels
    guard Self.next(in: lines.bytes, from: 0) != nil else { return }
    root.walk { (node: Node, kind: Node.Kind, isEntering: Bool) in
      visit(node, kind, isEntering)
    }
  }

  /// Takes out what was found in a text.
  mutating func take(_ text: Node) -> [Candidate] { byText.removeValue(forKey: text.pointer) ?? [] }

  private mutating func visit(_ node: Node, _ kind: Node.Kind, _ isEntering: Bool) {
    switch kind {
    case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING:
      guard isEntering, node.startLine > 0 else {
        block = nil
        return
      }
      let start = lines.range(ofLine: node.startLine).lowerBound
      block = start..<max(start, lines.range(ofLine: max(node.startLine, node.endLine)).upperBound)
    case CMARK_NODE_CUSTOM_INLINE where isEntering && node.givenLine > 0:
      block = lines.range(ofLine: node.givenLine)
    case CMARK_NODE_CUSTOM_INLINE where isEntering && labels.places.indices.contains(-node.tag - 1):
      let place = labels.places[-node.tag - 1]
      block = place.offset..<max(place.offset, lines.range(ofLine: place.line).upperBound)
    case CMARK_NODE_CUSTOM_BLOCK: block = nil
    case CMARK_NODE_EMPH, CMARK_NODE_STRONG, CMARK_NODE_LINK, CMARK_NODE_IMAGE: depth += isEntering ? 1 : -1
    case CMARK_NODE_CODE:
      for place in Self.all(in: node.literal) { _ = locate(node.literal[place.colon...place.bracket]) }
    case CMARK_NODE_TEXT: read(node)
    default: break
    }
  }

  private mutating func read(_ text: Node) {
    // A page with deeper marks is refused.
    guard depth <= Survey.inlineDepth else { return }
    let literal = text.literal
    var candidates: [Candidate] = []
    for place in Self.all(in: literal) {
      var place = place
      if block != nil {
        guard let offset = locate(literal[place.colon...place.bracket]) else { continue }
        place.offset = offset
      }
      candidates.append(place)
    }
    guard !candidates.isEmpty, let parent = text.parent else { return }
    byText[text.pointer] = candidates
    if seen.insert(parent.pointer).inserted { parents.append((parent, depth)) }
  }

  /// The next place in the block's lines where the source shows these bytes; nil where it doesn't, or escaped.
  private mutating func locate(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard let block, let base = lines.bytes.baseAddress else { return nil }
    var offset = block.lowerBound
    while offset < block.upperBound,
      let found = memchr(base + offset, Int32(Byte.colon), block.upperBound - offset)
    {
      let start = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      if lines.bytes[start..<min(start + text.count, block.upperBound)].elementsEqual(text) {
        self.block = start + 1..<block.upperBound
        return start > 0 && lines.bytes[start - 1] == Byte.backslash ? nil : start
      }
      offset = start + 1
    }
    self.block = block.upperBound..<block.upperBound
    return nil
  }

  private static func all(in bytes: UnsafeBufferPointer<UInt8>) -> [Candidate] {
    var candidates: [Candidate] = []
    var start = 0
    while let candidate = next(in: bytes, from: start) {
      candidates.append(candidate)
      start = candidate.bracket
    }
    return candidates
  }

  private static func next(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Candidate? {
    guard let base = bytes.baseAddress else { return nil }
    var offset = start
    while offset < bytes.count, let found = memchr(base + offset, Int32(Byte.colon), bytes.count - offset) {
      let colon = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      // Long enough for every name.
      let name = DirectiveSyntax.name(in: bytes, colon + 1..<min(colon + 33, bytes.count))
      let isOpen = name.upperBound < bytes.count && bytes[name.upperBound] == Byte.leftBracket
      if isOpen, !name.isEmpty, !followsWord(bytes, colon) {
        return Candidate(colon: colon, bracket: name.upperBound)
      }
      offset = colon + 1
    }
    return nil
  }

  /// Whether a letter, a digit or a colon stands right before an offset.
  private static func followsWord(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
    guard offset > 0 else { return false }
    let byte = bytes[offset - 1]
    guard byte >= 0x80 else { return Byte.isLetter(byte) || Byte.isDigit(byte) || byte == Byte.colon }
    var start = offset - 1
    while start > 0, offset - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    let scalar = String(decoding: bytes[start..<offset], as: UTF8.self).unicodeScalars.first
    return scalar?.properties.isAlphabetic ?? false
  }
}
