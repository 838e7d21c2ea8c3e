import Content
import HTML
import Markup
import Templates

/// The JSON Schemas of a platform's files.
public struct PlatformSchemas {
  private let platform: PlatformDeclarations
  private let texts: TemplateTexts
  private let words: AuthorTexts

  public init(_ platform: PlatformDeclarations) {
    self.platform = platform
    texts = TemplateTexts.of(platform.settings.language)
    words = AuthorTexts(for: platform.settings.language)
  }

  /// Those of the settings, of types and of vocabularies, then one for each type's front matter.
  public var files: [SchemaFile] {
    let declarations = DeclarationSchemas(platform)
    return [
      SchemaFile(path: "site.json", schema: declarations.settings.document),
      SchemaFile(path: "type.json", schema: declarations.type.document),
      SchemaFile(path: "vocabulary.json", schema: declarations.vocabulary.document),
    ] + platform.types.indices.map(file)
  }

  /// - Parameter index: the index of a type.
  public func file(ofType index: Int) -> SchemaFile {
    SchemaFile(path: PlatformSchemas.path(of: platform.types[index]), schema: frontMatter(ofType: index))
  }

  static func path(of type: ContentType) -> String { "front-matter/\(type.id).json" }

  /// The schema of the front matter that a type's items have.
  func frontMatter(ofType index: Int) -> JSON {
    let type = platform.types[index]
    let keys =
      ItemKey.allCases.map(key) + type.fields.map(key)
      + type.capabilities.filter { !$0.keys.isEmpty }.map(group)
    return Schema.group(keys).described(type.name, type.description).document
  }

  private func key(_ key: ItemKey) -> Schema.Key {
    let value: Schema =
      switch key.value {
      case .text: .text
      case .date: .date
      case .boolean: .boolean
      case .integer: .integer
      case .sources: .sources
      case .languageCode: .languageCode
      case .slug: .slug
      case .id: .any(.pattern("^[^\\sA-Z.]+$"), Schema(["type": "integer", "minimum": 0]))
      case .path: .path
      case .paths: Schema.path.list
      case .layout: .one(of: PageLayout.allCases.map(\.rawValue))
      case .check: .group([.init("skip", Schema.text.list)])
      }
    return Schema.Key(
      key.rawValue, (key.mayBeUnspecified ? value.orUnspecified : value).described(nil, texts.key(key)))
  }

  private func key(_ field: Field) -> Schema.Key {
    let value = Schema.value(of: field.kind, platform.vocabularies)
    let schema = (field.isList ? value.list : value).orUnspecified.described(field.label, field.help)
    return Schema.Key(field.id, schema, required: field.isRequired)
  }

  private func group(_ capability: CapabilityKind) -> Schema.Key {
    let keys = capability.keys.map { key in
      let value = value(of: key)
      return Schema.Key(
        key.name, (key.mayBeUnspecified ? value.orUnspecified : value).described(words.label(of: key)),
        required: key.isRequired)
    }
    return Schema.Key(capability.rawValue, Schema.group(keys).orUnspecified)
  }

  private func value(of key: CapabilityKey) -> Schema {
    switch key.value {
    case .field(let kind, let isList):
      var value = Schema.value(of: kind, platform.vocabularies)
      if kind == .number { value = .integer }
      return isList ? (key.mayBeUnspecified ? value.orUnspecified : value).list : value
    case .typeName: return .one(of: platform.types.map(\.id))
    case .groups: return members(of: key).list
    case .rows: return members(of: key).list.list
    case .levels: return .names(.text)
    }
  }

  private func members(of key: CapabilityKey) -> Schema {
    .group(
      key.members.map { member in
        let value: Schema =
          switch member.value {
          case .text, .reference: .text
          case .date: .date
          case .number: .number
          case .integer: .integer
          }
        return Schema.Key(
          member.name, member.mayBeUnspecified ? value.orUnspecified : value, required: member.isRequired)
      })
  }
}

/// A schema and its place in the folder of schemas.
public struct SchemaFile: Sendable {
  public let path: String
  public let schema: JSON

  /// The schema as it is written: JSON in UTF-8.
  public var contents: [UInt8] { schema.indented() }

  /// Writes schemas into a folder of the platform, in the place of those that an earlier command wrote there.
  public static func write(_ files: [SchemaFile], to folder: String, below source: String) throws(Diagnostic)
  {
    for file in files {
      let parts = "\(folder)/\(file.path)".split(separator: "/").map(String.init)
      try FileCreation.replace(file.contents, at: parts, below: source)
    }
  }
}
