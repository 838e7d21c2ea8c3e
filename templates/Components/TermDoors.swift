import Content
import HTML

/// The terms of a vocabulary as ways in.
extension Rendering {
  /// What a term's page says of it in a sentence, or its vocabulary.
  func summary(of term: Term) -> String? { term.page?.summary ?? term.description }

  /// « 12 fiches »
  func extent(of term: Term) -> String { texts.entries(number(term.items.count), term.items.count) }

  /// A term's label whose first letter stands out.
  func doorLabel(of term: Term) -> HTML {
    let label = term.name
    return "<span class=\"door-letter\">\(String(label.prefix(1)))</span>\(String(label.dropFirst()))"
  }

  /// Terms side by side, each with what stands behind it.
  ///
  /// - Parameter heading: the level of their headings.
  func doors(_ terms: [Term], heading: Int) -> HTML {
    let level = String(heading)
    return """
      <ul class="doors">
      \(terms.map { term in
        """
        <li class="door"><h\(level)>\(termLink(term, doorLabel(of: term)))</h\(level)>\(termDetails(term))</li>

        """
      })</ul>

      """
  }

  /// Terms one after the other.
  func stepsRow(_ terms: [Term]) -> HTML {
    """
    <ol class="steps-row">
    \(terms.map { term in
      "<li><h3>\(termLink(term, HTML(text: term.name)))</h3>\(termDetails(term))</li>\n"
    })</ol>

    """
  }

  /// Terms in few words, each with how many items carry it.
  func termChips(_ terms: [Term]) -> HTML {
    """
    <ul class="chips">\(terms.map { term in
      let words: HTML = "\(term.name) <span>\(number(term.items.count))</span>"
      return "<li>\(termLink(term, words))</li>\n"
    })</ul>

    """
  }

  private func termLink(_ term: Term, _ words: HTML) -> HTML {
    term.url.map { "<a href=\"\($0)\">\(words)</a>" } ?? words
  }

  private func termDetails(_ term: Term) -> HTML {
    """
    \(summary(of: term).map { "<p>\($0)</p>" })<p class="meta">\(extent(of: term))</p>
    """
  }
}
