import Markup

/// Renders a text, with front matter of `firstLine - 1` lines above it.
func render(
  _ text: String, firstLine: Int = 1, takesTitle: Bool = false, reserved: Set<String> = [],
  language: Language = .french
) throws(MarkdownError) -> RenderedMarkdown {
  try renderMarkdown(
    Array(text.utf8)[...], firstLine: firstLine,
    options: MarkdownOptions(takesTitle: takesTitle, reservedIDs: reserved, language: language))
}

extension RenderedMarkdown {
  /// The HTML with its two marks made visible: `{0}` for the destination of link 0.
  var text: String {
    var text = ""
    for scalar in String(decoding: html, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 1: text += "{"
      case 2: text += "}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}

func commonMark(_ text: String, rawHTML: Bool = true) throws(MarkdownError) -> String {
  let document = try MarkdownDocument(parsing: Array(text.utf8)[...])
  return String(decoding: document.commonMark(rawHTML: rawHTML), as: UTF8.self)
}

func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
