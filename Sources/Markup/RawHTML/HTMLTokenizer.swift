/// A tag as an author wrote it. Names are in lower case.
struct HTMLTag {
  struct Attribute {
    var name: String
    /// As written, quotes left out; nil where the attribute has none.
    var value: ArraySlice<UInt8>?
  }

  var name: String
  var isEnd = false
  var isSelfClosing = false
  var attributes: [Attribute] = []
}

/// Cuts raw HTML into texts, tags and comments.
///
/// It knows the tags of CommonMark 0.30 § 6.6 and nothing more: what isn't exactly one is text, so no browser
/// can understand a tag in another way than we do.
struct HTMLTokenizer {
  enum Kind {
    case text
    case comment
    case tag(HTMLTag)
    /// What begins like markup and is none that is known: `<?`, `<![CDATA[`, `<!doctype`, a broken tag.
    case unknown
  }

  struct Token {
    var kind: Kind
    var range: Range<Int>
  }

  /// A longer tag is not read: it would let hostile pages take long.
  private static let longestTag = 2_000
  private static let mostAttributes = 32

  private let html: [UInt8]
  private var index = 0
  private var hasCommentEnd = true

  init(_ html: [UInt8]) {
    self.html = html
  }

  mutating func next() -> Token? {
    guard index < html.count else { return nil }
    let start = index
    if html[start] == Byte.lessThan, let (kind, end) = markup(at: start) {
      index = end
      return Token(kind: kind, range: start..<end)
    }
    index += 1
    while index < html.count, html[index] != Byte.lessThan { index += 1 }
    return Token(kind: .text, range: start..<index)
  }

  private mutating func markup(at start: Int) -> (Kind, Int)? {
    guard start + 1 < html.count else { return nil }
    switch html[start + 1] {
    case Byte.exclamationMark:
      if html[start...].starts(with: "<!--".utf8) {
        guard let end = commentEnd(from: start + 4) else { return (.unknown, start + 4) }
        return (.comment, end)
      }
      return (.unknown, start + 2)
    case UInt8(ascii: "?"): return (.unknown, start + 2)
    case let byte where byte == UInt8(ascii: "/") || Byte.isLetter(byte):
      var reader = TagReader(html: html, index: start + 1, end: min(start + Self.longestTag, html.count))
      guard let tag = reader.tag(mostAttributes: Self.mostAttributes) else { return (.unknown, start + 1) }
      return (.tag(tag), reader.index)
    default: return nil
    }
  }

  private mutating func commentEnd(from start: Int) -> Int? {
    // Browsers end these comments at once.
    if html[start...].starts(with: ">".utf8) || html[start...].starts(with: "->".utf8) { return nil }
    guard hasCommentEnd else { return nil }
    var index = start
    while index + 2 < html.count {
      if html[index] == UInt8(ascii: "-"), html[index + 1] == UInt8(ascii: "-") {
        if html[index + 2] == Byte.greaterThan { return index + 3 }
        // `--!>` ends a comment in browsers, and doesn't in CommonMark.
        if html[index + 2] == Byte.exclamationMark { return nil }
      }
      index += 1
    }
    hasCommentEnd = false
    return nil
  }
}

/// Reads one tag, from after its `<`.
private struct TagReader {
  let html: [UInt8]
  var index: Int
  let end: Int

  mutating func tag(mostAttributes: Int) -> HTMLTag? {
    let isEnd = take(UInt8(ascii: "/"))
    guard let first = peek, Byte.isLetter(first) else { return nil }
    var tag = HTMLTag(name: name { Byte.isLetter($0) || Byte.isDigit($0) || $0 == UInt8(ascii: "-") })
    tag.isEnd = isEnd
    while true {
      let isSpaced = skipSpaces()
      guard let byte = peek else { return nil }
      if byte == Byte.greaterThan {
        index += 1
        return tag
      }
      if byte == UInt8(ascii: "/"), !isEnd {
        index += 1
        tag.isSelfClosing = true
        return take(Byte.greaterThan) ? tag : nil
      }
      guard isSpaced, !isEnd, tag.attributes.count < mostAttributes, let attribute = attribute() else {
        return nil
      }
      // A browser would keep the first of two, another reader the last.
      guard !tag.attributes.contains(where: { $0.name == attribute.name }) else { return nil }
      tag.attributes.append(attribute)
    }
  }

  private mutating func attribute() -> HTMLTag.Attribute? {
    guard let first = peek, Byte.isLetter(first) || first == UInt8(ascii: "_") || first == Byte.colon else {
      return nil
    }
    let name = name { byte in
      Byte.isLetter(byte) || Byte.isDigit(byte) || "_:.-".utf8.contains(byte)
    }
    let afterName = index
    skipSpaces()
    guard take(UInt8(ascii: "=")) else {
      index = afterName
      return HTMLTag.Attribute(name: name, value: nil)
    }
    skipSpaces()
    guard let value = value() else { return nil }
    return HTMLTag.Attribute(name: name, value: value)
  }

  private mutating func value() -> ArraySlice<UInt8>? {
    guard let first = peek else { return nil }
    let isQuoted = first == Byte.quotationMark || first == UInt8(ascii: "'")
    if isQuoted { index += 1 }
    let start = index
    while let byte = peek {
      let isControl = byte == 0x7F || (byte < Byte.space && !isSpace(byte))
      if isControl { return nil }
      if isQuoted {
        if byte == first {
          index += 1
          return html[start..<(index - 1)]
        }
      } else if isSpace(byte) || byte == Byte.greaterThan {
        return index > start ? html[start..<index] : nil
      } else if "\"'=<`".utf8.contains(byte) {
        return nil
      }
      index += 1
    }
    return nil
  }

  private var peek: UInt8? { index < end ? html[index] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    index += 1
    return true
  }

  @discardableResult
  private mutating func skipSpaces() -> Bool {
    let start = index
    while let byte = peek, isSpace(byte) { index += 1 }
    return index > start
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == Byte.space || byte == Byte.tab || byte == Byte.lineFeed || byte == Byte.carriageReturn
  }

  private mutating func name(_ isPart: (UInt8) -> Bool) -> String {
    let start = index
    while let byte = peek, isPart(byte) { index += 1 }
    return String(decoding: html[start..<index].map { Byte.isUppercase($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}
