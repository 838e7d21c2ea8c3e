import Content
import HTML
import Markup

/// Every file that a site will have, known before the first is rendered.
public struct Plan: Sendable {
  /// One output file.
  public struct File: Sendable {
    public enum Content: Sendable {
      case page(Page)
      case bytes([UInt8])
      /// Bytes that are made when they are written, from any thread: the same at each call.
      case made(@Sendable () -> [UInt8])
      /// A copy of a file, by its path below `content/`.
      case copy(String)
    }

    /// Relative to the output folder, `/` between its parts, in Unicode's composed form.
    public let path: String
    public let source: Problem.OutputSource
    public let content: Content
  }

  public let files: [File]
  /// The published address of each of the theme's files, by name, and that of the library's data.
  public let assets: [String: URLReference]
  /// Two files that would be one, and the like; all errors.
  public let diagnostics: [Diagnostic]

  /// How many pages the site has; redirects aren't counted.
  public var pageCount: Int {
    files.count { file in
      if case .page(let page) = file.content, !page.isRedirect { true } else { false }
    }
  }

  public init(site: Site, theme: any Theme) {
    var files: [File] = []
    for page in site.pages {
      files.append(
        File(path: Plan.outputPath(site.path(of: page)), source: site.source(of: page), content: .page(page)))
    }
    for asset in site.assets {
      files.append(
        File(path: String(asset.path.dropFirst()), source: .file(asset.location), content: .copy(asset.source)))
    }
    var assets: [String: URLReference] = [:]
    for asset in theme.assets(for: site) + Plan.libraryData(of: site, theme) {
      let path = Plan.fingerprintedPath(asset)
      assets[asset.name] = .site("/" + path)
      files.append(File(path: path, source: .generator(asset.name), content: .bytes(asset.bytes)))
    }
    if let search = site.sections.search {
      assets[SearchSection.dataName] = .site("/\(search.heading.path)/\(SearchFiles.manifestName)")
    }
    files += CalendarFiles(site).files + Sitemap(site).files + [Plan.robots(for: site)]
    self.files = files
    self.assets = assets
    diagnostics = CollisionCheck(files).diagnostics
  }

  /// The file that answers for a site path.
  static func outputPath(_ sitePath: String) -> String {
    let path = sitePath.dropFirst()
    return String(path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path).precomposed
  }

  /// The folder of the files whose names hold a hash of their bytes.
  static let assetFolder = "assets"

  /// The library as data; nothing without a library, or with an empty one.
  private static func libraryData(of site: Site, _ theme: any Theme) -> [ThemeAsset] {
    let listing = LibraryListing(site)
    guard !listing.items.isEmpty else { return [] }
    return LibraryIndex(listing, theme.libraryEntries(listing, of: site)) {
      .site("/" + Plan.fingerprintedPath($0))
    }.assets
  }

  /// `assets/site.css` with a hash of its bytes in its name, so that it can be cached for ever.
  private static func fingerprintedPath(_ asset: ThemeAsset) -> String {
    let parts = asset.name.split(separator: ".", maxSplits: 1).map(String.init)
    let hash = ContentHash(of: asset.bytes).description.prefix(12)
    return "\(assetFolder)/" + ([parts[0], String(hash)] + parts.dropFirst()).joined(separator: ".")
  }

  /// RFC 9309: everything may be read; the sitemap's address.
  private static func robots(for site: Site) -> File {
    let text = "User-agent: *\nAllow: /\n\nSitemap: \(site.settings.baseURL)sitemap.xml\n"
    return File(path: "robots.txt", source: .generator("robots.txt"), content: .bytes(Array(text.utf8)))
  }
}

extension Site {
  /// What makes a page: the place in the content to change it at.
  func source(of page: Page) -> Problem.OutputSource {
    switch page {
    case .home: .file(SourceLocation(file: "content/index.md"))
    case .item(let index): .file(items[index].addressLocation)
    case .list(let type, _): .file(types[type].location)
    case .vocabulary(let index): .file(vocabularies[index].location)
    case .term(let term, _): .file(self[term].location)
    case .library: .file(sections.library?.heading.location ?? SourceLocation(file: "content/site.yml"))
    case .agenda: .file(sections.agenda?.heading.location ?? SourceLocation(file: "content/site.yml"))
    case .search: .file(sections.search?.heading.location ?? SourceLocation(file: "content/site.yml"))
    case .positioning: .file(sections.positioning?.heading.location ?? SourceLocation(file: "content/site.yml"))
    case .whole(let index): .file(items[index].addressLocation)
    case .siteMap: .generator("plan-du-site")
    case .notFound: .generator("404.html")
    case .redirect(let index): .file(redirects[index].location)
    }
  }
}
