import Markup

extension ContentType {
  /// Reads `content/types/<id>.yml`.
  static func read(
    _ root: YAMLNode, id: String, file: String, vocabularies: [Vocabulary]
  ) -> (ContentType, [Diagnostic], [PendingTerm]) {
    var reader = MappingReader(root, file: file)
    let name = reader.text("name", required: true) ?? id
    let plural = reader.text("plural", required: true) ?? name
    let folder = reader.folder("folder") ?? id
    let path = reader.path("path") ?? folder
    let capabilities = reader.capabilities("capabilities")
    let fields = reader.fields("fields", vocabularies: vocabularies, reserved: capabilities.map(\.rawValue))
    let terms = reader.pendingTerms("terms")
    let type = ContentType(
      id: id, name: name, plural: plural, folder: folder, path: path,
      description: reader.text("description"),
      order: reader.integer("order") ?? Int.max,
      hasList: reader.boolean("list") ?? !path.isEmpty,
      sort: reader.sort("sort", fields: fields, capabilities: capabilities),
      fields: fields, capabilities: capabilities, terms: [], introduction: nil,
      location: reader.location)
    reader.finish()
    return (type, reader.diagnostics, terms)
  }
}

/// Terms that a type gives all its items, before the vocabularies are known.
struct PendingTerm {
  var vocabulary: String
  var vocabularyLocation: SourceLocation
  var term: String
  var location: SourceLocation
}

extension MappingReader {
  fileprivate mutating func folder(_ key: String) -> String? {
    guard let node = node(key), let text = text(of: node, key: key) else { return nil }
    let reserved = ["types", "vocabularies", "static"]
    guard isCleanPath(text), !text.isEmpty, !reserved.contains(text) else {
      report(.pathInvalid(key: key, value: text), at: node)
      return nil
    }
    return text
  }

  /// A path of slugs between slashes; may be empty.
  mutating func path(_ key: String) -> String? {
    guard entriesContain(key) else { return nil }
    guard let node = node(key) else { return "" }
    guard let text = text(of: node, key: key) else { return nil }
    let parts = text.split(separator: "/").map(String.init)
    guard isCleanPath(text), parts.allSatisfy({ Slug.make($0) == $0 }) else {
      report(.pathInvalid(key: key, value: text), at: node)
      return nil
    }
    return parts.joined(separator: "/")
  }

  /// Whether a path has no empty, `.` or `..` part, no leading slash and no backslash.
  private func isCleanPath(_ text: String) -> Bool {
    text.isEmpty
      || text.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
        !$0.isEmpty && $0 != "." && $0 != ".." && !$0.utf8.contains(UInt8(ascii: "\\"))
      }
  }

  fileprivate mutating func capabilities(_ key: String) -> [CapabilityKind] {
    let known = CapabilityKind.allCases.map(\.rawValue)
    var kinds: [CapabilityKind] = []
    for node in list(key) {
      guard let text = text(of: node, key: key) else { continue }
      if let kind = CapabilityKind(rawValue: text) {
        kinds.append(kind)
      } else {
        report(
          .unknownName(
            kind: .capability, name: text, suggestion: EditDistance.nearest(to: text, among: known), known: known),
          at: node)
      }
    }
    return kinds
  }

  fileprivate mutating func fields(_ key: String, vocabularies: [Vocabulary], reserved: [String]) -> [Field] {
    guard var map = mapping(key) else { return [] }
    var fields: [Field] = []
    for id in map.keys {
      let place = map.keyLocation(id)
      if ItemReader.builtInKeys.contains(id) || reserved.contains(id) {
        map.report(.nameTaken(kind: .field, name: id, first: place), at: place)
      }
      guard let node = map.node(id) else {
        map.report(.missingKey("type"), at: place)
        continue
      }
      var reader = MappingReader(node, file: file, keyed: id)
      if let field = reader.field(id, vocabularies: vocabularies) { fields.append(field) }
      reader.finish()
      map.add(reader)
    }
    add(map)
    return fields
  }

  private mutating func field(_ id: String, vocabularies: [Vocabulary]) -> Field? {
    let label = text("label") ?? id
    let help = text("help")
    let isList = boolean("list") ?? false
    let isRequired = boolean("required") ?? false
    let isUnique = boolean("unique") ?? false
    let isFacet = boolean("facet") ?? false
    let unit = text("unit")
    let vocabulary = node("vocabulary")
    let types = texts("to")
    guard let kind = fieldKind("type", vocabulary: vocabulary, types: types, vocabularies: vocabularies) else {
      return nil
    }
    return Field(
      id: id, label: label, help: help, kind: kind, isList: isList, isRequired: isRequired, isUnique: isUnique,
      isFacet: isFacet, unit: unit)
  }

  private mutating func fieldKind(
    _ key: String, vocabulary: YAMLNode?, types: [String], vocabularies: [Vocabulary]
  ) -> Field.Kind? {
    let known = ["text", "markdown", "date", "number", "link", "boolean", "term", "reference"]
    guard let node = node(key) else {
      report(.missingKey(key), at: location)
      return nil
    }
    switch text(of: node, key: key) {
    case "text": return .text
    case "markdown": return .markdown
    case "date": return .date
    case "number": return .number
    case "link": return .link
    case "boolean": return .boolean
    case "reference": return .reference(types: types)
    case "term":
      guard let vocabulary, let name = vocabulary.text else {
        report(.missingKey("vocabulary"), at: location)
        return nil
      }
      guard let index = vocabularies.firstIndex(where: { $0.id == name }) else {
        let known = vocabularies.map(\.id)
        report(
          .unknownName(
            kind: .vocabulary, name: name, suggestion: EditDistance.nearest(to: name, among: known), known: known),
          at: vocabulary)
        return nil
      }
      return .term(vocabulary: index)
    case let text?:
      report(
        .unknownValue(key: key, value: text, suggestion: EditDistance.nearest(to: text, among: known), known: known),
        at: node)
      return nil
    case nil: return nil
    }
  }

  fileprivate mutating func pendingTerms(_ key: String) -> [PendingTerm] {
    guard var map = mapping(key) else { return [] }
    var terms: [PendingTerm] = []
    for vocabulary in map.keys {
      let place = map.keyLocation(vocabulary)
      for node in map.list(vocabulary) {
        guard let text = map.text(of: node, key: vocabulary) else { continue }
        terms.append(
          PendingTerm(
            vocabulary: vocabulary, vocabularyLocation: place, term: text, location: node.location(in: file)))
      }
    }
    add(map)
    return terms
  }

  fileprivate mutating func sort(
    _ key: String, fields: [Field], capabilities: [CapabilityKind]
  ) -> ContentType.SortOrder {
    let byDefault = ContentType.SortOrder(key: .title, descending: false)
    guard let node = node(key), let text = text(of: node, key: key) else { return byDefault }
    let descending = text.utf8.first == UInt8(ascii: "-")
    let name = String(descending ? text.dropFirst() : text[...])
    let capability = capabilities.first { name == $0.rawValue || name.hasPrefix($0.rawValue + ".") }
    let found: ContentType.SortOrder.Key?
    switch name {
    case "title": found = .title
    case "date": found = .date
    case "order": found = .order
    default:
      found = fields.firstIndex { $0.id == name }.map { .field($0) } ?? capability.map { .capability($0) }
    }
    guard let found else {
      let known = ["title", "date", "order"] + fields.map(\.id) + capabilities.map(\.rawValue)
      report(
        .unknownValue(key: key, value: text, suggestion: EditDistance.nearest(to: name, among: known), known: known),
        at: node)
      return byDefault
    }
    return ContentType.SortOrder(key: found, descending: descending)
  }

  private func entriesContain(_ key: String) -> Bool { keys.contains(key) }
}
