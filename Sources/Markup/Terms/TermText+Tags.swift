/// Tags and marks.
extension TermText {
  /// What a tag, and what it opens, is to the text.
  enum Tag {
    case block
    /// It only styles what it holds.
    case style
  }

  /// Goes past a tag, and past all that it opens where no term is looked for.
  mutating func readTag() -> Tag {
    let tag = tag(at: index)
    index = tag.end
    guard !tag.isClosing, tag.isPassedOver(in: html) else {
      return Self.styles.contains(tag.key(in: html)) ? .style : .block
    }
    var depth = 1
    while depth > 0, let start = html[index...].firstIndex(of: Byte.lessThan) {
      let inner = self.tag(at: start)
      index = inner.end
      if html[inner.name].elementsEqual(html[tag.name]) { depth += inner.isClosing ? -1 : 1 }
    }
    if depth > 0 { index = html.count }
    return .block
  }

  /// Goes past a mark: the index of the slot that it is for, if it is for one.
  mutating func readMark() -> Int? {
    let end = html[index...].firstIndex(of: 0x02) ?? html.count - 1
    let mark = html[(index + 1)..<max(end, index + 1)]
    index = end + 1
    guard mark.first == Byte.exclamationMark else { return nil }
    return Int(String(decoding: mark.dropFirst(), as: UTF8.self))
  }

  private struct FoundTag {
    var isClosing: Bool
    var name: Range<Int>
    /// After its `>`.
    var end: Int
    /// Whether it says what language it holds.
    var hasLanguage = false

    /// Its name in eight bytes; 0 for a longer one.
    func key(in html: UnsafeBufferPointer<UInt8>) -> UInt64 { TermText.key(html[name]) }

    func isPassedOver(in html: UnsafeBufferPointer<UInt8>) -> Bool {
      let key = key(in: html)
      if hasLanguage { return !TermText.voids.contains(key) }
      return TermText.passedOver.contains(key)
        || html[name.lowerBound..<end].elementsEqual(TermText.boxTitle)
    }
  }

  private func tag(at start: Int) -> FoundTag {
    let isClosing = start + 1 < html.count && html[start + 1] == UInt8(ascii: "/")
    let nameStart = start + (isClosing ? 2 : 1)
    var position = nameStart
    while position < html.count, Byte.isLetter(html[position]) || Byte.isDigit(html[position]) {
      position += 1
    }
    var tag = FoundTag(isClosing: isClosing, name: min(nameStart, html.count)..<position, end: html.count)
    var quote: UInt8?
    while position < html.count {
      let byte = html[position]
      position += 1
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == Byte.quotationMark || byte == Byte.apostrophe {
        quote = byte
      } else if byte == Byte.space {
        if html[position...].starts(with: Self.language) { tag.hasLanguage = true }
      } else if byte == Byte.greaterThan {
        tag.end = position
        break
      }
    }
    return tag
  }

  private static func key(_ name: some Collection<UInt8>) -> UInt64 {
    name.count > 8 ? 0 : name.reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static func keys(_ names: String) -> Set<UInt64> {
    Set(names.split(separator: " ").map { key(Array($0.utf8)) })
  }

  private static let language = Array("lang=".utf8)
  private static let boxTitle = Array("p class=\"callout-title\">".utf8)
  private static let passedOver = keys(
    "a audio button code data dfn h1 h2 h3 h4 h5 h6 iframe kbd pre samp summary var video")
  private static let styles = keys("abbr b bdi bdo cite del em i ins mark q s small span strong sub u wbr")
  private static let voids = keys("br col hr img input source track wbr")
}
