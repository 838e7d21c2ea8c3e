import Markup

/// U+00A0 as `_` and U+202F as `~`, so that failures can be read.
func shown(_ text: String) -> String {
  var shown = ""
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0xA0: shown += "_"
    case 0x202F: shown += "~"
    default: shown.unicodeScalars.append(scalar)
    }
  }
  return shown
}

func french(_ text: String) -> String { shown(Typography(language: .french).apply(to: text)) }
func english(_ text: String) -> String { shown(Typography(language: .english).apply(to: text)) }

/// The body of a page in French, marks made visible.
func page(_ markdown: String, _ language: Language = .french) throws(MarkdownError) -> String {
  let rendered = try renderMarkdown(
    Array(markdown.utf8)[...], options: MarkdownOptions(language: language, features: .typography))
  return shown(rendered.text)
}
