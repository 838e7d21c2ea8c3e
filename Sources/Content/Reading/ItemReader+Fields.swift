import Markup

extension ItemReader {
  /// The value of a declared field, or `nil` when the author gave none.
  ///
  /// - Parameter headingIDs: the ids that headings of the page have so far; those of Markdown fields are added.
  func value(of field: Field, headingIDs: inout Set<String>, _ reader: inout MappingReader) -> FieldValue? {
    let node = reader.node(field.id)
    guard let node, !node.isBlank, node.items?.isEmpty != true else {
      if field.isRequired { reader.reportMissing(field.id) }
      return nil
    }
    if node.isUnspecified { return .unspecified }
    if field.isList {
      return .list((node.items ?? [node]).compactMap { value(of: $0, as: field, &headingIDs, &reader) })
    }
    if node.text == nil {
      reader.report(
        .wrongKind(key: field.id, expected: field.kind.valueKind, found: node.valueKind), at: node)
      return nil
    }
    return value(of: node, as: field, &headingIDs, &reader)
  }

  /// The values that must be unique, each at its place.
  func uniqueValues(_ values: [FieldValue?], of type: ContentType, _ reader: MappingReader) -> [UniqueValue] {
    var unique: [UniqueValue] = []
    for (index, field) in type.fields.enumerated() where field.isUnique {
      let nodes = reader.written(field.id)
      for (value, node) in zip(values[index]?.parts ?? [], nodes) {
        guard let text = value.comparableText else { continue }
        unique.append(UniqueValue(field: index, text: text, location: node.location(in: reader.file)))
      }
    }
    return unique
  }

  private func value(
    of node: YAMLNode, as field: Field, _ headingIDs: inout Set<String>, _ reader: inout MappingReader
  ) -> FieldValue? {
    switch field.kind {
    case .text:
      // What tells items apart is rather an id or a code than a sentence.
      if field.isUnique { return reader.text(of: node, key: field.id).map { .text($0) } }
      return reader.setText(of: node, key: field.id).map { .text($0) }
    case .markdown: return markdown(of: node, key: field.id, &headingIDs, &reader)
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
    if let term = labelIndices[vocabulary][Slug.make(text)] {
      return .term(TermReference(vocabulary: vocabulary, term: term))
    }
    let terms = vocabularies[vocabulary].terms
    let names = termNames[vocabulary]
    let suggestion = names.ids.nearest(to: text) ?? names.labels.nearest(to: text)
    reader.report(
      .unknownName(
        kind: .term, name: text, suggestion: suggestion, known: terms.prefix(100).map(\.id)), at: node)
    return nil
  }

  private func markdown(
    of node: YAMLNode, key: String, _ headingIDs: inout Set<String>, _ reader: inout MappingReader
  ) -> FieldValue? {
    guard let text = reader.text(of: node, key: key) else { return nil }
    do throws(MarkdownError) {
      var rendered = try renderMarkdown(
        Array(text.utf8)[...],
        options: MarkdownOptions(
          reservedIDs: headingIDs, language: reader.typography.language, allowedHTML: settings.allowedHTML))
      headingIDs.formUnion(rendered.ids)
      for index in rendered.links.indices {
        rendered.links[index].position = node.position(of: rendered.links[index].position)
      }
      for var diagnostic in Diagnostic.all(of: rendered.findings, file: reader.file) {
        if let location = diagnostic.location {
          let place = node.position(of: SourcePosition(line: location.line, column: location.column))
          diagnostic.location?.line = place.line
          diagnostic.location?.column = place.column
        }
        reader.add([diagnostic])
      }
      var body = Body(rendered)
      body.moveSlots { node.position(of: $0) }
      return .markdown(body)
    } catch {
      let place = SourceLocation(file: reader.file, node.position(of: error.position))
      reader.report(Diagnostic(error, file: reader.file).problem, at: place)
      return nil
    }
  }
}

extension FieldValue {
  /// A text that is equal for equal values, where values can be compared.
  fileprivate var comparableText: String? {
    switch self {
    case .text(let text): text
    case .number(let number): String(number.value)
    case .date(let date): date.isoText
    case .link(let url): url.string
    case .reference(let reference): reference.text
    case .unspecified, .markdown, .boolean, .term, .list: nil
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
