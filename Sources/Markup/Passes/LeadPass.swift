import CCMark

/// Finds the text that can stand for the page in lists and metadata. It changes nothing.
enum LeadPass {
  static let scalars = 300

  /// The text of the first paragraph of the page itself that has one, images' texts left out.
  static func lead(of root: Node) -> String? {
    var block = root.firstChild
    while let node = block {
      if node.kind == CMARK_NODE_PARAGRAPH {
        var text: [UInt8] = []
        PlainText.append(of: node, to: &text, includesImages: false)
        let trimmed = PlainText.trimmed(text[...])
        if !trimmed.isEmpty { return PlainText.shortened(trimmed, toScalars: scalars) }
      }
      block = node.next
    }
    return nil
  }
}
