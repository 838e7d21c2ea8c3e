import Content
import HTML

extension Rendering {
  /// The answers given so far, each with a way back to its question; nothing before the first.
  func givenAnswers(_ positioning: Positioning, _ answers: [Int?]) -> HTML {
    guard !answers.isEmpty else { return "" }
    let labels = answerLabels(positioning, answers)
    return """
      <section class="given"><h2>\(texts.positioning.given)</h2>
      <ul>\(answers.indices.map { index in
        let name = site.vocabularies[positioning.questions[index].vocabulary].name
        let question = site.url(of: .positioning(Array(answers.prefix(index))))
        return """
          <li><span class="meta">\(texts.positioning.answered(name))</span> \(labels[index]) \
          <a href="\(question)" aria-label="\(texts.positioning.changeAnswer(name))">\
          \(texts.positioning.change)</a></li>

          """
      })</ul></section>

      """
  }

  /// The answers in words, for a page's title.
  func answersTitle(_ positioning: Positioning, _ answers: [Int?]) -> String {
    answerLabels(positioning, answers).joined(separator: ", ")
  }

  private func answerLabels(_ positioning: Positioning, _ answers: [Int?]) -> [String] {
    zip(positioning.questions, answers).map { question, answer in
      answer.map { site.vocabularies[question.vocabulary].terms[$0].name }
        ?? texts.positioning.unanswered
    }
  }

  /// The way to a page of the positioning.
  func positioningTrail(_ heading: SectionHeading, to label: String) -> [Crumb] {
    let isFirst = page == .positioning([])
    return trail(isFirst ? [] : [Crumb(label: heading.title, url: site.url(of: .positioning([])))], to: label)
  }

  /// The way to find what fits, starting from a term; nothing for terms that aren't an answer.
  func positioningLink(from term: TermReference) -> HTML {
    let questions = site.sections.positioning?.questions ?? []
    guard questions.contains(where: { $0.vocabulary == term.vocabulary }) else { return "" }
    // Only the first question can be answered before the others are asked.
    let answers = questions.first?.vocabulary == term.vocabulary ? [term.term] : []
    return "<p>\(link(texts.positioning.fromHere, to: site.url(of: .positioning(answers))))</p>\n"
  }
}
