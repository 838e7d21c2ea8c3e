import Content
import Markup

/// Builds a site: reads and checks the content, plans, renders and writes, and stops before a byte is written when
/// there is an error.
///
///     let builder = SiteBuilder(request: BuildRequest(source: ".", jobs: 2), theme: theme)
///     let report = await builder.build()
public struct SiteBuilder: Sendable {
  public let request: BuildRequest
  public let theme: any Theme
  /// Asked between steps, from any thread; once it says yes the build ends as interrupted.
  public let isCancelled: @Sendable () -> Bool
  /// Told how far the build is; called from any thread.
  public let progress: @Sendable (BuildProgress) -> Void

  public init(
    request: BuildRequest, theme: any Theme,
    isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (BuildProgress) -> Void = { _ in }
  ) {
    self.request = request
    self.theme = theme
    self.isCancelled = isCancelled
    self.progress = progress
  }

  public func build() async -> BuildReport {
    var report = BuildReport(strict: request.isStrict)
    do throws(Diagnostic) {
      progress(BuildProgress(stage: .reading))
      let tree = try SourceTree(folder: request.source)
      let sources = await LoadedSources(tree, jobs: request.reading.jobs)
      let output = try checkedOutput(sources, &report)
      try checkCancellation()
      let digest = await InputDigest.digest(of: sources, options: request.fingerprint, jobs: request.reading.jobs)
      if let manifest = intact(output, inputs: digest) {
        report.summary = BuildSummary(untouched: manifest)
        return report
      }
      progress(BuildProgress(stage: .checking))
      let reading = await SiteReader(options: request.reading).read(consume sources)
      report.language = reading.site.settings.language
      report.site = reading.site
      let plan = Plan(site: reading.site, theme: theme)
      report.add(Diagnostic.ordered(reading.diagnostics + plan.diagnostics))
      guard !report.hasErrors else { return report }
      try checkCancellation()
      try await write(reading.site, plan, to: output, inputs: digest, &report)
    } catch {
      report.add([error])
    }
    return report
  }

  private func checkCancellation() throws(Diagnostic) {
    if isCancelled() { throw Diagnostic(.error, .interrupted) }
  }

  /// The output folder, whose rules are checked before anything else is done.
  private func checkedOutput(
    _ sources: LoadedSources, _ report: inout BuildReport
  ) throws(Diagnostic) -> OutputFolder {
    let preferences = sources.preferences
    report.language = preferences.language
    return try OutputFolder.validate(
      path: request.output ?? preferences.output ?? "public", sourceFolder: request.source,
      contentFolder: request.source + "/content", adopt: request.adoptsOutput)
  }

  /// The manifest of the published site, when a build would give the same bytes and say nothing.
  private func intact(_ output: OutputFolder, inputs: ContentHash) -> Manifest? {
    do throws(Diagnostic) {
      return try SiteWriter.intactManifest(of: output, inputs: inputs, workers: request.reading.jobs)
    } catch {
      return nil
    }
  }

  private func write(
    _ site: Site, _ plan: Plan, to output: OutputFolder, inputs: ContentHash, _ report: inout BuildReport
  ) async throws(Diagnostic) {
    let writer = try SiteWriter.open(
      output, force: request.overwritesEdits, workers: request.reading.jobs, isCancelled: isCancelled)
    let (weights, problems) = await writeFiles(of: plan, site, with: writer)
    guard problems.isEmpty else {
      writer.cancel()
      let isInterrupted = problems.contains { $0.problem == .interrupted }
      report.add(isInterrupted ? [Diagnostic(.error, .interrupted)] : Diagnostic.ordered(problems))
      return
    }
    report.add(weights.map(\.warnings) ?? [])
    guard !report.hasErrors else { return writer.cancel() }
    progress(BuildProgress(stage: .publishing))
    // A build that had something to say must say it again: its inputs are never recognised.
    let recorded = report.diagnostics.isEmpty ? inputs : ContentHash(of: Array("\(inputs) spoken".utf8))
    let written = try writer.commit(inputs: recorded, pages: plan.pageCount)
    report.add(written.warnings)
    report.summary = BuildSummary(written: written, pages: plan.pageCount)
  }

  /// Writes every file; those of the search, made while pages are rendered, come after them, and pages that show
  /// what the others weigh come last.
  private func writeFiles(
    of plan: Plan, _ site: Site, with writer: SiteWriter
  ) async -> (check: BudgetCheck?, problems: [Diagnostic]) {
    async let search = SearchFiles(site, theme, jobs: request.reading.jobs)
    let showing = site.pagesShowingFootprint
    let isMeasured = !showing.isEmpty || site.settings.budgets.areDeclared
    let progress = progress
    let total = plan.files.count
    let writing = FileWriting(
      writer: writer, content: request.source + "/content/", jobs: request.reading.jobs,
      meter: isMeasured ? PageMeter(plan, site) : nil, isCancelled: isCancelled,
      progress: { progress(BuildProgress(stage: .writing, done: $0, total: total)) })
    let renderer = PageRenderer(
      site: site, renderer: theme.renderer(for: site, assets: plan.assets, footprint: nil))
    var outcome = await writing.write(plan.files.filter { !$0.isPage(among: showing) }, with: renderer)
    outcome.problems += await writing.write(search.files, with: renderer).problems
    guard let meter = writing.meter, outcome.problems.isEmpty,
      let footprint = Footprint(pages: outcome.weights, files: meter.files, unmeasured: showing.count)
    else { return (nil, outcome.problems) }
    guard !showing.isEmpty else {
      return (BudgetCheck(site: site, pages: outcome.weights, footprint: footprint), [])
    }
    let last = PageRenderer(
      site: site, renderer: theme.renderer(for: site, assets: plan.assets, footprint: footprint))
    let rest = await writing.write(plan.files.filter { $0.isPage(among: showing) }, with: last)
    let weights = outcome.weights + rest.weights
    let whole = Footprint(pages: weights, files: meter.files, unmeasured: 0)
    return (whole.map { BudgetCheck(site: site, pages: weights, footprint: $0) }, rest.problems)
  }
}

extension Plan.File {
  fileprivate func isPage(among pages: Set<Page>) -> Bool {
    if case .page(let page) = content { pages.contains(page) } else { false }
  }
}
