import HTML
import Markup

/// What the platform's owner declares: settings, vocabularies and content types.
struct Declarations: Sendable {
  private(set) var settings: Settings
  private(set) var vocabularies: [Vocabulary] = []
  private(set) var types: [ContentType] = []
  private(set) var links: [PendingLink] = []
  var diagnostics: [Diagnostic] = []

  /// What a Markdown file is, by its place.
  enum Place: Sendable, Hashable {
    case home
    case list(type: Int)
    case item(type: Int, parts: [String])
    case term(TermReference)
    case nowhere
    case unknownTerm(vocabulary: Int, name: String)
  }

  init(_ sources: LoadedSources, baseURL: String?) {
    var diagnostics: [Diagnostic] = []
    func root(_ loaded: LoadedSources.Loaded) -> (YAMLNode, String)? {
      let file = "content/\(loaded.path)"
      do throws(Diagnostic) {
        let text = try SourceText(file: file, contents: loaded.bytes)
        return (try YAMLParser(file: file, firstLine: 1).parse(text.bytes[...]), file)
      } catch {
        diagnostics.append(error)
        return nil
      }
    }
    func id(of loaded: LoadedSources.Loaded) -> String {
      let name = loaded.path.split(separator: "/").last ?? ""
      return String(name.split(separator: ".").first ?? "")
    }

    let settingsRoot = sources.settings.flatMap(root)
    let empty = YAMLNode(kind: .mapping([]), line: 1, column: 1)
    let (settings, found, settingsLinks) = Settings.read(
      settingsRoot?.0 ?? empty, file: settingsRoot?.1 ?? "content/site.yml")
    if settingsRoot != nil { diagnostics += found }
    self.settings = settings
    links = settingsLinks
    if let baseURL { self.settings.baseURL = baseURL }

    for loaded in sources.vocabularies {
      guard let (node, file) = root(loaded) else { continue }
      let (vocabulary, found) = Vocabulary.read(node, id: id(of: loaded), file: file)
      vocabularies.append(vocabulary)
      diagnostics += found
    }
    vocabularies.sort { ($0.order, $0.id) < ($1.order, $1.id) }

    for loaded in sources.contentTypes {
      guard let (node, file) = root(loaded) else { continue }
      var (type, found, terms) = ContentType.read(node, id: id(of: loaded), file: file, vocabularies: vocabularies)
      diagnostics += found
      type.terms = terms.compactMap { resolve($0, &diagnostics) }.sorted()
      if let other = types.first(where: { $0.folder == type.folder }) {
        diagnostics.append(
          Diagnostic(
            .error, .nameTaken(kind: .folder, name: type.folder, first: other.location), at: type.location))
      }
      types.append(type)
    }
    types.sort { ($0.order, $0.id) < ($1.order, $1.id) }
    self.diagnostics = diagnostics
  }

  private func resolve(_ pending: PendingTerm, _ diagnostics: inout [Diagnostic]) -> TermReference? {
    guard let vocabulary = vocabularies.firstIndex(where: { $0.id == pending.vocabulary }) else {
      let known = vocabularies.map(\.id)
      diagnostics.append(
        Diagnostic(
          .error,
          .unknownName(
            kind: .vocabulary, name: pending.vocabulary,
            suggestion: EditDistance.nearest(to: pending.vocabulary, among: known), known: known),
          at: pending.vocabularyLocation))
      return nil
    }
    guard let term = vocabularies[vocabulary].terms.firstIndex(where: { $0.id == pending.term }) else {
      let known = vocabularies[vocabulary].terms.map(\.id)
      diagnostics.append(
        Diagnostic(
          .error,
          .unknownName(
            kind: .term, name: pending.term, suggestion: EditDistance.nearest(to: pending.term, among: known),
            known: known),
          at: pending.location))
      return nil
    }
    return TermReference(vocabulary: vocabulary, term: term)
  }

  /// What the Markdown file at a path below `content/` is.
  func place(of path: String) -> Place {
    if path == "index.md" { return .home }
    let parts = path.dropLast(3).split(separator: "/").map(String.init)
    if parts.first == "vocabularies" {
      guard parts.count == 3, let vocabulary = vocabularies.firstIndex(where: { $0.id == parts[1] }) else {
        return .nowhere
      }
      guard let term = vocabularies[vocabulary].terms.firstIndex(where: { $0.id == parts[2] }) else {
        return .unknownTerm(vocabulary: vocabulary, name: parts[2])
      }
      return .term(TermReference(vocabulary: vocabulary, term: term))
    }
    var best: (type: Int, depth: Int)?
    for (index, type) in types.enumerated() {
      let folder = type.folder.split(separator: "/").map(String.init)
      if parts.count > folder.count, Array(parts.prefix(folder.count)) == folder, folder.count > best?.depth ?? 0 {
        best = (index, folder.count)
      }
    }
    guard let best else { return .nowhere }
    let rest = Array(parts.dropFirst(best.depth))
    return rest == ["index"] && types[best.type].hasList ? .list(type: best.type) : .item(type: best.type, parts: rest)
  }
}
