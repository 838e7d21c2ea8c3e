import HTML

/// A JSON Schema (draft 2020-12) for values of YAML's core schema, where `2024` is a number and `oui` a text.
struct Schema {
  static let dialect: JSON = "https://json-schema.org/draft/2020-12/schema"

  var json: JSON

  init(_ json: JSON) {
    self.json = json
  }

  /// A value that one of these allows; the words about it are the first one's.
  static func any(_ first: Schema, _ others: Schema...) -> Schema { others.reduce(first) { $0.or($1) } }

  private func or(_ other: Schema) -> Schema {
    let words = members.filter { $0.name == "title" || $0.name == "description" }
    let rest = members.filter { !words.contains($0) }
    let alternatives = Schema(.object(rest)).alternatives + other.alternatives
    return Schema(.object(words + [JSON.Member(name: "anyOf", value: .array(alternatives))]))
  }

  private var members: [JSON.Member] { if case .object(let members) = json { members } else { [] } }

  /// The schemas that it is one of, where it is nothing else.
  private var alternatives: [JSON] {
    if members.count == 1, members[0].name == "anyOf", case .array(let schemas) = members[0].value {
      return schemas
    }
    return [json]
  }

  static func pattern(_ pattern: String) -> Schema {
    Schema(["type": "string", "pattern": .string(pattern)])
  }

  static func one(of values: [String]) -> Schema { Schema(["enum": .array(values.map { .string($0) })]) }

  /// A value, or a list of such values.
  var list: Schema { .any(self, Schema(["type": "array", "items": json])) }

  /// The value, or nothing behind its key.
  var optional: Schema { or(Schema(["type": "null"])) }

  /// The value, or the words which say that the sources don't say.
  var orUnspecified: Schema { or(.unspecified) }

  func described(_ title: String? = nil, _ description: String? = nil) -> Schema {
    let words = [("title", title), ("description", description)].compactMap { name, text in
      text.map { JSON.Member(name: name, value: .string($0)) }
    }
    return Schema(.object(words + members))
  }

  /// A property of a group.
  struct Key {
    let name: String
    let schema: Schema
    let isRequired: Bool

    init(_ name: String, _ schema: Schema, required: Bool = false) {
      self.name = name
      self.schema = required ? schema : schema.optional
      isRequired = required
    }
  }

  /// A group of these keys and no others.
  static func group(_ keys: [Key]) -> Schema {
    let properties = keys.map { JSON.Member(name: $0.name, value: $0.schema.json) }
    let required = keys.filter(\.isRequired).map { JSON.string($0.name) }
    let members: [JSON.Member] = [
      JSON.Member(name: "type", value: "object"), JSON.Member(name: "properties", value: .object(properties)),
      JSON.Member(name: "required", value: .array(required)),
      JSON.Member(name: "additionalProperties", value: false),
    ]
    return Schema(.object(members.filter { $0.value != .array([]) }))
  }

  /// A group whose keys are names of the author's own.
  static func names(_ value: Schema) -> Schema {
    Schema(["type": "object", "additionalProperties": value.json])
  }

  /// The schema as a document of its own.
  var document: JSON {
    .object([JSON.Member(name: "$schema", value: Schema.dialect)] + members)
  }
}
