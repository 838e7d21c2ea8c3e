import Markup

/// What `content/types/<id>.yml` says, before the other declarations are known.
struct ContentTypeReading {
  var type: ContentType
  var diagnostics: [Diagnostic]
  /// The terms all its items have.
  var terms: [PendingTerm]
  /// The types that its reference fields name.
  var types: [PendingType]
}

/// A term that a type gives all its items.
struct PendingTerm {
  var vocabulary: String
  var vocabularyLocation: SourceLocation
  var term: String
  var location: SourceLocation
}

/// A content type that another one names.
struct PendingType {
  var name: String
  var location: SourceLocation
}

extension ContentType {
  /// Reads `content/types/<id>.yml`.
  ///
  /// - Parameters:
  ///   - vocabularies: those that could be read.
  ///   - unread: the ids of those that couldn't: nothing is said about them here.
  static func read(
    _ root: YAMLNode, id: String, file: String, typography: Typography, vocabularies: [Vocabulary],
    unread: Set<String>
  ) -> ContentTypeReading {
    var reader = MappingReader(root, file: file, typography: typography)
    let name = reader.text("name", required: true) ?? id
    let plural = reader.text("plural", required: true) ?? name
    let folder = reader.folder("folder") ?? id
    let path = reader.path("path") ?? folder
    let capabilities = reader.capabilities("capabilities")
    var fields = FieldsReader(
      vocabularies: vocabularies, unread: unread, capabilities: capabilities.map(\.rawValue))
    fields.read("fields", in: &reader)
    let terms = reader.pendingTerms("terms")
    let type = ContentType(
      id: id, name: name, plural: plural, folder: folder, path: path,
      description: reader.text("description"),
      order: reader.integer("order") ?? Int.max,
      hasList: reader.boolean("list") ?? !path.isEmpty,
      sort: reader.sort(
        "sort", fields: fields.fields, unread: fields.unreadFields, capabilities: capabilities),
      fields: fields.fields, capabilities: capabilities,
      linksMentions: capabilities.contains(.definition) && reader.boolean("autolink") ?? true,
      terms: [], introduction: nil,
      view: reader.view("view", capabilities: capabilities),
      reviewMonths: reader.months("review_after"), expectsSources: reader.boolean("expects_sources") ?? false,
      location: reader.locationOfAddress,
      folderLocation: reader.keys.contains("folder")
        ? reader.keyLocation("folder") : SourceLocation(file: file),
      unreadFields: fields.unreadFields)
    reader.finish()
    return ContentTypeReading(type: type, diagnostics: reader.diagnostics, terms: terms, types: fields.types)
  }
}

extension MappingReader {
  /// The key that gives what a file declares its address: `path`, else `folder`, else the file itself.
  var locationOfAddress: SourceLocation {
    let key = ["path", "folder"].first { keys.contains($0) }
    return key.map { keyLocation($0) } ?? SourceLocation(file: file)
  }

  fileprivate mutating func folder(_ key: String) -> String? {
    guard let node = node(key), let text = text(of: node, key: key) else { return nil }
    let reserved = ["types", "vocabularies", "static"]
    let first = text.split(separator: "/").first.map(String.init) ?? ""
    guard MappingReader.isCleanPath(text), !text.isEmpty, !reserved.contains(first) else {
      report(.pathInvalid(key: key, value: text), at: node)
      return nil
    }
    return text
  }

  /// A path of slugs between slashes; may be empty.
  mutating func path(_ key: String) -> String? {
    let node = node(key)
    guard keys.contains(key) else { return nil }
    guard let node else { return "" }
    guard let text = text(of: node, key: key) else { return nil }
    let parts = text.split(separator: "/").map(String.init)
    guard MappingReader.isCleanPath(text), parts.allSatisfy({ Slug.make($0) == $0 }) else {
      report(.pathInvalid(key: key, value: text), at: node)
      return nil
    }
    return text
  }

  /// Whether a path has no empty or hidden part, no leading slash and no backslash.
  private static func isCleanPath(_ text: String) -> Bool {
    text.isEmpty
      || text.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
        !$0.isEmpty && $0.utf8.first != UInt8(ascii: ".") && !$0.utf8.contains(UInt8(ascii: "\\"))
      }
  }

  fileprivate mutating func capabilities(_ key: String) -> [CapabilityKind] {
    let known = CapabilityKind.allCases.map(\.rawValue)
    var kinds: [CapabilityKind] = []
    for node in list(key) {
      guard let text = text(of: node, key: key) else { continue }
      if let kind = CapabilityKind(rawValue: text) {
        if !kinds.contains(kind) { kinds.append(kind) }
      } else {
        reportUnknown(.capability, text, among: known, at: node.location(in: file))
      }
    }
    return kinds
  }

  /// How the type's list looks, by its capabilities unless it says so.
  fileprivate mutating func view(_ key: String, capabilities: [CapabilityKind]) -> ContentType.View {
    let byDefault = ContentType.View(of: capabilities)
    guard let node = node(key), let text = text(of: node, key: key) else { return byDefault }
    if let view = ContentType.View(rawValue: text) { return view }
    let known = ContentType.View.allCases.map(\.rawValue)
    report(
      .unknownValue(key: key, value: text, suggestion: EditDistance.nearest(to: text, among: known), known: known),
      at: node)
    return byDefault
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
    _ key: String, fields: [Field], unread: [String], capabilities: [CapabilityKind]
  ) -> ContentType.SortOrder {
    let byDefault = ContentType.SortOrder(key: .title, descending: false)
    guard let node = node(key), let text = text(of: node, key: key) else { return byDefault }
    let descending = text.utf8.first == UInt8(ascii: "-")
    let name = String(descending ? text.dropFirst() : text[...])
    let keys = ContentType.sortKeys(fields: fields, capabilities: capabilities)
    if let found = keys.first(where: { $0.name == name })?.key {
      return ContentType.SortOrder(key: found, descending: descending)
    }
    if !unread.contains(name) {
      let known = keys.map(\.name)
      report(
        .unknownValue(
          key: key, value: text, suggestion: EditDistance.nearest(to: name, among: known), known: known),
        at: node)
    }
    return byDefault
  }
}

extension ContentType {
  /// What items can be sorted by, under the names authors give it.
  fileprivate static func sortKeys(
    fields: [Field], capabilities: [CapabilityKind]
  ) -> [(name: String, key: SortOrder.Key)] {
    var keys: [(String, SortOrder.Key)] = [("title", .title), ("date", .date), ("order", .order)]
    for (index, field) in fields.enumerated() where !field.isList {
      switch field.kind {
      case .text, .date, .number: keys.append((field.id, .field(index)))
      case .markdown, .link, .boolean, .term, .reference: break
      }
    }
    for (kind, name) in [(CapabilityKind.event, "start"), (.course, "period"), (.tracker, "number"), (.chapter, "number")]
    where capabilities.contains(kind) {
      keys.append(("\(kind.rawValue).\(name)", .capability(kind)))
      keys.append((kind.rawValue, .capability(kind)))
    }
    return keys
  }
}
