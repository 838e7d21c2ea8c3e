import Content
import Foundation
import Generator
import Markup

/// The site that a preview's processes hold in memory: the last good one, and what is wrong since.
struct HeldSite: Sendable {
  private let setup: WorkerSetup
  private let theme: @Sendable (_ folder: String?) -> any Theme
  private var reader: SiteRereader
  private var currentTheme: any Theme
  private var language = Language.french
  /// `nil` until the content was without error once.
  private(set) var good: SiteOnDemand?
  private(set) var news: SiteNews

  /// How many problems are told at once.
  private static let problemLimit = 100
  /// How many files are told with their bytes, and how many bytes at most.
  private static let readLimit = 100
  private static let readSizeLimit = 1 << 20

  init(_ setup: WorkerSetup, theme: @escaping @Sendable (_ folder: String?) -> any Theme) {
    self.setup = setup
    self.theme = theme
    var options = BuildOptions(jobs: 1)
    options.includesDrafts = true
    options.includesFuture = true
    options.baseURL = setup.baseURL
    options.now = setup.now.flatMap { try? PartialDate(parsing: $0) }
    reader = SiteRereader(folder: setup.source, options: options)
    currentTheme = theme(setup.themeFolder)
    news = SiteNews()
  }

  /// Reads what changed.
  ///
  /// - Parameters:
  ///   - changed: the absolute paths of files that changed for certain.
  ///   - substitutes: as for ``SiteRereader/read(changed:substitutes:)``.
  mutating func update(_ changed: [String], substitutes: [String: [UInt8]?] = [:]) async {
    let start = ContinuousClock.now
    let content = setup.source + "/content/"
    let inContent = changed.filter { $0.hasPrefix(content) }.map { String($0.dropFirst(content.count)) }
    let ofTheme = setup.themeFolder.map { folder in changed.filter { $0.hasPrefix(folder + "/") } } ?? []
    if !ofTheme.isEmpty || changed.isEmpty { currentTheme = theme(setup.themeFolder) }
    let old = good
    news.isGood = false
    news.styleSheets = nil
    var found: [Diagnostic]
    do throws(Diagnostic) {
      let reading = try await reader.read(changed: Set(inContent), substitutes: substitutes)
      language = reading.site.settings.language
      let plan = Plan(site: reading.site, theme: currentTheme)
      found = Diagnostic.ordered(reading.diagnostics + plan.diagnostics)
      if !found.contains(where: { $0.severity == .error }) {
        good = SiteOnDemand(reading.site, plan, theme: currentTheme, jobs: 1)
        news.isGood = true
      }
    } catch {
      found = [error]
    }
    if news.isGood, let old, let good, inContent.isEmpty, !ofTheme.isEmpty {
      news.styleSheets = HeldSite.styleSheets(old, good, changed: ofTheme)
    }
    tell(found)
    news.read = [:]
    let read = reader.readAgain
    if old != nil, read.count <= HeldSite.readLimit, read.values.reduce(0, { $0 + $1.count }) <= HeldSite.readSizeLimit {
      news.read = read.mapValues { Data($0) }
    }
    news.milliseconds = (ContinuousClock.now - start) / .milliseconds(1)
  }

  private mutating func tell(_ found: [Diagnostic]) {
    let folder = setup.source
    let report = DiagnosticReport(wording: DiagnosticWording(for: language), usesColour: false) { file in
      (try? Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(file)"))).map(Array.init)
    }
    // Everything is shown in a preview: that a page isn't published yet stands on the page.
    let told = found.filter { $0.severity != .note }.sorted { $0.severity == .error && $1.severity != .error }
    news.hasSite = good != nil
    news.languageCode = language == .french ? "fr" : "en"
    news.problems = told.prefix(HeldSite.problemLimit).map { PreviewProblem($0, report) }
    news.basePath = good?.site.settings.basePath ?? "/"
    news.pages = good?.plan.pageCount ?? 0
  }

  /// The new address of each style sheet that changed, where only style sheets did.
  private static func styleSheets(
    _ old: SiteOnDemand, _ new: SiteOnDemand, changed: [String]
  ) -> [String: String]? {
    guard changed.allSatisfy({ $0.hasSuffix(".css") }) else { return nil }
    var addresses: [String: String] = [:]
    for (name, url) in old.plan.assets where new.plan.assets[name] != url {
      guard name.hasSuffix(".css"), let from = url.sitePath, let to = new.plan.assets[name]?.sitePath else { return nil }
      addresses[from] = to
    }
    return addresses
  }

  /// What a build would write for an address; the bytes of the file, where it has some of its own.
  mutating func reply(to path: String) async -> (reply: FileReply, bytes: [UInt8]) {
    guard var site = good else { return (.missing(hasPage: false, near: []), []) }
    defer { good = site }
    do throws(Diagnostic) {
      switch try await site.answer(to: path) {
      case .file(let output, .page(let page, let bytes)):
        return (.bytes(outputPath: output, page: PreviewedPage(page, weight: bytes.count, in: site.site)), bytes)
      case .file(let output, .bytes(let bytes)): return (.bytes(outputPath: output, page: nil), bytes)
      case .file(let output, .copy(let source)):
        return (.copy(of: "\(setup.source)/content/\(source)", outputPath: output), [])
      case .folder(let address): return (.movedTo(address), [])
      case .nothing:
        let near = site.site.paths(nearestTo: path, atMost: 5)
        guard case .file(_, .page(_, let bytes)) = try await site.answer(to: "/404.html") else {
          return (.missing(hasPage: false, near: near), [])
        }
        return (.missing(hasPage: true, near: near), bytes)
      }
    } catch {
      let report = DiagnosticReport(wording: DiagnosticWording(for: language), usesColour: false) { _ in nil }
      return (.failed(PreviewProblem(error, report)), [])
    }
  }
}

extension PreviewProblem {
  /// A diagnostic in the words of a report.
  init(_ diagnostic: Diagnostic, _ report: DiagnosticReport) {
    let text = report.wording.text(of: diagnostic.problem)
    self.init(
      severity: diagnostic.severity.rawValue, code: diagnostic.problem.code, message: text.message,
      advice: text.advice, file: diagnostic.location?.file, line: diagnostic.location?.line ?? 1,
      column: diagnostic.location?.column ?? 1, length: diagnostic.location?.length ?? 1,
      excerpt: report.line(of: diagnostic))
  }
}
