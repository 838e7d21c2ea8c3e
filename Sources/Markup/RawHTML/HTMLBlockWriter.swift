/// Writes the raw blocks of one container anew, one after the other.
struct HTMLBlockWriter {
  private let allowed: HTMLAllowList
  /// The elements that are open, over blocks.
  private var open: [HTMLElement] = []
  private var html: [UInt8] = []
  private var isInParagraph = false

  init(allowed: HTMLAllowList) {
    self.allowed = allowed
  }

  mutating func text(_ text: ArraySlice<UInt8>, isShownAsWritten: Bool = false) {
    let isBlank = text.allSatisfy { $0 <= Byte.space }
    if isBlank, wrapsText ? !isInParagraph : open.last?.content == .group { return }
    let shown = openParagraph() ? text.drop { $0 <= Byte.space } : text
    if isShownAsWritten {
      Escaping.append(shown, to: &html)
    } else {
      HTMLText.append(shown, to: &html)
    }
  }

  mutating func tag(_ tag: HTMLTag, attributes: [UInt8]) {
    guard let element = allowed.element(tag.name) else { return }
    if element.isBlock { closeParagraph() } else if !tag.isEnd { openParagraph() }
    let holdsBlocks = element.content == .group || element.content == .flow
    if element.isBlock, !tag.isEnd || holdsBlocks, let last = html.last, last != Byte.lineFeed {
      html.append(Byte.lineFeed)
    }
    if tag.isEnd {
      _ = open.popLast()
      html.append(contentsOf: "</\(tag.name)>".utf8)
    } else {
      html.append(contentsOf: "<\(tag.name)".utf8)
      html.append(contentsOf: attributes)
      html.append(contentsOf: (element.hasEndTag ? ">" : " />").utf8)
      if element.hasEndTag { open.append(element) }
    }
  }

  /// What was written since the last block's end.
  mutating func endBlock() -> [UInt8] {
    closeParagraph()
    defer { html.removeAll(keepingCapacity: true) }
    while let last = html.last, last <= Byte.space { html.removeLast() }
    return html
  }

  /// Whether text that stands here needs a paragraph of its own.
  private var wrapsText: Bool { open.last.map { $0.content == .flow } ?? true }

  /// Whether a paragraph begins here.
  @discardableResult
  private mutating func openParagraph() -> Bool {
    guard wrapsText, !isInParagraph else { return false }
    if let last = html.last, last != Byte.lineFeed { html.append(Byte.lineFeed) }
    html.append(contentsOf: "<p>".utf8)
    isInParagraph = true
    return true
  }

  private mutating func closeParagraph() {
    while let last = html.last, last <= Byte.space { html.removeLast() }
    // An element of text inside the paragraph is open still: it holds no block, so none comes here.
    guard isInParagraph else { return }
    html.append(contentsOf: "</p>".utf8)
    isInParagraph = false
  }
}
