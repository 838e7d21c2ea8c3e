import Content
import HTML
import Search
import Synchronization

/// The files of the search: its manifest, and those that scripts read piece by piece, below a folder whose name is a
/// hash of all they say, so that none ever changes.
///
/// - `index.json`: ``SearchManifest`` with the folder's name and the facets, each value with its label and how many
///   documents it keeps.
/// - `<hash>/t/…`, `<hash>/v/…`: the words; see ``SearchIndex``.
/// - `<hash>/f/<facet>.json`: for each value the numbers of its documents.
/// - `<hash>/o/date.json`: the numbers of all documents, the newest first.
/// - `<hash>/d/<number>.json`: what results show of a document; see ``SearchSource``.
/// - `index.js`, where the settings ask for it: all of them in one script, for pages that are opened as files.
struct SearchFiles {
  let files: [Plan.File]

  static let manifestName = "index.json"

  /// Nothing on a platform without a search.
  init(_ site: Site, _ theme: any Theme, jobs: Int) async {
    guard let section = site.sections.search else {
      files = []
      return
    }
    let listing = SearchListing(site)
    let words = theme.searchEntries(listing, of: site)
    let count = min(listing.documents.count, words.entries.count)
    let made = Mutex([[UInt8]](repeating: [], count: count))
    let index = await SearchIndex(count: count, languageCode: site.settings.languageCode, jobs: jobs) { number in
      let source = SearchSource(listing.documents[number], words.entries[number], in: site)
      let fragment = source.fragment
      made.withLock { $0[number] = fragment }
      return source.text
    }
    let facets = SearchFacets(listing, names: words.facetNames)
    let manifest = SearchManifest(index, count: count, languageCode: site.settings.languageCode)
    let fragments = made.withLock(\.self).enumerated().map { ("d/\($0).json", $1) }
    let known =
      index.files.map { ($0.path, $0.bytes) } + facets.files + [SearchFiles.order(of: words.entries)] + fragments
    let hash = SearchFiles.hash(known, manifest)
    let folder = section.heading.path
    let first = manifest.json(adding: [("hash", Array("\"\(hash)\"".utf8)), ("facets", facets.json)])
    var files = [(SearchFiles.manifestName, Plan.File.Content.bytes(first))]
    files += known.map { ("\(hash)/\($0)", .bytes($1)) }
    if section.hasScript { files.append(("index.js", .made(SearchFiles.script(of: files)))) }
    self.files = files.map { path, content in
      Plan.File(path: "\(folder)/\(path)", source: .generator(folder), content: content)
    }
  }

  /// The documents by date, for scripts that sort by it: the newest first, what has no date last.
  private static func order(of entries: [SearchEntry]) -> (path: String, bytes: [UInt8]) {
    let order = LibraryOrder.newestFirst(entries.map(\.date))
    return ("o/\(LibraryOrder.date.rawValue).json", JSON.array(order.map { .int($0) }).serialized())
  }

  private static func hash(_ files: [(path: String, bytes: [UInt8])], _ manifest: SearchManifest) -> String {
    var hasher = ContentHasher()
    for (path, bytes) in files + [("", manifest.json(adding: []))] {
      Array("\(path)\n\(bytes.count)\n".utf8).withUnsafeBytes { hasher.update($0) }
      bytes.withUnsafeBytes { hasher.update($0) }
    }
    return String(hasher.finish().description.prefix(12))
  }

  /// `globalThis.searchFiles = {"index.json": …}`: every file by its path from the manifest's folder.
  private static func script(of files: [(path: String, content: Plan.File.Content)]) -> @Sendable () -> [UInt8] {
    {
      var script = Array("globalThis.searchFiles={".utf8)
      for (number, file) in files.enumerated() {
        if number > 0 { script += ",\n".utf8 }
        script += "\"\(file.path)\":".utf8
        script += file.content.bytes ?? []
      }
      script += "};\n".utf8
      return script
    }
  }
}

extension Plan.File.Content {
  /// What is known before pages are rendered.
  var bytes: [UInt8]? {
    switch self {
    case .bytes(let bytes): bytes
    case .made(let make): make()
    case .page, .copy: nil
    }
  }
}
