import CCMark

extension DirectiveDrawing {
  /// A figure with its unit, what it counts, its date and where it comes from.
  mutating func drawKeyFigure(_ use: DirectiveUse, _ index: Int, in block: Node) {
    let attributes = use.attributes
    let label = labels.removeValue(forKey: index)
    block.setTags("<figure class=\"key-figure\">", "</figure>")
    let value = value(attributes[.value] ?? "", unit: attributes[.unit])
    block.append(line("<p>", "</p>", [value, .text(" "), label]))

    let source: Node?
    let name = attributes[.source] ?? ""
    if Language.isUnstated(name) {
      source = .inline("<span class=\"unstated\">", "</span>", [.text(language.unstatedSource)])
    } else if let address = attributes[.link], let link = Node(CMARK_NODE_LINK) {
      link.setDestination(Array(address.utf8))
      if let text = Node.text(name) { link.append(text) }
      // The place of the label is also that of a link that has none of its own.
      source = .inline("", "", [.text(language.source + " "), link])
      source?.tag = label?.tag ?? 0
    } else {
      source = .text(language.source + " " + name)
    }
    block.append(
      line("<figcaption>", "</figcaption>", [date(attributes[.date] ?? "", index), .text(" · "), source]))
  }

  private func value(_ text: String, unit: String?) -> Node? {
    guard !Language.isUnstated(text) else {
      return .inline(
        "<strong class=\"key-figure-value unstated\">", "</strong>", [.text(language.unstatedValue)])
    }
    var value = language.number(decimal: Self.withPoint(text)) ?? text
    if let unit { value = unit == "%" ? language.percentage(value) : language.quantity(value, unit: unit) }
    return .inline("<strong class=\"key-figure-value\">", "</strong>", [.text(value)])
  }

  /// A number in the form that Markup reads, whether it is written with a comma or a point.
  private static func withPoint(_ text: String) -> String {
    String(decoding: text.utf8.map { $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0 }, as: UTF8.self)
  }

  private mutating func date(_ text: String, _ index: Int) -> Node? {
    guard !Language.isUnstated(text) else {
      return .inline("<span class=\"unstated\">", "</span>", [.text(language.unstatedDate)])
    }
    do throws(DateError) {
      let span = try DateSpan(parsing: text)
      let words = String(decoding: language.date(span).html, as: UTF8.self)
      // Raised letters are markup, and can't be a text.
      let datetime = span.datetimeAttribute.map { " datetime=\"\($0)\"" }
      return datetime.map { .inline("<time\($0)>" + words, "</time>", []) } ?? .inline(words, "", [])
    } catch {
      addProblem(.invalidDate(error, attribute: "date", value: text), of: index)
      return .text(text)
    }
  }
}

extension DirectiveDrawing {
  /// A line of text in tags of its own.
  func line(_ opening: String, _ closing: String, _ texts: [Node?]) -> Node? {
    guard let block = Node(CMARK_NODE_CUSTOM_BLOCK) else { return nil }
    if let inline = Node.inline(opening, closing, texts) { block.append(inline) }
    return block
  }
}

extension Node {
  /// A text of its own; nil when memory is short.
  static func text(_ text: String) -> Node? {
    let node = Node(CMARK_NODE_TEXT)
    node?.setLiteral(Array(text.utf8))
    return node
  }

  /// Inline nodes between tags.
  static func inline(_ opening: String, _ closing: String, _ texts: [Node?]) -> Node? {
    guard let node = Node(CMARK_NODE_CUSTOM_INLINE) else { return nil }
    node.setTags(opening, closing)
    for case let text? in texts { node.append(text) }
    return node
  }

  func setTags(_ opening: String, _ closing: String) {
    setOnEnter(Array(opening.utf8))
    setOnExit(Array(closing.utf8))
  }

  func prepend(_ child: Node?) {
    if let child { _ = cmark_node_prepend_child(pointer, child.pointer) }
  }

  func append(_ child: Node?) {
    if let child { _ = cmark_node_append_child(pointer, child.pointer) }
  }
}
