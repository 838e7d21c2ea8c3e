import Content
import Foundation
import HTML
import Testing

@testable import Scaffolding

/// The keys that schemas allow are those that are read: readers name theirs when one is unknown.
@Suite("The keys of schemas")
struct SchemaKeyTests {
  private static let files: [String: String] = [
    "content/site.yml": "name: Essai\nbase_url: https://exemple.org/\n",
    "content/vocabularies/v.yml": "name: V\nplural: V\nterms:\n  - {id: a, label: A}\n",
    "content/types/t.yml": """
    name: T
    plural: T
    capabilities: [\(CapabilityKind.allCases.map(\.rawValue).joined(separator: ", "))]
    """,
  ]

  /// A file in which `zzz` stands in every kind of mapping, and where these are in the schema.
  struct Case: Sendable, CustomTestStringConvertible {
    let file: String
    let text: String
    /// The keys from the schema's root to the mapping; `*` for a name of the author's own.
    let path: [String]

    var testDescription: String { "\(file) \(path.joined(separator: "."))" }
  }

  private static let settings = "name: Essai\nbase_url: https://exemple.org/\n"
  static let cases: [Case] =
    [
      Case(file: "site.yml", text: settings + "zzz: 1\n", path: []),
      Case(file: "types/t.yml", text: "name: T\nplural: T\ncapabilities: [definition]\nzzz: 1\n", path: []),
      Case(
        file: "types/t.yml", text: "name: T\nplural: T\nfields:\n  f: {type: text, zzz: 1}\n",
        path: ["fields", "*"]),
      Case(file: "vocabularies/v.yml", text: "name: V\nplural: V\nzzz: 1\n", path: []),
      Case(
        file: "vocabularies/v.yml", text: "name: V\nplural: V\nterms:\n  - {id: a, label: A, zzz: 1}\n",
        path: ["terms"]),
      Case(
        file: "vocabularies/v.yml", text: "name: V\nplural: V\nsources:\n  - {text: A, zzz: 1}\n",
        path: ["sources"]),
      Case(
        file: "site.yml",
        text: settings
          + "positioning: {title: A, doors: v, questions: [{vocabulary: v, question: A, zzz: 1}]}\n",
        path: ["positioning", "questions"]),
    ]
    + ["navigation", "footer"].map {
      Case(file: "site.yml", text: settings + "\($0): [{label: A, link: /, zzz: 1}]\n", path: [$0])
    }
    + ["publisher", "contact", "colours", "accessibility", "budgets"].map {
      Case(file: "site.yml", text: settings + "\($0): {zzz: 1}\n", path: [$0])
    }
    + ["library", "search", "agenda", "positioning"].map {
      Case(file: "site.yml", text: settings + "\($0): {title: A, zzz: 1}\n", path: [$0])
    }
    + [Case(file: "site.yml", text: settings + "home: [{newest: 1, zzz: 1}]\n", path: ["home"])]

  @Test("Declarations", arguments: cases)
  func declarations(_ example: Case) async throws {
    let folder = try Folder()
    for (path, text) in Self.files { try folder.write(text, to: path) }
    let platform = try PlatformDeclarations(folder: folder.path)
    let schemas = DeclarationSchemas(platform)
    let schema =
      switch example.file {
      case "site.yml": schemas.settings
      case "types/t.yml": schemas.type
      default: schemas.vocabulary
      }
    try folder.write(example.text, to: "content/" + example.file)
    let known = try await known(in: folder)
    let keys = try #require(Self.properties(at: example.path, in: schema.json))
    #expect(Set(known) == Set(keys))
  }

  @Test("Front matter")
  func frontMatter() async throws {
    let folder = try Folder()
    for (path, text) in Self.files { try folder.write(text, to: path) }
    try folder.write("---\ntitle: A\nzzz: 1\n---\n", to: "content/t/a.md")
    let platform = try PlatformDeclarations(folder: folder.path)
    let keys = try #require(Self.properties(at: [], in: PlatformSchemas(platform).frontMatter(ofType: 0)))
    #expect(Set(try await known(in: folder)) == Set(keys))
    for kind in CapabilityKind.allCases where !kind.keys.isEmpty {
      try folder.write("---\ntitle: A\n\(kind.rawValue): {zzz: 1}\n---\n", to: "content/t/a.md")
      let inner = try #require(
        Self.properties(at: [kind.rawValue], in: PlatformSchemas(platform).frontMatter(ofType: 0)))
      #expect(Set(try await known(in: folder)) == Set(inner), "\(kind)")
      for key in kind.keys where !key.members.isEmpty {
        let group = key.value == .rows(of: key.members.map(\.name)) ? "[[{zzz: 1}]]" : "[{zzz: 1}]"
        try folder.write(
          "---\ntitle: A\n\(kind.rawValue): {\(key.name): \(group)}\n---\n", to: "content/t/a.md")
        #expect(Set(try await known(in: folder)) == Set(key.members.map(\.name)), "\(key)")
      }
    }
  }

  @Test("The parts of groups that are required are asked for", arguments: CapabilityKey.allCases)
  func members(of key: CapabilityKey) async throws {
    guard !key.members.isEmpty else { return }
    let group = key.value == .rows(of: key.members.map(\.name)) ? "[[{}]]" : "[{}]"
    let missing = try await diagnostics(of: "\(key.group): {\(key.name): \(group)}").compactMap { diagnostic in
      if case .missingKey(let name) = diagnostic.problem, !name.contains(".") { name } else { nil as String? }
    }
    let required = key.members.filter(\.isRequired).map(\.name)
    #expect(Set(missing).intersection(key.members.map(\.name)) == Set(required))
  }

  @Test("Keys that the sources may leave unsaid are those that may be so", arguments: CapabilityKey.allCases)
  func unspecified(_ key: CapabilityKey) async throws {
    // A text may be anything.
    guard case .field(let kind, _) = key.value, [.date, .number, .link, .boolean].contains(kind) else { return }
    let wrong = try await diagnostics(of: "\(key.group): {\(key.name): non précisé}").filter { diagnostic in
      if case .missingKey = diagnostic.problem { false } else { true }
    }
    #expect(wrong.isEmpty == key.mayBeUnspecified)
  }

  /// What is wrong with an item of such a front matter.
  private func diagnostics(of frontMatter: String) async throws -> [Diagnostic] {
    let folder = try Folder()
    for (path, text) in Self.files { try folder.write(text, to: path) }
    try folder.write("---\ntitle: A\n\(frontMatter)\n---\n", to: "content/t/a.md")
    return try await folder.diagnostics()
  }

  /// What the reader of the mapping that holds `zzz` knows.
  private func known(in folder: Folder) async throws -> [String] {
    let found = try await folder.diagnostics().compactMap { diagnostic -> [String]? in
      if case .unknownKey("zzz", _, let known) = diagnostic.problem { known } else { nil }
    }
    return try #require(found.first)
  }

  /// The names of the properties of a mapping in a schema, whatever alternatives and lists it stands in.
  static func properties(at path: [String], in json: JSON) -> [String]? {
    guard case .object(let members) = json else { return nil }
    func member(_ name: String) -> JSON? { members.first { $0.name == name }?.value }
    if case .array(let alternatives)? = member("anyOf") {
      return alternatives.lazy.compactMap { properties(at: path, in: $0) }.first
    }
    if let items = member("items") { return properties(at: path, in: items) }
    guard let key = path.first else {
      guard case .object(let properties)? = member("properties") else { return nil }
      return properties.map(\.name)
    }
    if key == "*" {
      return member("additionalProperties").flatMap { properties(at: Array(path.dropFirst()), in: $0) }
    }
    guard case .object(let inner)? = member("properties") else { return nil }
    return inner.first { $0.name == key }.flatMap { properties(at: Array(path.dropFirst()), in: $0.value) }
  }
}
