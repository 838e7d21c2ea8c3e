import CCMark

extension HTMLText {
  /// Appends what raw HTML shows, tags and comments left out, references read.
  static func appendPlainText(of html: [UInt8], to text: inout [UInt8]) {
    var tokenizer = HTMLTokenizer(html)
    var isBetweenWords = true
    while let token = tokenizer.next() {
      guard case .text = token.kind else { continue }
      for byte in characters(of: html[token.range]) {
        let isSpace = byte <= Byte.space
        if !isSpace || !isBetweenWords { text.append(isSpace ? Byte.space : byte) }
        isBetweenWords = isSpace
      }
    }
    if isBetweenWords, text.last == Byte.space { text.removeLast() }
  }

  /// The text with its references read: by cmark, which knows their names.
  private static func characters(of text: ArraySlice<UInt8>) -> [UInt8] {
    guard text.contains(Byte.ampersand) else { return Array(text) }
    var characters: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      let end = text[(index + 1)...].firstIndex { $0 == Byte.ampersand } ?? text.endIndex
      let piece = text[index..<end]
      if let semicolon = piece.prefix(40).firstIndex(of: UInt8(ascii: ";")), piece.first == Byte.ampersand,
        let page = try? MarkdownDocument(parsing: piece[...semicolon]),
        let read = page.root.firstChild?.firstChild, read.kind == CMARK_NODE_TEXT, read.next == nil
      {
        characters.append(contentsOf: read.literal)
        characters.append(contentsOf: piece[(semicolon + 1)...])
      } else {
        characters.append(contentsOf: piece)
      }
      index = end
    }
    return characters
  }
}
