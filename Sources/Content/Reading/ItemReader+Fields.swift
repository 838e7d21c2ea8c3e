import HTML
import Markup

extension ItemReader {
  /// The value of a declared field, or `nil` when the author gave none.
  func value(of field: Field, _ reader: inout MappingReader) -> FieldValue? {
    guard let node = reader.node(field.id) else {
      if field.isRequired { reader.report(.missingKey(field.id), at: reader.keyLocation(field.id)) }
      return nil
    }
    if node.isUnspecified { return .unspecified }
    if field.isList {
      return .list((node.items ?? [node]).compactMap { value(of: $0, as: field, &reader) })
    }
    if node.items != nil {
      reader.report(.wrongKind(key: field.id, expected: field.kind.valueKind, found: .list), at: node)
      return nil
    }
    return value(of: node, as: field, &reader)
  }

  private func value(of node: YAMLNode, as field: Field, _ reader: inout MappingReader) -> FieldValue? {
    switch field.kind {
    case .text: return reader.text(of: node, key: field.id).map { .text($0) }
    case .markdown: return markdown(of: node, key: field.id, &reader)
    case .date: return reader.date(of: node, key: field.id).map { .date($0) }
    case .number: return reader.number(of: node, key: field.id).map { .number($0) }
    case .link: return reader.link(of: node, key: field.id).map { .link($0) }
    case .boolean: return reader.boolean(of: node, key: field.id).map { .boolean($0) }
    case .term(let vocabulary): return term(of: node, in: vocabulary, key: field.id, &reader)
    case .reference:
      guard let text = reader.text(of: node, key: field.id) else { return nil }
      return .reference(Reference(text: text, target: nil, location: node.location(in: reader.file)))
    }
  }

  private func term(
    of node: YAMLNode, in vocabulary: Int, key: String, _ reader: inout MappingReader
  ) -> FieldValue? {
    guard let text = reader.text(of: node, key: key) else { return nil }
    if let term = termIndices[vocabulary][text] {
      return .term(TermReference(vocabulary: vocabulary, term: term))
    }
    let terms = vocabularies[vocabulary].terms
    let folded = Slug.make(text)
    if let term = terms.firstIndex(where: { Slug.make($0.label) == folded }) {
      return .term(TermReference(vocabulary: vocabulary, term: term))
    }
    let known = terms.map(\.id)
    let suggestion =
      EditDistance.nearest(to: text, among: known)
      ?? EditDistance.nearest(to: text, among: terms.map(\.label)).flatMap { label in
        terms.first { $0.label == label }?.id
      }
    reader.report(.unknownName(kind: .term, name: text, suggestion: suggestion, known: known), at: node)
    return nil
  }

  private func markdown(of node: YAMLNode, key: String, _ reader: inout MappingReader) -> FieldValue? {
    guard let text = reader.text(of: node, key: key) else { return nil }
    do throws(MarkdownError) {
      let rendered = try renderMarkdown(
        Array(text.utf8)[...], firstLine: node.line, options: MarkdownOptions(reservedIDs: Site.reservedIDs))
      reader.add(rendered.findings.map { Diagnostic($0, file: reader.file) })
      return .markdown(Body(rendered))
    } catch {
      reader.report(Diagnostic(error, file: reader.file).problem, at: node)
      return nil
    }
  }
}

extension Field.Kind {
  var valueKind: Problem.ValueKind {
    switch self {
    case .date: .date
    case .number: .number
    case .boolean: .boolean
    default: .text
    }
  }
}
