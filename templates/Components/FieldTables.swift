import Content
import HTML

/// Tables of the fields that items of a content type have, for those who write them.
extension Rendering {
  func fieldTable(ofType index: Int) -> HTML {
    let type = site.types[index]
    let rows = type.fields.map(row) + type.capabilities.flatMap { $0.keys.map(row) }
    let folder: HTML = "\(texts.fields.folder) <code>\(type.folder)</code>"
    guard !rows.isEmpty else { return "<p class=\"meta\">\(folder). \(texts.fields.none)</p>\n" }
    let name = texts.fields.of(type.name)
    let headers: [HTML] = [texts.fields.key, texts.fields.meaning, texts.fields.value, texts.fields.required]
      .map { "<th scope=\"col\">\($0)</th>" }
    return """
      <div class="table-scroll" tabindex="0" role="region" aria-label="\(name)">
      <table class="fields"><caption>\(name) <span>· \(folder)</span></caption>
      <thead><tr>\(headers)</tr></thead>
      <tbody>
      \(rows)</tbody></table>
      </div>

      """
  }

  private func row(_ field: Field) -> HTML {
    let value = words(for: field.kind, isList: field.isList)
    return row(
      field.id, "\(field.label)\(when(field.help != nil, "<br><small>\(field.help ?? "")</small>"))",
      field.unit.map { "\(value) (\($0))" } ?? value, field.isRequired ? texts.yes : nil)
  }

  private func row(_ key: CapabilityKey) -> HTML {
    let value: HTML =
      switch key.value {
      case .field(let kind, let isList): words(for: kind, isList: isList)
      case .typeName: HTML(text: texts.fields.typeName)
      case .groups(let keys): "\(texts.fields.groups) \(codes(keys))"
      case .rows(let keys): "\(texts.fields.rowsOfGroups) \(codes(keys))"
      case .levels: HTML(text: texts.fields.levelOfItems)
      }
    return row(
      key.rawValue, HTML(text: texts.label(of: key)), value,
      key.isRequired ? texts.fields.requiredIn(key.group) : nil)
  }

  private func row(_ key: String, _ meaning: HTML, _ value: HTML, _ required: String?) -> HTML {
    """
    <tr><th scope="row"><code>\(key)</code></th><td>\(meaning)</td><td>\(value)</td>\
    <td>\(required ?? "—")</td></tr>

    """
  }

  /// What authors write for a field of a kind.
  private func words(for kind: Field.Kind, isList: Bool) -> HTML {
    let words = texts.fields.kind(kind, isList)
    switch kind {
    case .text, .markdown, .date, .number, .link, .boolean: return HTML(text: words)
    case .term(let index):
      let vocabulary = site.vocabularies[index]
      if let url = vocabulary.url { return "\(words) \(link(vocabulary.plural, to: url))" }
      let terms = vocabulary.terms.map(\.label).joined(separator: ", ")
      return "\(words) \(vocabulary.plural) (\(terms))"
    case .reference(let ids):
      let types = ids.compactMap { id in site.types.first { $0.id == id } }
      let links = types.map { link($0.name, to: $0.hasList ? $0.url : nil) }
      return links.isEmpty ? HTML(text: words) : "\(words) \(links.joined(separator: ", "))"
    }
  }

  private func codes(_ keys: [String]) -> HTML {
    keys.map { "<code>\($0)</code>" as HTML }.joined(separator: ", ")
  }
}
