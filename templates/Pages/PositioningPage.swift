import Content
import HTML

extension Rendering {
  /// What follows some answers: the next question, or the result.
  func positioningPage(_ answers: [Int?]) -> HTML {
    guard let positioning = site.sections.positioning else { return .empty }
    return layout(
      answers.count < positioning.questions.count
        ? questionPage(positioning, answers) : positioningResult(positioning, answers))
  }

  private func questionPage(_ positioning: Positioning, _ answers: [Int?]) -> Document {
    let question = positioning.questions[answers.count]
    let heading = positioning.heading
    let isFirst = answers.isEmpty
    let progress = texts.positioning.progress(number(answers.count + 1), number(positioning.questions.count))
    let title = isFirst ? [heading.title] : [question.text, answersTitle(positioning, answers), heading.title]
    return Document(
      title: title, description: isFirst ? heading.summary : nil,
      trail: positioningTrail(heading, to: isFirst ? heading.title : progress),
      isIndexed: isFirst, canonical: isFirst ? absoluteURL(of: page) : nil, kind: "positioning",
      content: """
        <div class="frame stack">
        <header class="page-header"><p class="kicker">\(heading.title)</p>
        <p class="progress">\(progress)</p>
        <h1>\(question.text)</h1>
        \(when(isFirst, heading.summary.map { "<p class=\"lead\">\($0)</p>\n" } ?? ""))\
        \(question.help.map { "<p>\($0)</p>\n" })</header>
        \(givenAnswers(positioning, answers))\
        \(possibleAnswers(question, after: answers))\
        <p class="meta">\(texts.positioning.privacy)</p></div>
        """)
  }

  private func possibleAnswers(_ question: Positioning.Question, after answers: [Int?]) -> HTML {
    let terms = site.vocabularies[question.vocabulary].terms
    return """
      <ul class="answers">
      \(terms.indices.map { index in
        answer(terms[index].name, summary(of: terms[index]), .positioning(answers + [index]))
      })\
      \(answer(texts.positioning.unknown, texts.positioning.unknownNote, .positioning(answers + [nil])))</ul>

      """
  }

  private func answer(_ label: String, _ summary: String?, _ next: Page) -> HTML {
    """
    <li><a href="\(site.url(of: next))"><strong>\(label)</strong>\
    \(summary.map { " <span>\($0)</span>" })</a></li>

    """
  }
}
