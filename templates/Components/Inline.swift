import HTML

extension Rendering {
  /// Markup that stands only where a condition holds.
  ///
  /// In a template, `condition ? "<p>…</p>" : ""` would be text: Swift takes literals for strings first.
  func when(_ condition: Bool, _ markup: @autoclosure () -> HTML) -> HTML {
    condition ? markup() : .empty
  }

  /// Words that lead to an address, or the words alone where there is none.
  func link(_ words: String, to url: URLReference?) -> HTML {
    guard let url else { return HTML(text: words) }
    return "<a href=\"\(url)\"\(attribute: "rel", relation(to: url))>\(words)</a>"
  }

  /// What tells a link to another site, which is not told where the reader comes from.
  func relation(to url: URLReference) -> String? {
    url.isExternal && url.string.utf8.starts(with: "http".utf8) ? "external noreferrer" : nil
  }
}

extension Sequence where Element == HTML {
  /// Parts of one line, set apart by middle dots.
  func dotted() -> HTML { joined(separator: " <span aria-hidden=\"true\">·</span> ") }
}
