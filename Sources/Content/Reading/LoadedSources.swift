/// The bytes of a platform's sources, read once.
public struct LoadedSources: Sendable {
  public struct Loaded: Sendable {
    /// Relative to `content/`.
    public let path: String
    public let bytes: [UInt8]
  }

  public let folder: String
  /// Settings, content types, vocabularies and Markdown, in the order of their paths.
  public private(set) var texts: [Loaded]
  public let assets: [SourceTree.File]
  /// What couldn't be listed or read.
  public let diagnostics: [Diagnostic]

  /// Reads every file of a tree but the assets.
  public init(_ tree: SourceTree, jobs: Int) async {
    folder = tree.folder
    assets = tree.files.filter { $0.role == .asset }
    let files = tree.files.filter { $0.role != .asset }
    let results = await files.concurrentMap(jobs: jobs) { file -> Result<Loaded, Diagnostic> in
      Result { () throws(Diagnostic) in Loaded(path: file.path, bytes: try tree.read(file)) }
    }
    var texts: [Loaded] = []
    texts.reserveCapacity(results.count)
    var diagnostics = tree.diagnostics
    for result in results {
      switch result {
      case .success(let loaded): texts.append(loaded)
      case .failure(let diagnostic): diagnostics.append(diagnostic)
      }
    }
    self.texts = texts
    self.diagnostics = diagnostics
  }

  var settings: Loaded? { texts.first { $0.path == "site.yml" } }

  var contentTypes: [Loaded] { yaml(in: "types/") }

  var vocabularies: [Loaded] { yaml(in: "vocabularies/") }

  /// Hands over the Markdown files, so that each can be let go once it is read.
  mutating func takeMarkdown() -> [Loaded] {
    let markdown = texts.filter { $0.path.hasSuffix(".md") }
    texts = []
    return markdown
  }

  private func yaml(in folder: String) -> [Loaded] {
    texts.filter { $0.path.hasPrefix(folder) && !$0.path.hasSuffix(".md") }
  }
}
