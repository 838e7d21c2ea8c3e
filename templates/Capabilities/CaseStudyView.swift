import Content
import HTML

extension Rendering {
  /// What a case tells before the type's own long fields: who, when, with what results, and what supports
  /// them.
  func caseSections(of study: CaseStudy, _ item: Item) -> HTML {
    let words = texts.fields.capabilities
    return """
      \(study.actors.map { caseSection(words.actors, statedList($0, of: item)) })\
      \(when(!study.timeline.isEmpty, caseSection(words.timeline, timeline(of: study.timeline, item))))\
      \(study.results.map { caseSection(words.results, statedList($0, of: item)) })\
      \(study.evidence.map { evidence($0, of: item) })
      """
  }

  /// What the sources leave unsaid of a case; it stands before them.
  func caseGaps(of study: CaseStudy, _ item: Item) -> HTML {
    guard !study.unstated.isEmpty else { return "" }
    return caseSection(texts.fields.capabilities.unstated, list(study.unstated, of: item))
  }

  /// An Article, with the places whose codes the content gives.
  ///
  /// Nothing in a case says whom it addresses, so no audience is given.
  func caseData(_ study: CaseStudy, _ item: Item) -> (type: String, [JSON.Member]) {
    var members = [JSON.Member(name: "headline", value: .string(item.title))]
    if let date = item.date?.datetimeAttribute {
      members.append(JSON.Member(name: "datePublished", value: .string(date)))
    }
    let places = item.terms.map { site[$0] }.filter { $0.code != nil }
      .map { ["@type": "Place", "name": .string($0.label)] as JSON }
    if !places.isEmpty { members.append(JSON.Member(name: "spatialCoverage", value: .array(places))) }
    return ("Article", members)
  }

  private func caseSection(_ title: String, _ content: HTML) -> HTML {
    "<section><h2>\(title)</h2>\n\(content)</section>\n"
  }

  private func statedList(_ texts: Stated<[String]>, of item: Item) -> HTML {
    guard let texts = texts.value else { return "<p>\(unstated())</p>\n" }
    return list(texts, of: item)
  }

  private func list(_ texts: [String], of item: Item) -> HTML {
    "<ul\(lang(item))>\(texts.map { "<li>\($0)</li>\n" })</ul>\n"
  }

  private func timeline(of moments: [CaseStudy.Moment], _ item: Item) -> HTML {
    timeline(moments.map { (date($0.date), "<p\(lang(item))>\($0.text)</p>") })
  }

  private func evidence(_ evidence: Stated<String>, of item: Item) -> HTML {
    let words = evidence.value.map { "<p\(lang(item))>\($0)</p>" as HTML } ?? "<p>\(unstated())</p>"
    return "<section class=\"panel\"><h2>\(texts.fields.capabilities.evidence)</h2>\(words)</section>\n"
  }
}
