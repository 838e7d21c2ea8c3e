import Markup

extension Vocabulary {
  /// Reads `content/vocabularies/<id>.yml`.
  static func read(
    _ root: YAMLNode, id: String, file: String, typography: Typography
  ) -> (Vocabulary, [Diagnostic], [PendingLink]) {
    var reader = MappingReader(root, file: file, typography: typography)
    let name = reader.text("name", required: true) ?? id
    let plural = reader.text("plural", required: true) ?? name
    let path = reader.path("path") ?? id
    let hasPages = reader.boolean("pages") ?? true
    var terms: [Term] = []
    var places: [String: SourceLocation] = [:]
    for node in reader.list("terms") {
      var inner = reader.inner(node, keyed: "terms")
      if let term = inner.term(under: hasPages ? path : nil, known: places) {
        terms.append(term)
        places[term.id] = term.location
      }
      inner.finish()
      reader.add(inner)
    }
    let vocabulary = Vocabulary(
      id: id, name: name, plural: plural, path: path,
      description: reader.text("description"),
      order: reader.integer("order") ?? Int.max,
      hasPages: hasPages, grouping: reader.grouping("group_by"), terms: terms, sources: reader.sources("sources"), location: reader.locationOfAddress)
    reader.finish()
    return (vocabulary, reader.diagnostics, reader.links)
  }
}

extension MappingReader {
  fileprivate mutating func grouping(_ key: String) -> (text: String, location: SourceLocation)? {
    guard let node = node(key), let text = text(of: node, key: key) else { return nil }
    return (text, node.location(in: file))
  }

  fileprivate mutating func term(under path: String?, known: [String: SourceLocation]) -> Term? {
    let label = text("label", required: true)
    let description = text("description")
    let code = verbatim("code")
    guard let node = node("id") else {
      reportMissing("id")
      return nil
    }
    guard let id = text(of: node, key: "id") else { return nil }
    guard Slug.make(id) == id, !id.isEmpty else {
      report(.slugInvalid(key: "id", value: id, suggestion: Slug.make(id)), at: node)
      return nil
    }
    if let first = known[id] {
      report(.nameTaken(kind: .term, name: id, first: first), at: node)
      return nil
    }
    guard let label else { return nil }
    return Term(
      id: id, label: label, description: description, code: code, page: nil,
      url: path.map { .site("/\($0)/\(id)/") }, location: node.location(in: file))
  }

  /// Where statements come from: the file name of an item, or a mapping; none where the author says that nothing
  /// does.
  mutating func sources(_ key: String) -> [Source] {
    var sources: [Source] = []
    for node in list(key) where !node.isUnspecified {
      if let text = node.text {
        let reference = Reference(text: text, target: nil, location: node.location(in: file))
        sources.append(Source(reference: reference, text: nil, url: nil, page: nil, date: nil, note: nil))
        continue
      }
      var inner = self.inner(node, keyed: key)
      let named = inner.node("source")
      let reference = named.flatMap { node in
        inner.text(of: node, key: "source").map { Reference(text: $0, target: nil, location: node.location(in: file)) }
      }
      let source = Source(
        reference: reference, text: inner.text("text", required: named == nil), url: inner.link("url"),
        page: inner.text("page"), date: inner.date("date"), note: inner.text("note"))
      inner.finish()
      add(inner)
      sources.append(source)
    }
    return sources
  }
}
