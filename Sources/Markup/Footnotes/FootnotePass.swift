import CCMark

/// Makes footnotes as GitHub's Markdown has them: numbered by their first reference, written at the page's end,
/// each with links back to its references.
struct FootnotePass {
  /// A reference to a footnote that isn't there: it stays text.
  struct Missing {
    let label: ArraySlice<UInt8>
    /// The block it stands in.
    let block: Node
    /// How many marks of references the block holds before it.
    let marksBefore: Int
  }

  private let marks: FootnoteMarks
  private var notes: [Footnote] = []
  private var indices: [String: Int] = [:]
  /// The notes referred to, in the order of their first references.
  private var order: [Int] = []
  private var ids: FootnoteIdentifiers
  private let language: Language
  /// The blocks of the notes that are not published, taken out of the page.
  ///
  /// What other passes know may stand in them, so that they are freed by the caller, in its time.
  private(set) var leftOut: [Node] = []
  private(set) var missing: [Missing] = []
  private(set) var repeated: [FootnoteMarks.Definition] = []

  init(_ marks: FootnoteMarks, reserved: Set<String>, language: Language) {
    self.marks = marks
    self.language = language
    ids = FootnoteIdentifiers(reserved: reserved)
  }

  /// The ids that the footnotes and their references have.
  var identifiers: [String] { ids.given }
  var unused: [FootnoteMarks.Definition] { notes.lazy.filter { $0.number == 0 }.map(\.definition) }

  mutating func apply(to root: Node, takesTitle: Bool) {
    let lines = takeNotes(from: root)
    let title = takesTitle ? Survey.leadingHeading(of: root) : nil
    var texts = FootnoteTexts(of: root, marks, unused: lines, title: title)
    link(texts)
    // A note may refer to another, which then comes after it.
    var next = 0
    while next < order.count {
      let note = notes[order[next]].node
      texts = FootnoteTexts(of: note, marks, unused: lines, title: nil)
      link(texts)
      next += 1
    }
    leftOut += notes.lazy.filter { $0.number == 0 }.map(\.node)
    guard !order.isEmpty, let section = FootnoteSection(language) else { return }
    for index in order { section.append(notes[index], language) }
    root.append(section.node)
  }

  /// Takes the footnotes out of the tree: the list items that begin where a definition was rewritten.
  ///
  /// Returns the definitions that cmark made no item of: they stand in code, in raw HTML or in a paragraph.
  private mutating func takeNotes(from root: Node) -> [FootnoteMarks.Definition] {
    guard !marks.definitions.isEmpty else { return [] }
    let items = FootnoteItems.all(in: root, marks)
    for (item, definition) in items {
      guard let list = item.parent, let node = Node(CMARK_NODE_CUSTOM_BLOCK) else { continue }
      node.takeChildren(of: item)
      item.remove()
      if list.firstChild == nil { list.remove() }
      if definition.isEmpty, let comment = node.firstChild, comment.kind == CMARK_NODE_HTML_BLOCK {
        comment.remove()
      }
      let label = marks.label(of: definition)
      if indices[label] == nil {
        indices[label] = notes.count
        notes.append(Footnote(definition: definition, label: label, node: node))
      } else {
        repeated.append(definition)
        leftOut.append(node)
      }
    }
    guard items.count < marks.definitions.count else { return [] }
    let lines = Set(items.map(\.definition.line))
    return marks.definitions.filter { !lines.contains($0.line) }
  }

  /// Puts links to the footnotes in place of the references in texts.
  private mutating func link(_ texts: FootnoteTexts) {
    var lastAfterLink: (link: Node, reference: Node)?
    for text in texts.all {
      let literal = [UInt8](text.node.literal)
      var pieces = TextPieces(of: text.node)
      var start = 0
      var marks = 0
      while let caret = literal.withUnsafeBufferPointer({ FootnoteMarks.firstMark(in: $0, from: start) }) {
        let end = literal[(caret + 1)...].firstIndex(where: Self.endsLabel) ?? literal.endIndex
        let label = literal[(caret + 1)..<end]
        let isReference =
          caret > start && literal[caret - 1] == Byte.leftBracket && end < literal.endIndex
          && literal[end] == Byte.rightBracket && !text.isInImage
        guard isReference, let note = indices[FootnoteMarks.key(label)] else {
          if isReference {
            missing.append(Missing(label: label, block: text.block, marksBefore: text.marksBefore + marks))
          }
          marks += 1
          pieces.text += literal[start..<caret]
          pieces.text.append(UInt8(ascii: "^"))
          start = caret + 1
          continue
        }
        pieces.text += literal[start..<(caret - 1)]
        start = end + 1
        marks += 1
        // The page's title has a place of its own, without links.
        guard !text.isInTitle, let reference = Node(CMARK_NODE_CUSTOM_INLINE) else { continue }
        reference.setOnEnter(refer(to: note))
        guard let link = text.link else {
          pieces.append(reference)
          continue
        }
        // A link holds no other: the reference comes after it.
        pieces.endPiece()
        let previous = lastAfterLink.flatMap { $0.link == link ? $0.reference : nil }
        reference.insert(after: previous ?? link)
        lastAfterLink = (link, reference)
      }
      pieces.text += literal[start...]
      pieces.endPiece()
      // A link is found in the file by the text it begins with.
      if text.node.literal.isEmpty, text.link == nil { text.node.remove() }
    }
  }

  private static func endsLabel(_ byte: UInt8) -> Bool {
    byte == Byte.rightBracket || byte == Byte.leftBracket
  }

  /// Counts a reference; returns its HTML.
  private mutating func refer(to index: Int) -> [UInt8] {
    if notes[index].number == 0 {
      order.append(index)
      notes[index].number = order.count
      notes[index].id = ids.unique("fn-" + notes[index].name)
    }
    let count = notes[index].references.count
    let base = "fnref-" + notes[index].name
    notes[index].references.append(
      count == 0 ? ids.unique(base) : ids.unique(base, startingAt: count + 1))
    return notes[index].reference(language)
  }
}

/// A text cut by what is put into it. Its first piece keeps the node, which knows its place.
private struct TextPieces {
  var text: [UInt8] = []
  private let first: Node
  private var last: Node
  private var isFirst = true

  init(of node: Node) {
    first = node
    last = node
  }

  mutating func append(_ node: Node) {
    endPiece()
    node.insert(after: last)
    last = node
  }

  mutating func endPiece() {
    if isFirst {
      first.setLiteral(text)
    } else if !text.isEmpty, let node = Node(CMARK_NODE_TEXT) {
      node.setLiteral(text)
      node.insert(after: last)
      last = node
    }
    isFirst = false
    text.removeAll(keepingCapacity: true)
  }
}
