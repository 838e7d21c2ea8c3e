/// Reads the fields that a content type declares.
struct FieldsReader {
  let vocabularies: [Vocabulary]
  /// The ids of vocabularies that couldn't be read.
  let unread: Set<String>
  /// The keys of the type's capabilities.
  let capabilities: [String]
  private(set) var fields: [Field] = []
  /// The fields whose declaration has an error.
  private(set) var unreadFields: [String] = []
  /// The types that fields refer to.
  private(set) var types: [PendingType] = []

  init(vocabularies: [Vocabulary], unread: Set<String>, capabilities: [String]) {
    self.vocabularies = vocabularies
    self.unread = unread
    self.capabilities = capabilities
  }

  mutating func read(_ key: String, in reader: inout MappingReader) {
    guard var map = reader.mapping(key) else { return }
    for id in map.keys {
      let place = map.keyLocation(id)
      guard !ItemReader.builtInKeys.contains(id), !capabilities.contains(id) else {
        map.report(.nameTaken(kind: .field, name: id, first: nil), at: place)
        continue
      }
      guard let node = map.node(id) else {
        map.report(.missingKey("type"), at: place)
        unreadFields.append(id)
        continue
      }
      var inner = reader.inner(node, keyed: id)
      if let field = field(id, &inner) {
        fields.append(field)
      } else {
        unreadFields.append(id)
      }
      inner.finish()
      map.add(inner)
    }
    map.accept(map.keys)
    reader.add(map)
  }

  private mutating func field(_ id: String, _ reader: inout MappingReader) -> Field? {
    let label = reader.text("label") ?? id
    let help = reader.text("help")
    let isList = reader.boolean("list") ?? false
    let isRequired = reader.boolean("required") ?? false
    let isUnique = reader.boolean("unique") ?? false
    let isFacet = reader.boolean("facet") ?? false
    let unit = reader.text("unit")
    guard let kind = kind(&reader) else { return nil }
    return Field(
      id: id, label: label, help: help, kind: kind, isList: isList, isRequired: isRequired,
      isUnique: isUnique,
      isFacet: isFacet, unit: unit)
  }

  private mutating func kind(_ reader: inout MappingReader) -> Field.Kind? {
    let vocabulary = reader.node("vocabulary")
    let types = types(&reader)
    guard let node = reader.node("type") else {
      reader.reportMissing("type")
      return nil
    }
    guard let text = reader.text(of: node, key: "type") else { return nil }
    switch FieldTypeName(rawValue: text) {
    case .text: return .text
    case .markdown: return .markdown
    case .date: return .date
    case .number: return .number
    case .link: return .link
    case .boolean: return .boolean
    case .reference: return .reference(types: types)
    case .term: return term(of: vocabulary, &reader)
    case nil:
      let known = FieldTypeName.allCases.map(\.rawValue)
      reader.report(
        .unknownValue(
          key: "type", value: text, suggestion: EditDistance.nearest(to: text, among: known), known: known),
        at: node)
      return nil
    }
  }

  private mutating func types(_ reader: inout MappingReader) -> [String] {
    var names: [String] = []
    for node in reader.list("to") {
      guard let text = reader.text(of: node, key: "to") else { continue }
      names.append(text)
      types.append(PendingType(name: text, location: node.location(in: reader.file)))
    }
    return names
  }

  private func term(of vocabulary: YAMLNode?, _ reader: inout MappingReader) -> Field.Kind? {
    guard let vocabulary else {
      reader.reportMissing("vocabulary")
      return nil
    }
    guard let name = reader.text(of: vocabulary, key: "vocabulary") else { return nil }
    if let index = vocabularies.firstIndex(where: { $0.id == name }) { return .term(vocabulary: index) }
    if !unread.contains(name) {
      reader.reportUnknown(
        .vocabulary, name, among: vocabularies.map(\.id), at: vocabulary.location(in: reader.file))
    }
    return nil
  }
}
