import CCMark

/// Makes links of the glossary's terms in texts: `:terme[mot]`.
///
/// A term is a link whose destination begins with 0x01, which no other has.
struct InlineDirectivePass {
  /// What begins the destination of a term.
  static let termMark: UInt8 = 1
  /// Attributes go no further than that, so that a page of open braces is read once.
  private static let longestAttributes = 1_000

  private(set) var findings: [MarkdownFinding] = []
  private let lines: SourceLines
  private let language: Language
  private var candidates: InlineCandidates

  init(in root: Node, lines: SourceLines, labels: DirectiveLabels, language: Language) {
    self.lines = lines
    self.language = language
    candidates = InlineCandidates(in: root, lines: lines, labels: labels)
    // From the inside out: of two terms inside each other in different marks, the outer one wins.
    for parent in candidates.parents.sorted(by: { $0.depth > $1.depth }) { apply(to: parent.node) }
  }

  /// A bracket that is open.
  private struct Bracket {
    var text: Node
    /// Where, in the literal of the text, the directive or the bracket begins, and what stands after it.
    var start: Int
    var label: Int
    /// The term that it opens, by the name it is written with; nil for a bracket of the text.
    var name: String?
    var offset: Int?
  }

  private mutating func apply(to parent: Node) {
    let isInLink = Self.isInLink(parent)
    var open: [Bracket] = []
    var child = parent.firstChild
    while let node = child {
      child = node.next
      guard node.kind == CMARK_NODE_TEXT else { continue }
      let places = candidates.take(node)
      if !places.isEmpty || !open.isEmpty { read(node, places, isInLink: isInLink, &open) }
    }
  }

  /// Reads a text, and takes out of it the directives that end in it.
  private mutating func read(
    _ node: Node, _ places: [InlineCandidates.Candidate], isInLink: Bool, _ open: inout [Bracket]
  ) {
    let bytes = [UInt8](node.literal)
    var places = places[...]
    // What comes before this stands in nodes of its own.
    var start = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == Byte.leftBracket {
        var bracket = Bracket(text: node, start: index - 1, label: index)
        if let place = places.first, place.bracket == index - 1 {
          places.removeFirst()
          bracket.start = place.colon
          bracket.offset = place.offset
          bracket.name = term(
            String(decoding: bytes[(place.colon + 1)..<place.bracket], as: UTF8.self), place, node)
        }
        open.append(bracket)
      } else if byte == Byte.rightBracket, let bracket = open.popLast(), let name = bracket.name {
        let link = take(bracket, upTo: bytes[start..<(index - 1)], of: node)
        let attributes = attributes(in: bytes, from: &index, name, bracket, node)
        if let link { finish(link, entry: attributes[.entry], name, bracket, isInLink: isInLink) }
        start = index
        // What is open around it can't be a link as well.
        open.removeAll()
      }
    }
    guard start > 0 else { return }
    if start == bytes.count { node.remove() } else { node.setLiteral(Array(bytes[start...])) }
    for position in open.indices {
      open[position].start -= start
      open[position].label -= start
    }
  }

  /// Puts a link that holds the label before the text it ends in.
  ///
  /// - Parameter rest: the bytes of that text up to the end of the label, from where no node holds them yet.
  private func take(_ bracket: Bracket, upTo rest: ArraySlice<UInt8>, of node: Node) -> Node? {
    guard let link = Node(CMARK_NODE_LINK) else { return nil }
    link.insert(before: node)
    guard bracket.text != node else {
      if let before = Node.text(rest[..<bracket.start]) { before.insert(before: link) }
      link.append(Node.text(rest[bracket.label...]))
      return link
    }
    let literal = [UInt8](bracket.text.literal)
    link.append(Node.text(literal[bracket.label...]))
    while let next = bracket.text.next, next != link { link.append(next) }
    link.append(Node.text(rest))
    if bracket.start == 0 {
      bracket.text.remove()
    } else {
      bracket.text.setLiteral(Array(literal[..<bracket.start]))
    }
    return link
  }

  private mutating func finish(
    _ link: Node, entry: String?, _ name: String, _ bracket: Bracket, isInLink: Bool
  ) {
    let label = PlainText.of(link)
    if label.isEmpty { report(.missingLabel, name, at: bracket.offset, link) }
    guard !isInLink, !label.isEmpty else { return link.unwrap() }
    SlotPass.dropLinks(in: link)
    link.setDestination([Self.termMark] + (entry ?? label).utf8)
    if let offset = bracket.offset { link.tag = offset + 1 + name.utf8.count + 1 }
  }

  static func isTerm(_ node: Node) -> Bool { node.destination.first == termMark }

  /// The byte offset in the page of a term's bracket; nil where it is not known, or for what is no term.
  static func offset(of node: Node) -> Int? {
    node.kind == CMARK_NODE_LINK && node.tag > 0 && isTerm(node) ? node.tag - 1 : nil
  }

  /// The attributes that begin at an index, which is moved past them.
  private mutating func attributes(
    in bytes: [UInt8], from index: inout Int, _ name: String, _ bracket: Bracket, _ node: Node
  ) -> [Directive.Key: String] {
    guard index < bytes.count, bytes[index] == Byte.leftBrace, let directive = Directive.named(name) else {
      return [:]
    }
    let start = index
    let attributes = bytes.withUnsafeBufferPointer { buffer -> DirectiveAttributes? in
      let range = start..<min(start + Self.longestAttributes, buffer.count)
      guard let end = DirectiveSyntax.closingBrace(in: buffer, range) else { return nil }
      index = end + 1
      return DirectiveAttributes(
        UnsafeBufferPointer(rebasing: buffer[(start + 1)..<end]), of: directive,
        language: directive.language(of: name, on: language))
    }
    for problem in attributes?.problems ?? [.malformed] { report(problem, name, at: bracket.offset, node) }
    return attributes?.values ?? [:]
  }

  /// The name, when it is that of an inline directive. Another name that must have been meant as one is reported.
  private mutating func term(
    _ name: String, _ place: InlineCandidates.Candidate, _ node: Node
  ) -> String? {
    if let directive = Directive.named(name) {
      if directive.form == .inline { return name }
      report(.wrongForm(directive.form), name, at: place.offset, node)
    } else if Self.inlineNames.contains(where: { Self.isOneEdit($0, Array(Slug.make(name).utf8)) }) {
      report(.unknownName(known: Directive.names(in: language)), name, at: place.offset, node)
    }
    return nil
  }

  private static let inlineNames = Directive.all.filter { $0.form == .inline }
    .flatMap { [Array(Slug.make($0.name.french).utf8), Array(Slug.make($0.name.english).utf8)] }

  /// Whether two words are told apart by one letter.
  private static func isOneEdit(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    let common = min(a.count, b.count)
    guard max(a.count, b.count) - common <= 1 else { return false }
    let start = zip(a, b).prefix { $0 == $1 }.count
    let end = zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count
    return start + end + 1 >= max(a.count, b.count)
  }

  private static func isInLink(_ node: Node) -> Bool {
    var ancestor: Node? = node
    while let current = ancestor {
      if current.kind == CMARK_NODE_LINK || current.kind == CMARK_NODE_IMAGE { return true }
      ancestor = current.parent
    }
    return false
  }

  private mutating func report(_ problem: DirectiveProblem, _ name: String, at offset: Int?, _ node: Node) {
    guard findings.count < DirectivePass.findings else { return }
    var block: Node? = node
    while let current = block, current.startLine == 0 { block = current.parent }
    let start = offset ?? lines.range(ofLine: block?.startLine ?? 1).lowerBound
    findings.append(.directive(name: name, problem, position: lines.position(ofOffset: start)))
  }
}

extension Node {
  /// A text of its own; nil for an empty one.
  fileprivate static func text(_ bytes: ArraySlice<UInt8>) -> Node? {
    guard !bytes.isEmpty, let node = Node(CMARK_NODE_TEXT) else { return nil }
    node.setLiteral(Array(bytes))
    return node
  }
}
