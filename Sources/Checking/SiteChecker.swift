import Content
import Generator
import Glibc
import Markup

/// Looks at a platform as a build does, and then as an editor would; nothing is written but a cache of
/// answers.
///
///     let checker = SiteChecker(request: CheckRequest(source: ".", reading: BuildOptions(jobs: 2)), theme:
/// theme)
///     let report = await checker.check()
public struct SiteChecker: Sendable {
  public var request: CheckRequest
  public let theme: any Theme
  /// Asked between steps, from any thread; once it says yes the check ends as interrupted.
  public let isCancelled: @Sendable () -> Bool
  /// Told how far the check is; called from any thread.
  public let progress: @Sendable (CheckProgress) -> Void
  var client: (any LinkClient)?
  var patience = LinkVisit.Patience()

  public init(
    request: CheckRequest, theme: any Theme, isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (CheckProgress) -> Void = { _ in }
  ) {
    self.request = request
    self.theme = theme
    self.isCancelled = isCancelled
    self.progress = progress
  }

  public func check() async -> CheckReport {
    var report = CheckReport()
    var found: [Diagnostic] = []
    do throws(Diagnostic) {
      found = try await findings(&report)
    } catch {
      found = [error]
    }
    if isCancelled() { found = [Diagnostic(.error, .interrupted)] }
    report.diagnostics = Diagnostic.ordered(found.filter(request.wants))
    return report
  }

  private func findings(_ report: inout CheckReport) async throws(Diagnostic) -> [Diagnostic] {
    progress(CheckProgress(stage: .reading))
    let jobs = request.reading.jobs
    let sources = await LoadedSources(try SourceTree(folder: request.source), jobs: jobs)
    report.language = sources.preferences.language
    let loaded = sources.texts
    let reading = await SiteReader(options: request.reading).read(consume sources)
    let site = reading.site
    report.language = site.settings.language
    let plan = Plan(site: site, theme: theme)
    var found = reading.diagnostics + plan.diagnostics

    progress(CheckProgress(stage: .texts))
    let texts = await loaded.concurrentMap(jobs: jobs) { WrittenText($0, settings: site.settings) }
    found += await texts.concurrentMap(jobs: jobs) { text in
      LinkTexts(text: text).diagnostics + Orthography.diagnostics(of: text)
    }.flatMap(\.self)
    let byFile = Dictionary(texts.map { ($0.file, $0) }) { first, _ in first }
    found += Summaries(site: site, texts: byFile).diagnostics + Upkeep(site: site, texts: byFile).diagnostics

    let errors = found.count { $0.severity == .error }
    if errors == 0 {
      found += await findings(on: site, plan, byFile, &report)
    } else {
      found.append(Diagnostic(.pagesNotRendered(errors: errors)))
    }
    if request.checksExternalLinks, !isCancelled() {
      found += await externalFindings(in: texts, of: site.settings)
    }
    return accepted(found, site)
  }

  /// What only the whole site and its pages tell.
  private func findings(
    on site: Site, _ plan: Plan, _ texts: [String: WrittenText], _ report: inout CheckReport
  ) async -> [Diagnostic] {
    progress(CheckProgress(stage: .rendering))
    let rehearsal = Rehearsal(site, plan, theme: theme, jobs: request.reading.jobs, isCancelled: isCancelled)
    let outcome = await rehearsal.survey { _, html in PageSurvey(html) }
    report.pages = outcome.views.count { !$0.page.isRedirect }
    let others =
      await NearDuplicates(site: site, texts: texts, jobs: request.reading.jobs).diagnostics()
      + UnusedDeclarations(site: site, texts: texts).diagnostics
    // A page that failed leaves others without what leads to them.
    guard outcome.views.count == plan.files.count(where: \.isPage) else {
      return outcome.diagnostics + others
    }
    let pages = SurveyedPages(site, plan, outcome.views)
    return outcome.diagnostics + PageFindings(pages).diagnostics
      + UnreachablePages(pages: pages, texts: texts).diagnostics + others
  }

  private func externalFindings(in texts: [WrittenText], of settings: Settings) async -> [Diagnostic] {
    let file = request.cacheFolder.map { "\($0)/\(Slug.make(settings.name))/links.json" }
    var cache = request.refreshes ? LinkCache() : file.map { LinkCache(file: $0) } ?? LinkCache()
    let now = time(nil)
    let visit = LinkVisit(
      client: client ?? CurlClient(timeout: patience.timeout), patience: patience,
      turns: HostTurns(interval: patience.interval))
    let progress = progress
    let links = ExternalLinks(
      visit: visit, exceptions: settings.externalExceptions, baseURL: settings.baseURL, now: now,
      isCancelled: isCancelled
    ) { progress(CheckProgress(stage: .externalLinks, done: $0, total: $1)) }
    let found = await links.diagnostics(of: texts, &cache)
    if let file { cache.save(to: file, now: now) }
    return found
  }

  /// The findings without those that authors accept on their own pages; errors can't be.
  private func accepted(_ found: [Diagnostic], _ site: Site) -> [Diagnostic] {
    var accepted: [String: Set<String>] = [:]
    var unknown: [Diagnostic] = []
    for item in site.items {
      for finding in item.acceptedFindings {
        if Problem.codes.contains(finding.code) {
          accepted[item.file, default: []].insert(finding.code)
        } else {
          let suggestion = Problem.code(nearest: finding.code)
          unknown.append(Diagnostic(.unknownCode(finding.code, suggestion: suggestion), at: finding.location))
        }
      }
    }
    return unknown
      + found.filter { diagnostic in
        guard diagnostic.severity != .error, let file = diagnostic.location?.file else { return true }
        return accepted[file]?.contains(diagnostic.problem.code) != true
      }
  }
}

extension Plan.File {
  fileprivate var isPage: Bool {
    if case .page = content { true } else { false }
  }
}
