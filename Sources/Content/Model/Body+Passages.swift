/// The text under one heading of a page, or before the first.
public struct Passage: Sendable, Hashable {
  /// The heading's id; `nil` before the first heading.
  public var anchor: String?
  /// The heading's text: UTF-8.
  public var heading: [UInt8]
  /// What a reader sees under it, without markup: UTF-8, a space where a block ends.
  public var text: [UInt8]

  public init(anchor: String? = nil, heading: [UInt8] = [], text: [UInt8] = []) {
    self.anchor = anchor
    self.heading = heading
    self.text = text
  }

  public var isEmpty: Bool { heading.isEmpty && text.isEmpty }
}

extension Body {
  /// What a reader sees, heading by heading: fragments and tables in their place, without markup.
  public var passages: [Passage] {
    var reader = PassageReader()
    read(into: &reader)
    return reader.finish()
  }

  fileprivate func read(into reader: inout PassageReader) {
    reader.read(template) { slot, reader in
      guard drawings.indices.contains(slot) else { return }
      switch drawings[slot] {
      // Fragments stand in each other at most ten deep.
      case .include(let body), .example(_, let body): body.read(into: &reader)
      case .table(let view): reader.add(view)
      case .button(_, let label): reader.add(HTMLBytes: Array(label.utf8))
      case .download(let download): reader.add(HTMLBytes: Array(download.label.utf8))
      case .cards, .code, .fields, .site, .missing: break
      }
    }
  }
}

/// Reads the text of rendered Markdown, which is well formed: text and attributes hold no `<` of their own.
private struct PassageReader {
  private var passages: [Passage] = []
  private var current = Passage()
  private var isInHeading = false

  mutating func finish() -> [Passage] {
    close()
    return passages
  }

  mutating func add(_ table: DataTableView) {
    for row in 0..<min(table.table.rowCount, DataTableView.rowLimit) {
      for column in table.columns {
        current.text += table.table.text(row: row, column: column.index).utf8
        endBlock()
      }
    }
  }

  mutating func add(HTMLBytes html: [UInt8]) {
    read(html) { _, _ in }
    endBlock()
  }

  mutating func read(_ html: [UInt8], slot: (Int, inout PassageReader) -> Void) {
    var index = 0
    while index < html.count {
      switch html[index] {
      case UInt8(ascii: "<"): index = readTag(html, at: index)
      case UInt8(ascii: "&"): index = readReference(html, at: index)
      case 1:
        let end = html[index...].firstIndex(of: 2) ?? html.count - 1
        if end > index + 1, html[index + 1] == UInt8(ascii: "!"),
          let number = Int(String(decoding: html[(index + 2)..<end], as: UTF8.self))
        {
          slot(number, &self)
        }
        index = end + 1
      case UInt8(ascii: "\n"):
        endBlock()
        index += 1
      default:
        let end = html[index...].firstIndex { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") || $0 <= 10 }
        append(html[index..<(end ?? html.count)])
        index = end ?? html.count
      }
    }
  }

  private mutating func append(_ bytes: some Sequence<UInt8>) {
    if isInHeading { current.heading += bytes } else { current.text += bytes }
  }

  private mutating func endBlock() {
    if let last = current.text.last, last != UInt8(ascii: " "), !isInHeading { current.text.append(UInt8(ascii: " ")) }
  }

  private mutating func close() {
    while current.text.last == UInt8(ascii: " ") { current.text.removeLast() }
    if !current.isEmpty { passages.append(current) }
    current = Passage()
  }

  /// One of the four characters that text escapes.
  private mutating func readReference(_ html: [UInt8], at start: Int) -> Int {
    for (name, character) in PassageReader.references where html[start...].starts(with: name) {
      append(CollectionOfOne(character))
      return start + name.count
    }
    append(CollectionOfOne(html[start]))
    return start + 1
  }

  private static let references: [([UInt8], UInt8)] = [
    (Array("&amp;".utf8), UInt8(ascii: "&")), (Array("&lt;".utf8), UInt8(ascii: "<")),
    (Array("&gt;".utf8), UInt8(ascii: ">")), (Array("&quot;".utf8), UInt8(ascii: "\"")),
    (Array("&#39;".utf8), UInt8(ascii: "'")),
  ]

  /// Goes past a tag; headings begin a passage, and every element that doesn't stand in a line ends a word.
  private mutating func readTag(_ html: [UInt8], at start: Int) -> Int {
    var end = start + 1
    var quote: UInt8?
    while end < html.count {
      let byte = html[end]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        break
      }
      end += 1
    }
    let tag = html[(start + 1)..<min(end, html.count)]
    let isClosing = tag.first == UInt8(ascii: "/")
    let name = tag.dropFirst(isClosing ? 1 : 0).prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "/") }
    if name.count == 2, name.first == UInt8(ascii: "h"), let digit = name.last, (0x31...0x36).contains(digit) {
      if !isClosing {
        close()
        current.anchor = PassageReader.id(in: tag)
      }
      isInHeading = !isClosing
    } else if !PassageReader.inline.contains(PassageReader.key(name)) {
      endBlock()
    }
    return end + 1
  }

  /// The value of an `id` attribute; ids are slugs, and hold nothing escaped.
  private static func id(in tag: ArraySlice<UInt8>) -> String? {
    let name = Array(" id=\"".utf8)
    var index = tag.startIndex
    while let space = tag[index...].firstIndex(of: UInt8(ascii: " ")) {
      if tag[space...].starts(with: name) {
        let value = tag[(space + name.count)...].prefix { $0 != UInt8(ascii: "\"") }
        return String(decoding: value, as: UTF8.self)
      }
      index = space + 1
    }
    return nil
  }

  /// The names of elements that stand in a line, as ``key(_:)``.
  private static let inline: [UInt64] = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q",
    "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
  ].map { (name: String) in key(Array(name.utf8)[...]) }

  /// A name of at most eight bytes as a number; 0 for longer ones.
  private static func key(_ name: ArraySlice<UInt8>) -> UInt64 {
    name.count > 8 ? 0 : name.reduce(0) { $0 << 8 | UInt64($1) }
  }
}
