import Content
import HTML

extension Rendering {
  /// The levels of an assessment with their totals, and the items at each where the source names them.
  func assessmentTable(_ assessment: Assessment) -> HTML {
    let total = assessment.levels.reduce(0) { $0 + $1.count }
    let type = site.types.first { $0.id == assessment.type }
    let list = type.map { link($0.plural, to: $0.hasList ? $0.url : nil) }
    return """
      <div class="scroll" role="region" tabindex="0" aria-label="\(texts.levels)"><table class="levels">
      <caption>\(texts.levels)</caption>
      <thead><tr><th scope="col">\(texts.level)</th><th scope="col" class="number">\(list)</th>\
      <th scope="col">\(texts.share)</th></tr></thead>
      <tbody>\(assessment.levels.map { levelRow($0, of: total, assessment) })</tbody>
      <tfoot><tr><th scope="row">\(texts.total)</th><td class="number">\(number(total))</td><td></td></tr>
      </tfoot></table></div>

      """
  }

  private func levelRow(_ level: Assessment.Level, of total: Int, _ assessment: Assessment) -> HTML {
    let items = assessment.statuses.filter { $0.level == level.label }.compactMap(\.item.target)
    return """
      <tr><th scope="row">\(level.label)\
      \(when(!items.isEmpty, "<ul>\(items.map { "<li>\(link(toItem: $0))</li>" })</ul>"))</th>\
      <td class="number">\(number(level.count))</td><td>\(bar(level.count, of: total))</td></tr>

      """
  }

  /// A bar whose length is a share; the number beside it says the same.
  private func bar(_ count: Int, of total: Int) -> HTML {
    """
    <svg class="bar" viewBox="0 0 \(String(max(total, 1))) 1" preserveAspectRatio="none" aria-hidden="true">\
    <rect width="\(String(count))" height="1"/></svg>
    """
  }
}
