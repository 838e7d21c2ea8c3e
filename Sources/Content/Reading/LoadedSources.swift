/// The bytes of a platform's sources, read once.
public struct LoadedSources: Sendable {
  public struct Loaded: Sendable {
    /// Relative to `content/`.
    public let path: String
    public let role: SourceTree.Role
    public let bytes: [UInt8]
  }

  let tree: SourceTree
  public var folder: String { tree.folder }
  /// Settings, content types, vocabularies and Markdown, in the order of their paths.
  public private(set) var texts: [Loaded]
  public let assets: [SourceTree.File]
  /// The Markdown files that couldn't be read, relative to `content/`.
  let unreadMarkdown: [String]
  /// What couldn't be listed or read, and what is unsafe to publish as it is.
  public let diagnostics: [Diagnostic]

  /// Reads every file of a tree but the assets.
  public init(_ tree: SourceTree, jobs: Int) async {
    self.tree = tree
    assets = tree.files.filter { $0.role == .asset }
    let files = tree.files.filter { $0.role != .asset }
    let results = await files.concurrentMap(jobs: jobs) { file -> Result<Loaded, Diagnostic> in
      Result { () throws(Diagnostic) in Loaded(path: file.path, role: file.role, bytes: try tree.read(file)) }
    }
    var texts: [Loaded] = []
    texts.reserveCapacity(results.count)
    var diagnostics = tree.diagnostics
    var unread: [String] = []
    for (file, result) in zip(files, results) {
      switch result {
      case .success(let loaded): texts.append(loaded)
      case .failure(let diagnostic):
        diagnostics.append(diagnostic)
        if file.role == .markdown { unread.append(file.path) }
      }
    }
    self.texts = texts
    unreadMarkdown = unread
    let warnings = await LoadedSources.drawings(among: assets).concurrentMap(jobs: jobs) {
      LoadedSources.warning(on: $0, in: tree)
    }
    self.diagnostics = diagnostics + warnings.compactMap(\.self)
  }

  /// The files of a tree that were read already.
  init(_ tree: SourceTree, texts: [Loaded]) {
    self.tree = tree
    self.texts = texts
    assets = []
    unreadMarkdown = []
    diagnostics = []
  }

  /// The drawings among some files: those that could run scripts.
  static func drawings(among assets: [SourceTree.File]) -> [SourceTree.File] {
    assets.filter { $0.path.lowercased().hasSuffix(".svg") }
  }

  /// What is to be said of a drawing that is published as it is.
  static func warning(on drawing: SourceTree.File, in tree: SourceTree) -> Diagnostic? {
    guard let bytes = try? tree.read(drawing), ActiveSVG.isScripted(bytes) else { return nil }
    return Diagnostic(.warning, .activeSVG, at: SourceLocation(file: drawing.displayPath))
  }

  /// Reads what the platform's owner declares, and nothing else.
  init(declarationsOf tree: SourceTree) {
    self.tree = tree
    assets = []
    unreadMarkdown = []
    var texts: [Loaded] = []
    var diagnostics: [Diagnostic] = []
    for file in tree.files where file.role != .asset && file.role != .markdown {
      do throws(Diagnostic) {
        texts.append(Loaded(path: file.path, role: file.role, bytes: try tree.read(file)))
      } catch {
        diagnostics.append(error)
      }
    }
    self.texts = texts
    self.diagnostics = diagnostics
  }

  var settings: Loaded? { texts.first { $0.role == .settings } }

  var contentTypes: [Loaded] { texts.filter { $0.role == .contentType } }

  var vocabularies: [Loaded] { texts.filter { $0.role == .vocabulary } }

  /// Hands over the Markdown files, so that each can be let go once it is read.
  mutating func takeMarkdown() -> [Loaded] {
    let markdown = texts.filter { $0.role == .markdown }
    texts = []
    return markdown
  }
}
