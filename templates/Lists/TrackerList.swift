import Content
import HTML
import Markup

extension Rendering {
  /// Where a set of commitments stands: the totals of its latest assessment, each commitment with its status
  /// there, then the assessments before. Each has a scale of its own: none are put together.
  func trackerList(_ items: Range<Int>, of type: ContentType) -> HTML {
    let assessments = assessments(of: type.id)
    var isFirstPage = true
    if case .list(_, let number) = page { isFirstPage = number == 1 }
    let latest = assessments.first
    let statuses = latest.map { levels(in: $0) }
    let facets = type.fields.indices.filter { type.fields[$0].isFacet && type.fields[$0].isTerm }
    return """
      \(isFirstPage ? latest.map { assessmentTotals($0, title: texts.views.latestAssessment) } : nil)\
      \(trackerGroups(items, by: facets.first, of: type).map { group in
        trackerGroup(group, detail: facets.dropFirst().first, statuses)
      })\
      \(when(isFirstPage && assessments.count > 1, earlierAssessments(assessments.dropFirst())))
      """
  }

  // MARK: Assessments

  private func earlierAssessments(_ assessments: ArraySlice<Int>) -> HTML {
    """
    <section class="stack"><h2>\(texts.views.earlierAssessments)</h2>
    <p class="meta">\(texts.views.ownScales)</p>
    \(assessments.map { assessmentTotals($0, title: nil) })</section>

    """
  }

  /// How many items stand at each level, as a bar whose parts say their level and their number.
  private func assessmentTotals(_ index: Int, title: String?) -> HTML {
    guard let assessment = site.items[index].capabilities.assessment else { return "" }
    let sum = assessment.levels.reduce(0) { $0 + $1.count }
    let day = site.items[index].date.map { date($0) } ?? unstated(texts.views.dateUnstated)
    let heading: HTML =
      title.map { "<h2>\($0)</h2>\n<p>\(link(toItem: index)), \(day)</p>" }
      ?? "<h3>\(link(toItem: index))</h3>\n<p>\(day)</p>"
    return """
      <section>\(heading)
      <ul class="bar">\(assessment.levels.map { level in
        "<li data-share=\"\(String(level.count))\"><strong>\(number(level.count))</strong> \(level.label)</li>\n"
      })</ul>
      <p class="meta">\(texts.views.sum(number(sum)))</p></section>

      """
  }

  /// The level of each item that an assessment names.
  private func levels(in index: Int) -> [Int: String] {
    let statuses = site.items[index].capabilities.assessment?.statuses ?? []
    let known = statuses.compactMap { status in status.item.target.map { ($0, status.level) } }
    return Dictionary(known) { first, _ in first }
  }

  // MARK: Commitments

  private struct TrackerGroup {
    /// Empty where nothing groups the items.
    var title: HTML
    var items: [Int]
  }

  /// The items by the first term they have in a field, in the order of its vocabulary; those without one
  /// last.
  private func trackerGroups(_ items: Range<Int>, by field: Int?, of type: ContentType) -> [TrackerGroup] {
    guard let field else { return [TrackerGroup(title: "", items: Array(items))] }
    var groups: [TermReference: [Int]] = [:]
    var others: [Int] = []
    for index in items {
      if let term = site.items[index].fields[field]?.firstTerm {
        groups[term, default: []].append(index)
      } else {
        others.append(index)
      }
    }
    let label = HTML(text: type.fields[field].label)
    let named = groups.sorted { $0.key < $1.key }.map { term, items in
      TrackerGroup(title: [label, link(to: term)].dotted(), items: items)
    }
    return others.isEmpty
      ? named : named + [TrackerGroup(title: [label, unstated()].dotted(), items: others)]
  }

  private func trackerGroup(_ group: TrackerGroup, detail: Int?, _ levels: [Int: String]?) -> HTML {
    """
    <section class="tracker">\(when(!group.title.isEmpty, "<h2>\(group.title)</h2>\n"))\
    <ol>\(group.items.map { trackerRow($0, detail: detail, levels) })</ol></section>

    """
  }

  private func trackerRow(_ index: Int, detail: Int?, _ levels: [Int: String]?) -> HTML {
    let item = site.items[index]
    let detail = detail.flatMap { item.fields[$0]?.firstTerm }.map {
      "<p class=\"meta\">\(label(of: $0))</p>" as HTML
    }
    let status = levels.map { levels in
      let level = levels[index].map { HTML(text: $0) } ?? unstated(texts.views.statusUnstated)
      return "<p class=\"status\">\(level)</p>" as HTML
    }
    return """
      <li><span class="number">\(item.capabilities.tracker.map { number($0.number) } ?? "")</span>\
      <div>\(link(toItem: index))\(detail)</div>\(status)</li>

      """
  }
}

extension Field {
  fileprivate var isTerm: Bool {
    if case .term = kind { true } else { false }
  }
}

extension FieldValue {
  fileprivate var firstTerm: TermReference? {
    for case .term(let term) in parts { return term }
    return nil
  }
}
