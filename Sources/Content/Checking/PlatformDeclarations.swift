import Markup

/// What a platform's owner declares, read without its pages: settings, vocabularies and content types.
///
///     let platform = try PlatformDeclarations(folder: ".")
///     let type = platform.types[try platform.type(named: "étude de cas")]
public struct PlatformDeclarations: Sendable {
  private let declarations: Declarations
  private let tree: SourceTree

  /// - Throws: a diagnostic when there is no `content/site.yml`, or `content/` can't be read.
  public init(folder: String) throws(Diagnostic) {
    tree = try SourceTree(folder: folder)
    declarations = Declarations(LoadedSources(declarationsOf: tree), baseURL: "http://localhost/")
  }

  public var settings: Settings { declarations.settings }
  public var vocabularies: [Vocabulary] { declarations.vocabularies }
  public var types: [ContentType] { declarations.types }

  /// What is wrong with types and vocabularies, in the order of files and lines.
  public var errors: [Diagnostic] {
    Diagnostic.ordered(
      declarations.diagnostics.filter { diagnostic in
        let file = diagnostic.location?.file ?? ""
        return diagnostic.severity == .error
          && (file.hasPrefix("content/types/") || file.hasPrefix("content/vocabularies/"))
      })
  }

  /// The index of the type that a text names: by its id, its folder, its name or its plural, whatever their
  /// case, accents and hyphens.
  ///
  /// - Throws: a diagnostic with the nearest name, where no type has it.
  public func type(named text: String) throws(Diagnostic) -> Int {
    if let index = types.firstIndex(where: { $0.id == text }) { return index }
    let slug = Slug.make(text)
    let names: [(ContentType) -> String] = [\.id, \.folder, \.name, \.plural]
    for name in names {
      let index = types.firstIndex { Slug.make(name($0)) == slug }
      if let index, !slug.isEmpty { return index }
    }
    let known = types.flatMap { type in names.map { (name: $0(type), type: type.id) } }
    let nearest = EditDistance.nearest(to: text, among: known.map(\.name))
    let suggestion =
      known.first { $0.name == nearest }
      ?? known.first { Slug.make($0.name).hasPrefix(slug) && !slug.isEmpty }
    throw Diagnostic(
      .error, .unknownName(kind: .contentType, name: text, suggestion: suggestion?.type, known: []))
  }

  /// How many items a type has, drafts among them.
  public func itemCount(of type: Int) -> Int {
    files(of: type).count
  }

  /// What references call the first item of one of these types, of any when there are none; `nil` where there
  /// is no such item.
  public func exampleReference(to types: [String]) -> String? {
    for index in self.types.indices where types.isEmpty || types.contains(self.types[index].id) {
      for (file, parts) in files(of: index) {
        guard let bytes = try? tree.read(file),
          let text = try? SourceText(file: file.displayPath, contents: bytes),
          let frontMatter = try? FrontMatter(text), let root = try? frontMatter.root(file: text.file)
        else { continue }
        func value(_ key: ItemKey) -> String? { root.entries?.first { $0.isNamed(key.rawValue) }?.value.text }
        let isPublished = [.draft, .publish, .expires].allSatisfy { value($0) == nil }
        let names = parts.last == "index" ? parts.dropLast() : parts
        if isPublished {
          return value(.id) ?? "\(self.types[index].id)/\(names.map(Slug.make).joined(separator: "/"))"
        }
      }
    }
    return nil
  }

  /// Whether a file would be an item of a type, by its path below `content/`.
  public func isItem(_ path: String, of type: Int) -> Bool {
    if case .item(type, _) = declarations.place(of: path) { true } else { false }
  }

  private func files(of type: Int) -> [(file: SourceTree.File, parts: [String])] {
    tree.files.compactMap { file in
      guard file.role == .markdown, case .item(type, let parts) = declarations.place(of: file.path)
      else { return nil }
      return (file, parts)
    }
  }
}
