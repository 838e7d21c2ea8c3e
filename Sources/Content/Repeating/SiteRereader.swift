import Markup

/// Reads a platform again and again: what didn't change since the last time is neither read nor parsed again.
///
///     var reader = SiteRereader(folder: ".", options: options)
///     let first = try await reader.read()
///     // … a file is saved …
///     let second = try await reader.read(changed: ["kits/odd-17.md"])
///
/// A reading is what a ``SiteReader`` gives for the same files, whatever was read before.
public struct SiteRereader: Sendable {
  public let folder: String
  public let options: BuildOptions
  private var declarations: KnownDeclarations?
  /// By paths below `content/`.
  private var markdown: [String: Known<PlacedReading>] = [:]
  /// Whether each drawing (SVG) can run scripts.
  private var drawings: [String: Known<Diagnostic?>] = [:]
  private var links = LinkMemory()
  private var substitutes: [String: [UInt8]?] = [:]
  /// The bytes of the texts that the last reading read, by paths below `content/`.
  public private(set) var readAgain: [String: [UInt8]] = [:]
  private var assetStamps: [FileStamp] = []

  public init(folder: String, options: BuildOptions) {
    self.folder = folder
    self.options = options
  }

  /// What came of a file.
  private struct Known<Value: Sendable>: Sendable {
    let stamp: FileStamp?
    let value: Result<Value, Diagnostic>
  }

  private struct PlacedReading: Sendable {
    let place: Declarations.Place
    let reading: MarkdownReading
  }

  private struct KnownDeclarations: Sendable {
    let files: [String: Known<LoadedSources.Loaded>]
    let declarations: Declarations
    let itemReader: ItemReader
  }

  /// Reads what changed.
  ///
  /// - Parameters:
  ///   - changed: paths below `content/` of files that are read again even where their size and times are those
  ///     of the last reading: a file may be saved twice in one tick of the clock.
  ///   - substitutes: what stands in for files as they are on the disk, by paths below `content/`: bytes, or, for
  ///     `nil`, what was read of them the last time.
  /// - Throws: a diagnostic when there is no `content/site.yml`, or `content/` can't be read.
  public mutating func read(
    changed: Set<String> = [], substitutes: [String: [UInt8]?] = [:]
  ) async throws(Diagnostic) -> SiteReader.Reading {
    let tree = try SourceTree(folder: folder)
    readAgain = [:]
    self.substitutes = substitutes
    let known = declarations(in: tree, changed)
    await readMarkdown(of: tree, changed, known)
    let assets = tree.files.filter { $0.role == .asset }
    noteChanges(of: assets, changed)
    let unread = tree.files.compactMap {
      known.files[$0.path]?.value.failure ?? markdown[$0.path]?.value.failure
    }
    var assembly = SiteAssembly(declarations: known.declarations, options: options)
    assembly.memory = links
    assembly.diagnostics = tree.diagnostics + unread
    assembly.diagnostics += await warnings(onDrawingsAmong: assets, in: tree, changed)
    assembly.diagnostics += known.declarations.diagnostics
    assembly.add(assets: assets)
    for file in tree.files where file.role == .markdown {
      switch markdown[file.path]?.value {
      case .success(let placed): assembly.add(placed.reading, at: placed.place, file: file.path)
      case .failure: assembly.add(unread: file.path, at: known.declarations.place(of: file.path))
      case nil: break
      }
    }
    let reading = await assembly.reading(in: tree)
    links = assembly.memory ?? LinkMemory()
    return reading
  }

  /// Forgets how links were resolved when a file changed that texts may show.
  private mutating func noteChanges(of assets: [SourceTree.File], _ changed: Set<String>) {
    let stamps = assets.map(\.stamp)
    if stamps != assetStamps || assets.contains(where: { changed.contains($0.path) }) { links = LinkMemory() }
    assetStamps = stamps
  }

  /// The platform's declarations, made anew where one of their files changed: then every text is read again, since
  /// they say what it means.
  private mutating func declarations(in tree: SourceTree, _ changed: Set<String>) -> KnownDeclarations {
    var files: [String: Known<LoadedSources.Loaded>] = [:]
    var isSame = true
    for file in tree.files where file.role.isDeclaration {
      let old = declarations?.files[file.path]
      if let old, isCurrent(old.stamp, file, changed) {
        files[file.path] = old
        continue
      }
      let new = load(file, in: tree)
      files[file.path] = new
      if let loaded = try? new.value.get() { readAgain[file.path] = loaded.bytes }
      if (try? old?.value.get().bytes) != (try? new.value.get().bytes) || old == nil { isSame = false }
    }
    if let declarations, isSame, declarations.files.count == files.count { return declarations }
    let sources = LoadedSources(tree, texts: tree.files.compactMap { try? files[$0.path]?.value.get() })
    let made = Declarations(sources, baseURL: options.baseURL)
    let known = KnownDeclarations(
      files: files, declarations: made,
      itemReader: ItemReader(settings: made.settings, vocabularies: made.vocabularies))
    declarations = known
    markdown = [:]
    links = LinkMemory()
    return known
  }

  private mutating func readMarkdown(of tree: SourceTree, _ changed: Set<String>, _ known: KnownDeclarations) async {
    var kept: [String: Known<PlacedReading>] = Dictionary(minimumCapacity: markdown.count)
    var pending: [SourceTree.File] = []
    for file in tree.files where file.role == .markdown {
      if let old = markdown[file.path], isCurrent(old.stamp, file, changed) {
        kept[file.path] = old
      } else {
        pending.append(file)
      }
    }
    let loaded = pending.map { load($0, in: tree) }
    let readings = await loaded.concurrentMap(jobs: options.jobs) { loaded in
      loaded.value.map { loaded in
        let place = known.declarations.place(of: loaded.path)
        return PlacedReading(
          place: place, reading: known.declarations.read(loaded, at: place, with: known.itemReader))
      }
    }
    for (loaded, (file, reading)) in zip(loaded, zip(pending, readings)) {
      kept[file.path] = Known(stamp: loaded.stamp, value: reading)
      if let loaded = try? loaded.value.get() { readAgain[file.path] = loaded.bytes }
    }
    markdown = kept
  }

  /// Whether what is known of a file is to be used again.
  private func isCurrent(_ stamp: FileStamp?, _ file: SourceTree.File, _ changed: Set<String>) -> Bool {
    if let substitute = substitutes[file.path] { return substitute == nil }
    return stamp == file.stamp && !changed.contains(file.path)
  }

  private func load(_ file: SourceTree.File, in tree: SourceTree) -> Known<LoadedSources.Loaded> {
    if case .some(.some(let bytes)) = substitutes[file.path] {
      // No stamp: the file itself is read the next time.
      return Known(stamp: nil, value: .success(LoadedSources.Loaded(path: file.path, role: file.role, bytes: bytes)))
    }
    return Known(stamp: file.stamp, value: tree.load(file))
  }

  private mutating func warnings(
    onDrawingsAmong assets: [SourceTree.File], in tree: SourceTree, _ changed: Set<String>
  ) async -> [Diagnostic] {
    let files = LoadedSources.drawings(among: assets)
    let old = drawings
    let pending = files.filter { old[$0.path]?.stamp != $0.stamp || changed.contains($0.path) }
    let found = await pending.concurrentMap(jobs: options.jobs) { LoadedSources.warning(on: $0, in: tree) }
    for (file, warning) in zip(pending, found) { drawings[file.path] = Known(stamp: file.stamp, value: .success(warning)) }
    return files.compactMap { try? drawings[$0.path]?.value.get() }
  }
}

extension SourceTree {
  fileprivate func load(_ file: File) -> Result<LoadedSources.Loaded, Diagnostic> {
    Result { () throws(Diagnostic) in
      LoadedSources.Loaded(path: file.path, role: file.role, bytes: try read(file))
    }
  }
}

extension SourceTree.Role {
  fileprivate var isDeclaration: Bool { self == .settings || self == .contentType || self == .vocabulary }
}

extension Result where Failure == Diagnostic {
  fileprivate var failure: Diagnostic? {
    if case .failure(let diagnostic) = self { diagnostic } else { nil }
  }
}
