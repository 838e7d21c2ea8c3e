import Content

/// Compares what a site weighs with what its settings allow.
struct BudgetCheck {
  let site: Site
  let pages: [PageWeight]
  let footprint: Footprint

  /// A warning a budget that is exceeded; it names the page that exceeds it most.
  var warnings: [Diagnostic] {
    Budget.allCases.compactMap { budget in
      let limit = site.settings.budgets[budget]
      let (value, page, others) = use(of: budget, limit: limit)
      guard value > limit else { return nil }
      let path = page.map { site.path(of: $0) }
      return Diagnostic(
        .warning, .budgetExceeded(budget, value: value, limit: limit, page: path, others: others))
    }
  }

  private func use(of budget: Budget, limit: Int) -> (value: Int, page: Page?, others: Int) {
    func most(_ weight: PageWeight, _ measure: (PageWeight) -> Int) -> (Int, Page?, Int) {
      let exceeding = pages.count { !$0.page.isRedirect && measure($0) > limit }
      return (measure(weight), weight.page, max(0, exceeding - 1))
    }
    switch budget {
    case .html: return most(footprint.largestHTML, \.htmlBytes)
    case .css: return (footprint.styleSheets.bytes, nil, 0)
    case .javascript: return most(footprint.mostScripts, \.scriptBytes)
    case .requests: return most(footprint.mostRequests, \.requests)
    case .firstView: return most(footprint.heaviestView, \.firstViewBytes)
    }
  }
}
