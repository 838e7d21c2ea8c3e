import Markup

/// What the platform's owner declares: settings, vocabularies and content types.
struct Declarations: Sendable {
  private(set) var settings: Settings
  private(set) var vocabularies: [Vocabulary] = []
  private(set) var types: [ContentType] = []
  private(set) var sections = Sections()
  private(set) var links: [PendingLink] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether a file of a type couldn't be read: then nobody knows to which type a stray file belongs.
  private var lacksTypes = false
  /// The ids of vocabularies whose file couldn't be read.
  private var unreadVocabularies: Set<String> = []

  /// What a Markdown file is, by its place.
  enum Place: Sendable, Hashable {
    case home
    case list(type: Int)
    case item(type: Int, parts: [String])
    case term(TermReference)
    /// A part of pages, which they include.
    case fragment
    case nowhere
    /// It would have a place if a declaration could be read.
    case unknown
    case unknownVocabulary(String)
    case unknownTerm(vocabulary: Int, name: String)
  }

  init(_ sources: LoadedSources, baseURL: String?) {
    let settingsFile = "content/site.yml"
    var settingsDiagnostics: [Diagnostic] = []
    let settingsRoot = sources.settings.flatMap { Declarations.root(of: $0, &settingsDiagnostics) }
    let empty = YAMLNode(kind: .mapping([]), line: 1, column: 1)
    let (settings, found, settingsLinks) = Settings.read(
      settingsRoot ?? empty, file: settingsFile, baseURL: baseURL)
    self.settings = settings
    links = settingsLinks
    // What an unreadable file lacks is no news.
    diagnostics = settingsDiagnostics + (settingsRoot == nil ? [] : found)
    readVocabularies(sources)
    readTypes(sources)
    resolveGroupings()
    readSections(settingsRoot, file: settingsFile)
  }

  private mutating func readSections(_ root: YAMLNode?, file: String) {
    guard let root, root.entries != nil else { return }
    var reader = MappingReader(root, file: file, typography: typography)
    let unread = SectionsReader.Unread(vocabularies: unreadVocabularies, lacksTypes: lacksTypes)
    sections = SectionsReader(vocabularies: vocabularies, types: types, unread: unread).read(&reader)
    diagnostics += reader.diagnostics
    links += reader.links
  }

  /// Finds the vocabularies by whose terms others group what they show.
  private mutating func resolveGroupings() {
    for index in vocabularies.indices {
      guard let name = vocabularies[index].grouping else { continue }
      vocabularies[index].groupBy = vocabularies.firstIndex { $0.id == name.text }
      if vocabularies[index].groupBy == nil, !unreadVocabularies.contains(name.text) {
        reportUnknown(.vocabulary, name.text, among: vocabularies.map(\.id), at: name.location)
      }
    }
  }

  /// The root of a YAML file; `nil`, with a diagnostic, where it can't be read.
  private static func root(of loaded: LoadedSources.Loaded, _ diagnostics: inout [Diagnostic]) -> YAMLNode? {
    let file = "content/\(loaded.path)"
    do throws(Diagnostic) {
      let text = try SourceText(file: file, contents: loaded.bytes)
      return try YAMLParser(file: file, firstLine: 1).parse(text.bytes[...])
    } catch {
      diagnostics.append(error)
      return nil
    }
  }

  /// The name of a file without its ending: the id of what it declares.
  private static func id(of loaded: LoadedSources.Loaded) -> String {
    let name = loaded.path.split(separator: "/").last ?? ""
    return String(name[..<(name.lastIndex(of: ".") ?? name.endIndex)])
  }

  /// The rules of the site's language.
  private var typography: Typography { Typography(language: settings.language) }

  private mutating func readVocabularies(_ sources: LoadedSources) {
    for loaded in sources.vocabularies {
      let id = Declarations.id(of: loaded)
      let file = "content/\(loaded.path)"
      if let other = vocabularies.first(where: { $0.id == id }) {
        report(.nameTaken(kind: .vocabulary, name: id, first: other.location), at: SourceLocation(file: file))
        continue
      }
      guard let node = Declarations.root(of: loaded, &diagnostics) else {
        unreadVocabularies.insert(id)
        continue
      }
      let (vocabulary, found, foundLinks) = Vocabulary.read(node, id: id, file: file, typography: typography)
      vocabularies.append(vocabulary)
      diagnostics += found
      links += foundLinks
    }
    vocabularies.sort { ($0.order, $0.id) < ($1.order, $1.id) }
  }

  private mutating func readTypes(_ sources: LoadedSources) {
    var pendingTypes: [PendingType] = []
    for loaded in sources.contentTypes {
      let id = Declarations.id(of: loaded)
      let file = "content/\(loaded.path)"
      if let other = types.first(where: { $0.id == id }) {
        report(
          .nameTaken(kind: .contentType, name: id, first: other.location), at: SourceLocation(file: file))
        continue
      }
      guard let node = Declarations.root(of: loaded, &diagnostics) else {
        lacksTypes = true
        continue
      }
      var reading = ContentType.read(
        node, id: id, file: file, typography: typography, vocabularies: vocabularies,
        unread: unreadVocabularies)
      diagnostics += reading.diagnostics
      pendingTypes += reading.types
      reading.type.terms = reading.terms.compactMap { resolve($0) }.sorted()
      if let other = types.first(where: { $0.folder == reading.type.folder }) {
        report(
          .nameTaken(kind: .folder, name: other.folder, first: other.folderLocation),
          at: reading.type.folderLocation)
      }
      types.append(reading.type)
    }
    types.sort { ($0.order, $0.id) < ($1.order, $1.id) }
    let known = types.map(\.id)
    for pending in pendingTypes where !known.contains(pending.name) && !lacksTypes {
      reportUnknown(.contentType, pending.name, among: known, at: pending.location)
    }
  }

  private mutating func resolve(_ pending: PendingTerm) -> TermReference? {
    guard let vocabulary = vocabularies.firstIndex(where: { $0.id == pending.vocabulary }) else {
      if !unreadVocabularies.contains(pending.vocabulary) {
        reportUnknown(
          .vocabulary, pending.vocabulary, among: vocabularies.map(\.id), at: pending.vocabularyLocation)
      }
      return nil
    }
    let terms = vocabularies[vocabulary].terms
    guard let term = terms.firstIndex(where: { $0.id == pending.term }) else {
      reportUnknown(.term, pending.term, among: terms.map(\.id), at: pending.location)
      return nil
    }
    return TermReference(vocabulary: vocabulary, term: term)
  }

  private mutating func report(_ problem: Problem, at place: SourceLocation) {
    diagnostics.append(Diagnostic(.error, problem, at: place))
  }

  private mutating func reportUnknown(
    _ kind: Problem.NameKind, _ name: String, among known: [String], at place: SourceLocation
  ) {
    report(Problem(unknown: kind, name, among: known), at: place)
  }

  /// What the Markdown file at a path below `content/` is.
  func place(of path: String) -> Place {
    if path == "index.md" { return .home }
    if Inclusion.isFragment(path) { return .fragment }
    let parts = path.dropLast(3).split(separator: "/").map(String.init)
    if parts.first == "vocabularies" { return placeOfTerm(parts) }
    var best: (type: Int, depth: Int)?
    for (index, type) in types.enumerated() {
      let folder = type.folder.split(separator: "/").map(String.init)
      if parts.count > folder.count, Array(parts.prefix(folder.count)) == folder,
        folder.count > best?.depth ?? 0
      {
        best = (index, folder.count)
      }
    }
    guard let best else { return lacksTypes ? .unknown : .nowhere }
    let rest = Array(parts.dropFirst(best.depth))
    return rest == ["index"] && types[best.type].hasList
      ? .list(type: best.type) : .item(type: best.type, parts: rest)
  }

  private func placeOfTerm(_ parts: [String]) -> Place {
    guard parts.count == 3 else { return .nowhere }
    if unreadVocabularies.contains(parts[1]) { return .unknown }
    guard let vocabulary = vocabularies.firstIndex(where: { $0.id == parts[1] }) else {
      return .unknownVocabulary(parts[1])
    }
    guard let term = vocabularies[vocabulary].terms.firstIndex(where: { $0.id == parts[2] }) else {
      return .unknownTerm(vocabulary: vocabulary, name: parts[2])
    }
    return .term(TermReference(vocabulary: vocabulary, term: term))
  }
}

extension Problem {
  /// A name that names nothing, and the known one nearest to it.
  init(unknown kind: NameKind, _ name: String, among known: [String]) {
    self = .unknownName(
      kind: kind, name: name, suggestion: EditDistance.nearest(to: name, among: known), known: known)
  }
}
