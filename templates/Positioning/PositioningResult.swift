import Content
import HTML

extension Rendering {
  /// One item behind each door, with the reasons for it, and where to go from here.
  func positioningResult(_ positioning: Positioning, _ answers: [Int?]) -> Document {
    let heading = positioning.heading
    let words = texts.positioning
    let isAnswered = answers.contains { $0 != nil }
    return Document(
      title: [words.resultTitle, answersTitle(positioning, answers), heading.title],
      description: words.resultLead, trail: positioningTrail(heading, to: words.result), isIndexed: false,
      scripts: [AssetName.positioning], kind: "positioning-result",
      content: """
        <div class="frame stack">
        <header class="page-header"><p class="kicker">\(heading.title)</p>
        <p class="progress">\(words.result)</p>
        <h1>\(words.resultTitle)</h1>
        <p class="lead">\(words.resultLead)</p></header>
        \(givenAnswers(positioning, answers))\
        <div class="result">
        \((shared.adviser?.advice(for: answers) ?? []).map { advice($0, isAnswered: isAnswered) })</div>
        \(nextStep(positioning, answers))\
        \(sharing())</div>
        """)
  }

  private func advice(_ advice: Advice, isAnswered: Bool) -> HTML {
    let door = site[advice.door]
    let all = texts.landing.seeAll(door.name)
    return """
      <section class="door"><h2>\(doorLabel(of: door))</h2>
      \(advice.item.map { advisedItem(site.items[$0], advice.reasons) } ?? noAdvice(isAnswered: isAnswered))\
      <p>\(link(all, to: door.url)) <span class="meta">\(extent(of: door))</span></p></section>

      """
  }

  private func advisedItem(_ item: Item, _ reasons: [TermReference]) -> HTML {
    let labels = reasons.map { HTML(text: label(of: $0)) }.dotted()
    return """
      <p class="kicker">\(site.type(of: item).name)</p>
      <h3><a href="\(item.url)"\(lang(item))>\(item.title)</a></h3>
      \(cardSummary(of: item).map { "<p\(lang(item))>\($0)</p>\n" })\
      <p class="reasons">\(texts.positioning.because) \(labels)</p>

      """
  }

  private func noAdvice(isAnswered: Bool) -> HTML {
    let words = isAnswered ? texts.positioning.nothingFits : texts.positioning.nothingAnswered
    return "<p class=\"meta\">\(words)</p>\n"
  }

  /// The same situation with the next answer to the last question, or where else to look.
  private func nextStep(_ positioning: Positioning, _ answers: [Int?]) -> HTML {
    let terms = positioning.questions.last.map { site.vocabularies[$0.vocabulary].terms } ?? []
    let next = (answers.last ?? nil).map { $0 + 1 }.flatMap { $0 < terms.count ? $0 : nil }
    let way = next.map { next in
      link(
        texts.positioning.keepAnswers(terms[next].name),
        to: site.url(of: .positioning(answers.dropLast() + [next])))
    }
    return """
      <section><h2>\(texts.positioning.nextStep)</h2>
      <p>\(way ?? wayOn())</p></section>

      """
  }

  /// The page's address, which holds the answers, and what can be done with it.
  private func sharing() -> HTML {
    let words = texts.positioning
    return """
      <section class="share"><h2>\(words.share)</h2>
      <p>\(words.address) <span class="address">\(absoluteURL(of: page)?.string ?? "")</span></p>
      <p><button type="button" class="button" data-action="copy" data-done="\(words.copied)" \
      data-failed="\(words.copyFailed)" hidden>\(words.copy)</button> \
      <button type="button" class="button" data-action="print" hidden>\(words.print)</button> \
      <span role="status"></span></p>
      <p>\(link(words.again, to: site.url(of: .positioning([]))))</p>
      <p class="meta">\(words.privacy)</p></section>

      """
  }
}
