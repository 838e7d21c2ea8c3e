import Content

extension Capabilities {
  /// What an item's capabilities say in words.
  var searchedTexts: [String] {
    var texts: [String] = []
    func add(_ more: String?...) { texts += more.compactMap(\.self) }
    if let definition {
      add(definition.text)
      texts += definition.forms
    }
    add(event?.place?.value, course?.duration?.value)
    if let publication {
      texts += publication.authors
      add(publication.publisher?.value, publication.kindName, publication.citation)
    }
    add(platform?.state?.value, platform?.audience?.value)
    if let assessment { texts += assessment.levels.map(\.label) }
    if let matrix {
      texts += matrix.rows + matrix.columns.flatMap { [$0.label, $0.note].compactMap(\.self) }
      texts += matrix.cells.flatMap { $0.map(\.label) }
    }
    if let caseStudy {
      texts += caseStudy.actors?.value ?? []
      texts += caseStudy.timeline.map(\.text)
      texts += caseStudy.results?.value ?? []
      add(caseStudy.evidence?.value)
      texts += caseStudy.unstated
    }
    for statement in figures?.statements ?? [] {
      add(statement.prefix, statement.value.text, statement.unit, statement.label, statement.note)
    }
    for period in phases?.periods ?? [] { add(period.label, period.note) }
    return texts
  }
}
