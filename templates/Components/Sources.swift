import Content
import HTML

extension Rendering {
  /// Where statements come from; nothing where no source is given.
  ///
  /// - Parameter level: that of its heading.
  func sources(_ sources: [Source], level: Int = 2) -> HTML {
    guard !sources.isEmpty else { return "" }
    let level = String(level)
    return """
      <section class="sources"><h\(level)>\(texts.sources)</h\(level)>
      <ul>\(sources.map { "<li>\(source($0))</li>\n" })</ul></section>

      """
  }

  /// A document, where in it, its date, and what is to say about it.
  func source(_ source: Source) -> HTML {
    var parts: [HTML] = [document(of: source)]
    if let date = source.date ?? source.reference?.target.flatMap({ site.items[$0].date }) {
      parts.append(self.date(date))
    }
    if let page = source.page { parts.append(HTML(text: page)) }
    return "\(parts.joined(separator: ", "))\(source.note.map { "<span class=\"note\">\($0)</span>" })"
  }

  private func document(of source: Source) -> HTML {
    if let reference = source.reference { return link(to: reference) }
    guard let url = source.url else { return HTML(text: source.text ?? "") }
    return source.text.map { link($0, to: url) } ?? link(to: url)
  }
}
