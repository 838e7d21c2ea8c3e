import Content
import HTML

/// A site whose files are made when somebody asks for them: each byte for byte what a build writes.
///
///     var site = SiteOnDemand(reading.site, plan, theme: theme)
///     switch try await site.answer(to: "/kits/odd-17/") { … }
public struct SiteOnDemand: Sendable {
  public let site: Site
  public let plan: Plan
  private let theme: any Theme
  private let jobs: Int
  private let renderer: PageRenderer
  /// The plan's files, by their paths.
  private let files: [String: Plan.File]
  /// The files of the search, by their paths; `nil` before the first of them is asked for.
  private var search: [String: Plan.File]?
  /// What renders the pages that show what the others weigh.
  private var lastRenderer: PageRenderer?

  /// What there is at an address.
  public enum Answer: Sendable {
    case file(path: String, Content)
    /// The same address with a slash at its end.
    case folder(String)
    case nothing
  }

  public enum Content: Sendable {
    case page(Page, [UInt8])
    case bytes([UInt8])
    /// A copy of a file, by its path below `content/`.
    case copy(String)
  }

  public init(_ site: Site, _ plan: Plan, theme: any Theme, jobs: Int) {
    (self.site, self.plan, self.theme, self.jobs) = (site, plan, theme, jobs)
    renderer = PageRenderer(
      site: site, renderer: theme.renderer(for: site, assets: plan.assets, footprint: nil))
    files = Dictionary(plan.files.map { ($0.path, $0) }) { first, _ in first }
  }

  /// What a build would write for an address.
  ///
  /// - Parameter path: an unencoded site path, from its first slash.
  /// - Throws: the diagnostic of a template that fails.
  public mutating func answer(to path: String) async throws(Diagnostic) -> Answer {
    let output = Plan.outputPath(path)
    if let file = await file(at: output) { return .file(path: output, try await content(of: file)) }
    if !path.hasSuffix("/"), files["\(output)/index.html"] != nil { return .folder(path + "/") }
    return .nothing
  }

  private mutating func file(at path: String) async -> Plan.File? {
    if let file = files[path] { return file }
    guard let folder = site.sections.search?.heading.path, path.hasPrefix("\(folder)/") else { return nil }
    if search == nil {
      let made = await SearchFiles(site, theme, jobs: jobs).files
      search = Dictionary(made.map { ($0.path, $0) }) { first, _ in first }
    }
    return search?[path]
  }

  private mutating func content(of file: Plan.File) async throws(Diagnostic) -> Content {
    switch file.content {
    case .copy(let source): return .copy(source)
    case .bytes(let bytes): return .bytes(bytes)
    case .made(let make): return .bytes(make())
    case .page(let page):
      let showing = site.pagesShowingFootprint
      let renderer = showing.contains(page) ? try await renderer(besides: showing) : renderer
      let html = try renderer.html(of: page)
      let bytes = renderer.bytes(of: html, on: page)
      return .page(page, bytes)
    }
  }

  /// Weighs every page that doesn't show what pages weigh, for those that do.
  private mutating func renderer(besides showing: Set<Page>) async throws(Diagnostic) -> PageRenderer {
    if let lastRenderer { return lastRenderer }
    let (renderer, meter) = (renderer, PageMeter(plan, site))
    let others = site.pages.filter { !showing.contains($0) }
    let weights = await others.concurrentMap(jobs: jobs) { page -> Result<PageWeight, Diagnostic> in
      Result { () throws(Diagnostic) in
        let html = try renderer.html(of: page)
        return meter.weight(of: page, html: html, bytes: renderer.bytes(of: html, on: page).count)
      }
    }
    var known: [PageWeight] = []
    for weight in weights { known.append(try weight.get()) }
    let footprint = Footprint(pages: known, files: meter.files, unmeasured: showing.count)
    let last = PageRenderer(
      site: site, renderer: theme.renderer(for: site, assets: plan.assets, footprint: footprint))
    lastRenderer = last
    return last
  }
}
