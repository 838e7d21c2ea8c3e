import Content
import HTML

/// Renders every page of a plan in memory, for those who want to look at them: nothing is written.
public struct Rehearsal: Sendable {
  public let site: Site
  public let plan: Plan
  private let theme: any Theme
  private let jobs: Int
  /// Asked between pages, from any thread.
  private let isCancelled: @Sendable () -> Bool

  public init(
    _ site: Site, _ plan: Plan, theme: any Theme, jobs: Int, isCancelled: @escaping @Sendable () -> Bool
  ) {
    self.site = site
    self.plan = plan
    self.theme = theme
    self.jobs = jobs
    self.isCancelled = isCancelled
  }

  /// What was seen of the pages, in the order of the site.
  public struct Outcome<View: Sendable>: Sendable {
    public var views: [(page: Page, view: View)] = []
    /// Templates that failed, and budgets that are exceeded: a warning where the settings declare budgets,
    /// else a note.
    public var diagnostics: [Diagnostic] = []
  }

  private struct Look<View: Sendable>: Sendable {
    var page: Page
    var result: Result<(view: View, weight: PageWeight), Diagnostic>
  }

  /// Shows every page, its addresses inside the site still symbolic; called from several threads at once.
  public func survey<View: Sendable>(_ look: @escaping @Sendable (Page, HTML) -> View) async -> Outcome<View>
  {
    let showing = site.pagesShowingFootprint
    let pages = plan.files.compactMap { file in if case .page(let page) = file.content { page } else { nil } }
    let meter = PageMeter(plan, site)
    let first = await render(pages.filter { !showing.contains($0) }, footprint: nil, meter, look)
    let weights = first.compactMap { try? $0.result.get().weight }
    let footprint = Footprint(pages: weights, files: meter.files, unmeasured: showing.count)
    // Pages that show what the others weigh come last, as in a build.
    let last = await render(pages.filter { showing.contains($0) }, footprint: footprint, meter, look)
    var outcome = Outcome<View>()
    for look in first + last {
      switch look.result {
      case .success(let (view, _)): outcome.views.append((look.page, view))
      case .failure(let diagnostic): outcome.diagnostics.append(diagnostic)
      }
    }
    let all = weights + last.compactMap { try? $0.result.get().weight }
    if let whole = Footprint(pages: all, files: meter.files, unmeasured: 0) {
      let severity: Diagnostic.Severity = site.settings.budgets.areDeclared ? .warning : .note
      outcome.diagnostics += BudgetCheck(site: site, pages: all, footprint: whole).warnings.map { warning in
        Diagnostic(severity, warning.problem, at: warning.location)
      }
    }
    return outcome
  }

  private func render<View: Sendable>(
    _ pages: [Page], footprint: Footprint?, _ meter: PageMeter,
    _ look: @escaping @Sendable (Page, HTML) -> View
  ) async -> [Look<View>] {
    guard !pages.isEmpty else { return [] }
    let renderer = PageRenderer(
      site: site, renderer: theme.renderer(for: site, assets: plan.assets, footprint: footprint))
    return await pages.concurrentMap(jobs: jobs) { page in
      let result = Result { () throws(Diagnostic) in
        if isCancelled() { throw Diagnostic(.error, .interrupted) }
        let html = try renderer.html(of: page)
        let bytes = renderer.bytes(of: html, on: page).count
        return (view: look(page, html), weight: meter.weight(of: page, html: html, bytes: bytes))
      }
      return Look(page: page, result: result)
    }
  }
}
