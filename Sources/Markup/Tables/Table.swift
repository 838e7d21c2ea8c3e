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
  private let columns: [Column]
  private var column = 0
  private(set) var caption: Node?

  private struct Column {
    let header: [UInt8]
    let emptyHeader: [UInt8]
    let cell: [UInt8]

    init(_ alignment: ColumnAlignment) {
      let name =
        switch alignment {
        case .none: ""
        case .left: " class=\"align-left\""
        case .center: " class=\"align-center\""
        case .right: " class=\"align-right\""
        }
      header = [UInt8]("<th scope=\"col\"\(name)>".utf8)
      cell = [UInt8]("<td\(name)>".utf8)
      emptyHeader = cell
    }
  }
  private static let endOfHeader = [UInt8]("</th>\n".utf8)
  private static let endOfCell = [UInt8]("</td>\n".utf8)

  init?(columns: [ColumnAlignment]) {
    guard let node = Node(CMARK_NODE_CUSTOM_BLOCK) else { return nil }
    guard let header = Self.block("<thead>\n<tr>", "</tr>\n</thead>") else {
      node.free()
      return nil
    }
    self.node = node
    self.header = header
    self.columns = columns.map(Column.init)
    node.append(header)
  }

  /// A header cell without text is no header of anything.
  mutating func appendHeaderCell(isEmpty: Bool) -> Node? {
    let tags = columns[column]
    column += 1
    return isEmpty
      ? append(tags.emptyHeader, Self.endOfCell, to: header)
      : append(tags.header, Self.endOfHeader, to: header)
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
    return row.flatMap { append(columns[column].cell, Self.endOfCell, to: $0) }
  }

  private func append(_ start: [UInt8], _ end: [UInt8], to parent: Node) -> Node? {
    guard let cell = Node(CMARK_NODE_CUSTOM_INLINE) else { return nil }
    cell.setOnEnter(start)
    cell.setOnExit(end)
    parent.append(cell)
    return cell
  }

  private static func block(_ start: String, _ end: String) -> Node? {
    guard let block = Node(CMARK_NODE_CUSTOM_BLOCK) else { return nil }
    block.setOnEnter([UInt8](start.utf8))
    block.setOnExit([UInt8](end.utf8))
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
    guard let word = ["Tableau", "Table"].first(where: { rest.starts(with: $0.utf8) }) else { return nil }
    rest = rest.dropFirst(word.utf8.count)
    skipBlanks()
    guard rest.first == Byte.colon else { return nil }
    rest = rest.dropFirst()
    skipBlanks()
    return rest.startIndex
  }

  /// Writes the tags of the scroll area. Its name is the caption or the header, and a number that tells it
  /// from those before it.
  func name(in language: Language, among names: inout [String: Int]) {
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
    let words = PlainText.shortened(PlainText.trimmed(text[...]), toScalars: 100)
    let kind: String
    switch language {
    case .french: kind = words.isEmpty || caption != nil ? "Tableau" : "Tableau\(noBreakSpace): "
    case .english, .neutral: kind = words.isEmpty || caption != nil ? "Table" : "Table: "
    }
    var name = words.isEmpty ? kind : caption == nil ? kind + words : words
    names[name, default: 0] += 1
    if let number = names[name], number > 1 { name += " (\(number))" }
    var tag = [UInt8]("<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"".utf8)
    Escaping.append(name.utf8, to: &tag)
    tag.append(contentsOf: "\">\n<table>".utf8)
    node.setOnEnter(tag)
    node.setOnExit([UInt8]("</table>\n</div>".utf8))
  }
}
