import Foundation
import Testing

@Suite("The weight of a build")
struct BudgetTests {
  private static let figures = ["content/notes/c.md": "---\ntitle: Poids\n---\n## Mesures\n\n::écoconception\n"]

  private static func settings(_ budgets: String) -> [String: String] {
    ["content/site.yml": "name: Essai\nbase_url: https://exemple.org/\nbudgets: \(budgets)\n"]
  }

  @Test("A page shows what the others weigh, the same for any number of jobs")
  func figures() throws {
    let platform = try Platform(Platform.small(with: Self.figures))
    for jobs in ["1", "3"] {
      let result = try platform.build(["--jobs", jobs, "--output", "\(platform.folder)/public-\(jobs)"])
      #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
    }
    let files = try tree(platform.folder + "/public-1")
    #expect(try files == tree(platform.folder + "/public-3"))
    let page = try platform.text("public-1/notes/c/index.html")
    let pages = files.keys.filter { $0.hasSuffix(".html") }.count
    // One of these is a redirect, and one shows the figures.
    #expect(page.contains("<td class=\"number\">\(pages - 2)</td>"))
    let style = try #require(files.first { $0.key.hasSuffix(".css") }).value.count
    #expect(page.contains("<td class=\"number\">\((style + 500) / 1000)\u{A0}ko</td>"))
  }

  @Test("An exceeded budget is a warning that names the page; a strict build then writes nothing")
  func exceeded() throws {
    let platform = try Platform(Platform.small(with: Self.settings("{html: 10, requests: 20}")))
    let report = try platform.build(["--format", "json"]).report()
    #expect(report.findings == ["warning budget-exceeded"])
    #expect(report.messages.contains("octets de HTML, pour un budget de 10 ; "))
    #expect(report.messages.contains("« / »") || report.messages.contains("« /notes/"))
    let strict = try Platform(Platform.small(with: Self.settings("{html: 10}")))
    #expect(try strict.build(["--strict"]).status == 1)
    #expect(!strict.exists("public/index.html"))
  }

  @Test("A build within its budgets says nothing, and is recognised the next time")
  func withinBudgets() throws {
    let files = Self.figures.merging(Self.settings("{html: 59000}")) { $1 }
    let platform = try Platform(Platform.small(with: files))
    #expect(try platform.build(["--format", "json"]).report().diagnostics.isEmpty)
    #expect(try platform.build(["--format", "json"]).report().summary?.written == 0)
  }
}
