import HTML
import Markup

/// Turns the destinations of links and images, as authors write them, into addresses of the site.
struct LinkResolver: Sendable {
  let site: Site
  /// The page that each Markdown file became, by its path below `content/`.
  let pages: [String: Page]
  private let itemsByPath: [String: Int]
  private let otherPaths: Set<String>
  private let assetsBySource: [String: Asset]
  private let assetsByPath: [String: Asset]
  private let unpublished: Set<String>
  private let unread: Set<String>
  private let knownFiles: NameIndex
  private let knownPaths: NameIndex
  /// The sizes of the images that pages show, by their paths below `content/`.
  var imageSizes: [String: ImageSize] = [:]
  /// The tables that pages show.
  var tables: [DataTableFile: TableReader.Reading] = [:]
  /// The text files that pages show letter by letter.
  var code = ShownCode()
  let glossary: Glossary

  /// - Parameters:
  ///   - unpublished: the items that are held back, by file.
  ///   - unread: files that couldn't be read, relative to `content/`: links to them are no error of their own.
  init(_ site: Site, places: [String: Declarations.Place], unpublished: [String: Item], unread: Set<String>) {
    self.site = site
    self.unread = unread
    glossary = Glossary(site)
    let contentLength = "content/".utf8.count
    var pages: [String: Page] = [:]
    pages.reserveCapacity(places.count)
    for (file, place) in places {
      switch place {
      case .home: pages[file] = .home
      case .list(let type): pages[file] = .list(type: type, number: 1)
      case .term(let term): if site[term].url != nil { pages[file] = .term(term, number: 1) }
      case .item, .fragment, .nowhere, .unknown, .unknownVocabulary, .unknownTerm: break
      }
    }
    var itemsByPath: [String: Int] = [:]
    for (index, item) in site.items.enumerated() {
      pages[String(item.file.dropFirst(contentLength))] = .item(index)
      itemsByPath[item.path] = index
    }
    let otherPaths = Set(
      site.pages.compactMap { page -> String? in
        if case .item = page { nil } else { site.path(of: page) }
      })
    let assetsBySource = Dictionary(site.assets.map { ($0.source, $0) }) { first, _ in first }
    let assetsByPath = Dictionary(site.assets.map { ($0.path, $0) }) { first, _ in first }
    (self.pages, self.itemsByPath, self.otherPaths) = (pages, itemsByPath, otherPaths)
    (self.assetsBySource, self.assetsByPath) = (assetsBySource, assetsByPath)
    knownFiles = NameIndex { [pages] in (pages.keys.sorted() + assetsBySource.keys.sorted()).map { ($0, $0) }
    }
    knownPaths = NameIndex { [itemsByPath] in
      (itemsByPath.keys.sorted() + otherPaths.sorted() + assetsByPath.keys.sorted()).map { ($0, $0) }
    }
    self.unpublished = Set(unpublished.keys.map { String($0.dropFirst(contentLength)) })
  }

  /// What the links of the site's texts may lead to.
  var surroundings: LinkSurroundings {
    LinkSurroundings(site, otherPaths: otherPaths, unpublished: unpublished, unread: unread)
  }

  func resolve(_ item: Item) -> Resolution {
    let file = String(item.file.dropFirst("content/".utf8.count))
    let language = item.languageCode.map { Language(code: $0) } ?? site.settings.language
    var page = PageContext(file: file, anchors: item.anchors, language: language)
    var resolution = resolve(item.body, on: &page)
    for (index, value) in item.fields.enumerated() {
      guard let value, value.parts.contains(where: \.hasLinks) else { continue }
      resolution.fields.append((index, resolve(value, on: &page, &resolution)))
    }
    linkMentions(in: &resolution, of: item)
    return resolution
  }

  private func resolve(
    _ value: FieldValue, on page: inout PageContext, _ resolution: inout Resolution
  ) -> FieldValue {
    switch value {
    case .markdown(let body):
      let inner = resolve(body, on: &page)
      resolution.targets += inner.targets
      resolution.diagnostics += inner.diagnostics
      return .markdown(inner.body)
    case .list(let values): return .list(values.map { resolve($0, on: &page, &resolution) })
    default: return value
    }
  }

  func resolve(_ body: Body, on page: inout PageContext) -> Resolution {
    guard !body.links.isEmpty || !body.slots.isEmpty else { return Resolution(body: body) }
    var resolution = Resolution(body: body)
    var found = [Found?](repeating: nil, count: body.links.count)
    var additions: [Int: [UInt8]] = [:]
    let shown = body.shownLinks
    for (index, link) in body.links.enumerated() where link.kind != .refused && !shown.contains(index) {
      if link.kind == .external {
        found[index] = URLReference(link.destination).map { Found(url: $0) }
        continue
      }
      switch target(of: link, on: page) {
      case .success(let target):
        found[index] = target
        if let item = target.item { resolution.targets.append(item) }
        guard link.kind == .internal else { continue }
        if link.isImage {
          additions[index] = attributes(of: target.asset, isFirst: !page.showsImage)
          page.showsImage = true
        } else if let asset = target.asset {
          additions[index] = words(on: asset, for: link, page.language)
        }
      case .failure(let failure):
        let place = SourceLocation(file: "content/\(page.file)", link.position, length: link.isImage ? 2 : 1)
        resolution.diagnostics.append(Diagnostic(.error, failure.problem, at: place))
      }
    }
    let drawings = body.slots.indices.map { drawing(ofSlot: $0, in: body, found, on: &page, &resolution) }
    let addresses = zip(body.links, found).map { $0.kind == .external ? nil : $1?.url }
    resolution.body.resolve(addresses, additions: additions, drawings: drawings)
    return resolution
  }

  private func target(of link: Link, on page: PageContext) -> Result<Found, Failure> {
    guard link.kind == .term else { return destination(of: link, on: page) }
    guard let item = glossary.item(named: link.destination) else {
      let nearest = glossary.names.nearest(to: link.destination)
      return .failure(Failure(problem: .unknownEntry(link.destination, suggestion: nearest)))
    }
    return .success(Found(url: site.items[item].url, item: item))
  }

  struct Failure: Error {
    var problem: Problem
  }

  private func destination(of link: Link, on context: PageContext) -> Result<Found, Failure> {
    let file = context.file
    let address = WrittenAddress(link.destination)
    if address.path.isEmpty { return ownAnchor(address, file: context.pageFile, anchors: context.anchors) }
    if address.path.utf8.first == UInt8(ascii: "/") {
      if let problem = problem(ofSitePath: address.path, fragment: address.fragment) {
        return .failure(Failure(problem: problem))
      }
      let canonical = canonicalPath(address.path)
      return .success(
        Found(url: address.url(path: canonical), item: itemsByPath[canonical], asset: assetsByPath[address.path]))
    }
    guard let target = LinkResolver.resolved(address.path, against: file) else {
      return .failure(Failure(problem: .linkOutside(link.destination)))
    }
    if unread.contains(target) { return .success(Found(url: .site("/"))) }
    if let page = pages[target] {
      if let fragment = address.fragment, let problem = anchorProblem(fragment, on: page) {
        return .failure(Failure(problem: problem))
      }
      guard case .item(let index) = page else {
        return .success(Found(url: address.url(path: site.path(of: page))))
      }
      let item = site.items[index]
      return .success(Found(url: address.isPath ? item.url : address.url(path: item.path), item: index))
    }
    if let asset = assetsBySource[target] {
      return .success(Found(url: address.url(path: asset.path), asset: asset))
    }
    if unpublished.contains(target) { return .failure(Failure(problem: .linkToUnpublished(target))) }
    let nearest = knownFiles.nearest(to: target).map { LinkResolver.relative($0, from: file) }
    return .failure(Failure(problem: .brokenLink(link.destination, suggestion: nearest)))
  }

  /// The file that a destination names, when it is one that is published as it is.
  func asset(named destination: String, from file: String) -> Asset? {
    let path = WrittenAddress(destination).path
    if path.utf8.first == UInt8(ascii: "/") { return assetsByPath[path] }
    return LinkResolver.resolved(path, against: file).flatMap { assetsBySource[$0] }
  }

  func index(ofItemAt path: String) -> Int? { itemsByPath[path] }

  /// What is wrong with a path of the site, if anything.
  func problem(ofSitePath path: String, fragment: String?) -> Problem? {
    let canonical = canonicalPath(path)
    if let index = itemsByPath[canonical] { return fragment.flatMap { anchorProblem($0, on: .item(index)) } }
    if otherPaths.contains(canonical) || assetsByPath[path] != nil { return nil }
    if canonical == "/sitemap.xml" || canonical == "/robots.txt" { return nil }
    return .brokenLink(path, suggestion: knownPaths.nearest(to: path))
  }

  /// A page's path with its trailing slash, where there is such a page.
  private func canonicalPath(_ path: String) -> String {
    let withSlash = path + "/"
    return itemsByPath[withSlash] != nil || otherPaths.contains(withSlash) ? withSlash : path
  }
}
