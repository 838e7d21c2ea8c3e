import Markup

/// Reads and checks a whole platform.
///
///     let tree = try SourceTree(folder: ".")
///     let reading = await SiteReader(options: BuildOptions(jobs: 2)).read(LoadedSources(tree, jobs: 2))
///     guard !reading.hasErrors else { return report(reading.diagnostics) }
public struct SiteReader: Sendable {
  public let options: BuildOptions

  public init(options: BuildOptions) {
    self.options = options
  }

  /// What a reading gives: the site, and everything there is to say about it.
  public struct Reading: Sendable {
    /// As far as it could be read: complete where no diagnostic is an error.
    public var site: Site
    /// All of them, in the order of files, lines and columns.
    public var diagnostics: [Diagnostic]

    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
  }

  /// How many files are read before the bytes of all of them are let go.
  private static let batchSize = 2_048

  public func read(_ sources: consuming LoadedSources) async -> Reading {
    var sources = sources
    let declarations = Declarations(sources, baseURL: options.baseURL)
    let itemReader = ItemReader(settings: declarations.settings, vocabularies: declarations.vocabularies)
    var assembly = SiteAssembly(declarations: declarations, options: options)
    assembly.diagnostics = sources.diagnostics + declarations.diagnostics
    assembly.add(assets: sources.assets)

    // From the end, so that what is read can be let go, of a list that is turned round: files are read in order.
    var markdown = Array(sources.takeMarkdown().reversed())
    while !markdown.isEmpty {
      let batch = Array(markdown.suffix(SiteReader.batchSize).reversed())
      markdown.removeLast(batch.count)
      let readings = await batch.concurrentMap(jobs: options.jobs) { loaded in
        let place = declarations.place(of: loaded.path)
        return (place, declarations.read(loaded, at: place, with: itemReader))
      }
      for (loaded, (place, reading)) in zip(batch, readings) {
        assembly.add(reading, at: place, file: loaded.path)
      }
    }
    for path in sources.unreadMarkdown { assembly.add(unread: path, at: declarations.place(of: path)) }
    return await assembly.reading(in: sources.tree)
  }
}

extension SiteAssembly {
  /// The site, and all there is to say about it, in order.
  mutating func reading(in tree: SourceTree) async -> SiteReader.Reading {
    let site = await finish(in: tree)
    return SiteReader.Reading(site: site, diagnostics: Diagnostic.ordered(diagnostics))
  }
}

extension Diagnostic {
  /// Diagnostics without repetitions, by file, line and column; those without a place first.
  public static func ordered(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return diagnostics.filter { seen.insert($0).inserted }.enumerated().sorted { a, b in
      let (first, second) = (a.element.location, b.element.location)
      guard let first, let second else {
        return first == nil && second != nil || (first == nil) == (second == nil) && a.offset < b.offset
      }
      if first.file != second.file { return first.file.utf8.lexicographicallyPrecedes(second.file.utf8) }
      return (first.line, first.column, a.offset) < (second.line, second.column, b.offset)
    }.map(\.element)
  }
}
