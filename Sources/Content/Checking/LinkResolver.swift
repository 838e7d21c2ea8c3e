import HTML
import Markup

/// Turns the destinations of links and images, as authors write them, into addresses of the site.
struct LinkResolver: Sendable {
  private let site: Site
  /// The page that each Markdown file became, by its path below `content/`.
  private let pages: [String: Page]
  private let itemsByPath: [String: Int]
  private let otherPaths: Set<String>
  private let assetsBySource: [String: Asset]
  private let assetPaths: Set<String>
  private let unpublished: Set<String>

  init(_ site: Site, places: [String: Declarations.Place], unpublished: [String: Item]) {
    self.site = site
    let contentLength = "content/".utf8.count
    var pages: [String: Page] = [:]
    pages.reserveCapacity(places.count)
    for (file, place) in places {
      switch place {
      case .home: pages[file] = .home
      case .list(let type): pages[file] = .list(type: type, number: 1)
      case .term(let term): if site[term].url != nil { pages[file] = .term(term, number: 1) }
      case .item, .nowhere, .unknownTerm: break
      }
    }
    var itemsByPath: [String: Int] = [:]
    for (index, item) in site.items.enumerated() {
      pages[String(item.file.dropFirst(contentLength))] = .item(index)
      itemsByPath[item.path] = index
    }
    self.pages = pages
    self.itemsByPath = itemsByPath
    otherPaths = Set(
      site.pages.compactMap { page in
        if case .item = page { nil } else { site.path(of: page) }
      })
    assetsBySource = Dictionary(site.assets.map { ($0.source, $0) }) { first, _ in first }
    assetPaths = Set(site.assets.map(\.path))
    self.unpublished = Set(unpublished.keys.map { String($0.dropFirst(contentLength)) })
  }

  /// What resolving the links of one item gives.
  struct Resolution: Sendable {
    var body: Body
    var fields: [(Int, FieldValue)] = []
    /// The items that links lead to.
    var targets: [Int] = []
    var diagnostics: [Diagnostic] = []
  }

  func resolve(_ item: Item) -> Resolution {
    let file = String(item.file.dropFirst("content/".utf8.count))
    var resolution = resolve(item.body, file: file, ownPath: item.path)
    for (index, value) in item.fields.enumerated() {
      guard case .markdown(let body)? = value, !body.links.isEmpty else { continue }
      let inner = resolve(body, file: file, ownPath: item.path)
      resolution.fields.append((index, .markdown(inner.body)))
      resolution.targets += inner.targets
      resolution.diagnostics += inner.diagnostics
    }
    return resolution
  }

  /// - Parameters:
  ///   - file: the Markdown file below `content/`, against which relative destinations are read.
  ///   - ownPath: the site path of the page the text stands on, when it has one page only.
  func resolve(_ body: Body, file: String, ownPath: String?) -> Resolution {
    guard !body.links.isEmpty else { return Resolution(body: body) }
    var resolution = Resolution(body: body)
    var addresses: [[UInt8]] = []
    for link in body.links {
      guard link.kind == .internal else {
        addresses.append([])
        continue
      }
      switch destination(of: link, file: file, outline: body.outline) {
      case .success(let found):
        addresses.append(Array((found.url.sitePath ?? "").utf8))
        if let item = found.item { resolution.targets.append(item) }
      case .failure(let problem):
        addresses.append([])
        let place = SourceLocation(
          file: "content/\(file)", link.position, length: link.isImage ? 2 : 1)
        resolution.diagnostics.append(Diagnostic(.error, problem.problem, at: place))
      }
    }
    let spliced = body.html.resolved { mark, output in
      output.append(1)
      if let index = LinkResolver.index(mark), addresses.indices.contains(index) { output += addresses[index] }
      output.append(2)
    }
    resolution.body.html = HTML(trusted: spliced)
    resolution.body.links = []
    return resolution
  }

  /// The number behind the `#` of a mark that Markup left for a link.
  private static func index(_ mark: ArraySlice<UInt8>) -> Int? {
    guard mark.first == UInt8(ascii: "#") else { return nil }
    return mark.dropFirst().reduce(0) { $0 * 10 + Int($1) - 48 }
  }

  private struct Found {
    var url: URLReference
    var item: Int?
  }

  private struct Failure: Error {
    var problem: Problem
  }

  private func destination(
    of link: Link, file: String, outline: [Heading]
  ) -> Result<Found, Failure> {
    let parts = link.destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let written = String(parts.first ?? "")
    let fragment = parts.count > 1 ? LinkResolver.percentDecoded(String(parts[1])) : nil
    let path = LinkResolver.percentDecoded(String(written.prefix { $0 != "?" }))
    if path.isEmpty { return ownAnchor(fragment ?? "", file: file, outline: outline) }
    if path.utf8.first == UInt8(ascii: "/") {
      if let problem = problem(ofSitePath: path, fragment: fragment) { return .failure(Failure(problem: problem)) }
      let canonical = canonicalPath(path)
      return .success(Found(url: .site(canonical, fragment: fragment), item: itemsByPath[canonical]))
    }
    guard let target = LinkResolver.resolved(path, against: file) else {
      return .failure(Failure(problem: .linkOutside(link.destination)))
    }
    if let page = pages[target] {
      if let fragment, let problem = anchorProblem(fragment, on: page) {
        return .failure(Failure(problem: problem))
      }
      var item: Int?
      if case .item(let index) = page { item = index }
      return .success(Found(url: .site(site.path(of: page), fragment: fragment), item: item))
    }
    if let asset = assetsBySource[target] {
      return .success(Found(url: .site(asset.path, fragment: fragment), item: nil))
    }
    if unpublished.contains(target) { return .failure(Failure(problem: .linkToUnpublished(target))) }
    return .failure(Failure(problem: .brokenLink(link.destination, suggestion: nearestFile(to: target, from: file))))
  }

  private func ownAnchor(_ fragment: String, file: String, outline: [Heading]) -> Result<Found, Failure> {
    guard let page = pages[file] else { return .failure(Failure(problem: .brokenLink("#" + fragment, suggestion: nil))) }
    let ids = outline.map(\.id)
    guard fragment.isEmpty || ids.contains(fragment) else {
      let suggestion = EditDistance.nearest(to: fragment, among: ids)
      return .failure(
        Failure(problem: .brokenAnchor(fragment, page: "content/\(file)", suggestion: suggestion)))
    }
    return .success(Found(url: .site(site.path(of: page), fragment: fragment.isEmpty ? nil : fragment)))
  }

  /// What is wrong with a path of the site, if anything.
  func problem(ofSitePath path: String, fragment: String?) -> Problem? {
    let canonical = canonicalPath(path)
    if let index = itemsByPath[canonical] { return fragment.flatMap { anchorProblem($0, on: .item(index)) } }
    if otherPaths.contains(canonical) || assetPaths.contains(path) { return nil }
    if canonical == "/sitemap.xml" || canonical == "/robots.txt" { return nil }
    let known = itemsByPath.keys.sorted() + otherPaths.sorted() + assetPaths.sorted()
    return .brokenLink(path, suggestion: EditDistance.nearest(to: path, among: known))
  }

  /// A page's path with its trailing slash, where there is such a page.
  private func canonicalPath(_ path: String) -> String {
    let withSlash = path + "/"
    return itemsByPath[withSlash] != nil || otherPaths.contains(withSlash) ? withSlash : path
  }

  private func anchorProblem(_ fragment: String, on page: Page) -> Problem? {
    let outline: [Heading]
    let file: String
    switch page {
    case .item(let index):
      outline = site.items[index].body.outline
      file = site.items[index].file
    case .home: (outline, file) = (site.home?.body.outline ?? [], "content/index.md")
    case .term(let term, _):
      (outline, file) = (site[term].page?.body.outline ?? [], site[term].page?.file ?? "")
    case .list(let type, _):
      (outline, file) = (site.types[type].introduction?.body.outline ?? [], "content/\(site.types[type].folder)/index.md")
    case .vocabulary, .siteMap, .notFound, .redirect: return nil
    }
    let ids = outline.map(\.id)
    guard !fragment.isEmpty, !ids.contains(fragment) else { return nil }
    return .brokenAnchor(fragment, page: file, suggestion: EditDistance.nearest(to: fragment, among: ids))
  }

  /// The nearest file, written relative to the folder of the file that links to it.
  private func nearestFile(to target: String, from file: String) -> String? {
    let known = pages.keys.sorted() + assetsBySource.keys.sorted()
    return EditDistance.nearest(to: target, among: known).map { LinkResolver.relative($0, from: file) }
  }
}
