import Content
import HTML

/// Texts shown letter by letter.
extension Rendering {
  func listing(_ listing: CodeListing) -> HTML {
    guard !listing.caption.isEmpty else { return lines(of: listing, name: listing.title) + "\n" }
    return """
      <figure class="listing"><figcaption>\(listing.caption)</figcaption>
      \(lines(of: listing, name: listing.title))</figure>

      """
  }

  /// What an author writes, and what it becomes.
  func example(_ source: CodeListing, result: Body) -> HTML {
    """
    <div class="example">
    <p class="example-label">\(texts.exampleSource)</p>
    \(lines(of: source, name: texts.exampleSource))
    <p class="example-label">\(texts.exampleResult)</p>
    <div class="example-result">
    \(text(result))</div>
    </div>

    """
  }

  /// A block that the keyboard reaches, since long lines are scrolled to.
  private func lines(of listing: CodeListing, name: String) -> HTML {
    let language = listing.language.map { "language-\($0)" }
    return """
      <pre tabindex="0" role="group" aria-label="\(name)">\
      <code\(attribute: "class", language)>\(listing.text)</code></pre>
      """
  }
}
