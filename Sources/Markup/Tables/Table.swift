import CCMark

/// A table in a page's tree.
///
/// The tags are those of GFM 0.29 § 4.10, with `scope` added; alignment is a class, because
/// HTML has no attribute for it any more and the pages allow no inline style.
struct Table {
  /// The scroll area, which holds the table's parts.
  let node: Node
  private let header: Node
  private var body: Node?
  private var row: Node?
  private let columns: [ColumnAlignment]
  private var column = 0
  private(set) var caption: Node?

  init?(columns: [ColumnAlignment]) {
    guard let node = Node(CMARK_NODE_CUSTOM_BLOCK) else { return nil }
    guard let header = Self.block("<thead>\n<tr>", "</tr>\n</thead>") else {
      node.free()
      return nil
    }
    self.node = node
    self.header = header
    self.columns = columns
    node.append(header)
  }

  /// A header cell without text is no header of anything.
  mutating func appendHeaderCell(isEmpty: Bool) -> Node? {
    defer { column += 1 }
    guard !isEmpty else { return appendCell(columns[column], to: header) }
    let tag: StaticString =
      switch columns[column] {
      case .none: "<th scope=\"col\">"
      case .left: "<th scope=\"col\" class=\"align-left\">"
      case .center: "<th scope=\"col\" class=\"align-center\">"
      case .right: "<th scope=\"col\" class=\"align-right\">"
      }
    return append(tag, "</th>\n", to: header)
  }

  mutating func appendRow() {
    if body == nil, let new = Self.block("<tbody>", "</tbody>") {
      node.append(new)
      body = new
    }
    row = Self.block("<tr>", "</tr>")
    if let row { body?.append(row) }
    column = 0
  }

  mutating func appendCell() -> Node? {
    defer { column += 1 }
    return row.flatMap { appendCell(columns[column], to: $0) }
  }

  private func appendCell(_ alignment: ColumnAlignment, to row: Node) -> Node? {
    let tag: StaticString =
      switch alignment {
      case .none: "<td>"
      case .left: "<td class=\"align-left\">"
      case .center: "<td class=\"align-center\">"
      case .right: "<td class=\"align-right\">"
      }
    return append(tag, "</td>\n", to: row)
  }

  private func append(_ start: StaticString, _ end: StaticString, to parent: Node) -> Node? {
    guard let cell = Node(CMARK_NODE_CUSTOM_INLINE) else { return nil }
    cell.setTags(start, end)
    parent.append(cell)
    return cell
  }

  private static func block(_ start: StaticString, _ end: StaticString) -> Node? {
    guard let block = Node(CMARK_NODE_CUSTOM_BLOCK) else { return nil }
    block.setTags(start, end)
    return block
  }
}

extension Table {
  /// Makes a caption of a paragraph beside the table that begins with « Tableau : » or `Table:`: the one
  /// before it or, without that, the one after it.
  mutating func takeCaption() {
    for neighbour in [node.previous, node.next] {
      guard let neighbour, neighbour.kind == CMARK_NODE_PARAGRAPH, let text = neighbour.firstChild,
        text.kind == CMARK_NODE_TEXT, let length = Self.captionPrefix(of: text.literal),
        length < text.literal.count || text.next != nil,
        let caption = Node(CMARK_NODE_CUSTOM_INLINE)
      else { continue }
      caption.setLine(neighbour.startLine)
      caption.setOnEnter([UInt8]("<caption>".utf8))
      caption.setOnExit([UInt8]("</caption>\n".utf8))
      text.setLiteral([UInt8](text.literal.dropFirst(length)))
      caption.takeChildren(of: neighbour)
      neighbour.remove()
      node.prepend(caption)
      self.caption = caption
      return
    }
  }

  /// The length of `Tableau :`, `Table:` or the like at the beginning of a text, blanks after it included.
  private static func captionPrefix(of text: UnsafeBufferPointer<UInt8>) -> Int? {
    var rest = text[...]
    func skipBlanks() {
      while let first = rest.first {
        if first == Byte.space {
          rest = rest.dropFirst()
        } else if rest.starts(with: [0xC2, 0xA0]) {
          rest = rest.dropFirst(2)
        } else if rest.starts(with: [0xE2, 0x80, 0xAF]) {
          rest = rest.dropFirst(3)
        } else {
          return
        }
      }
    }
    guard rest.first == UInt8(ascii: "T"), let word = ["Tableau", "Table"].first(where: { rest.starts(with: $0.utf8) }) else { return nil }
    rest = rest.dropFirst(word.utf8.count)
    skipBlanks()
    guard rest.first == Byte.colon else { return nil }
    rest = rest.dropFirst()
    skipBlanks()
    return rest.startIndex
  }

  /// Writes the tags of the scroll area. Its name is the caption or the header, and a number that tells it
  /// from those before it.
  func name(in language: Language, set typography: Typography, among names: inout [String: Int]) {
    var text: [UInt8] = []
    if let caption {
      PlainText.append(of: caption, to: &text)
    } else {
      var cell = header.firstChild
      while let node = cell {
        // A cell may hold a line end or an image alone.
        let words = Array(PlainText.of(node).utf8)
        if !PlainText.trimmed(words[...]).isEmpty {
          if !text.isEmpty { text.append(contentsOf: ", ".utf8) }
          text.append(contentsOf: words)
        }
        cell = node.next
      }
    }
    let set = typography.apply(to: String(decoding: PlainText.trimmed(text[...]), as: UTF8.self))
    let words = PlainText.shortened(Array(set.utf8)[...], toScalars: 100)
    var tag: [UInt8] = []
    tag.reserveCapacity(words.utf8.count + 96)
    tag.append(contentsOf: "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"".utf8)
    let isFrench = language == .french
    if caption == nil || words.isEmpty { tag.append(contentsOf: (isFrench ? "Tableau" : "Table").utf8) }
    if caption == nil, !words.isEmpty { tag.append(contentsOf: (isFrench ? "\(noBreakSpace): " : ": ").utf8) }
    Escaping.append(words.utf8, to: &tag)
    let number = next(&names[words, default: 0])
    if number > 1 { tag.append(contentsOf: " (\(number))".utf8) }
    tag.append(contentsOf: "\">\n<table>".utf8)
    node.setOnEnter(tag)
    node.setOnExit("</table>\n</div>")
  }

  private func next(_ number: inout Int) -> Int {
    number += 1
    return number
  }
}
