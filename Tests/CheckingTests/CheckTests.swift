import Content
import Testing

@testable import Checking

@Suite("A check")
struct CheckTests {
  @Test("A sound platform gives it nothing to say")
  func sound() async throws {
    let report = await (try CheckedSite()).check()
    #expect(report.findings == [])
    #expect(report.pages > 2)
    #expect(report.exitStatus(.note) == 0)
  }

  @Test(
    "Errors of the content keep pages from being looked at, and that is said; texts are read all the same")
  func errors() async throws {
    let page = CheckedSite.page("Première", "Voir [ici](absent.md).\n")
    let report = await (try CheckedSite(["notes/a.md": page])).check()
    #expect(
      report.findings == [
        "pages-not-rendered", "notes/a.md:5:6 broken-link", "notes/a.md:5:6 link-text-vague",
      ])
    #expect(report.exitStatus(.error) == 1 && report.exitStatus(.never) == 0)
    #expect(report.pages == 0)
  }

  @Test(
    "A finding fails a check from the bar on",
    arguments: [(.error, 0), (.warning, 1), (.note, 1), (.never, 0)] as [(CheckReport.Bar, Int32)])
  func bar(_ bar: CheckReport.Bar, _ status: Int32) async throws {
    let page = CheckedSite.page("Première", "Voir [ici](index.md).\n")
    let report = await (try CheckedSite(["notes/a.md": page])).check()
    #expect(report.findings == ["notes/a.md:5:6 link-text-vague"])
    #expect(report.exitStatus(bar) == status)
  }

  @Test("What keeps a check from being made counts whatever the bar, and whatever is asked for")
  func environment() async throws {
    let checker = SiteChecker(
      request: CheckRequest(source: "/nonexistent", reading: BuildOptions(jobs: 1)), theme: ProbeTheme { $0 })
    let report = await checker.check()
    #expect(report.findings == ["settings-missing"] || report.findings == ["read-failed"])
    #expect(report.exitStatus(.never) >= 3)
    struct Missing: LinkClient {
      func ask(_ url: String, _ method: LinkMethod) async throws(LinkClientMissing) -> LinkResponse {
        throw LinkClientMissing()
      }
    }
    let page = CheckedSite.page("Première", "Voir [ce site](https://exemple.net/).\n")
    let missing = await (try CheckedSite(["notes/a.md": page])).check { checker, request in
      checker.client = Missing()
      request.checksExternalLinks = true
      request.only = ["near-duplicate"]
    }
    #expect(missing.findings == ["external-program-missing"])
    #expect(missing.exitStatus(.never) == 3)
  }

  @Test("Codes can be asked for, and left out")
  func selection() async throws {
    let page = CheckedSite.page("Première", "Voir [ici](index.md), la 2ème  fois.\n")
    let site = try CheckedSite(["notes/a.md": page])
    func codes(_ only: Set<String>, _ skipped: Set<String>) async -> [String] {
      await site.check {
        $1.only = only
        $1.skipped = skipped
      }.diagnostics.map(\.problem.code)
    }
    #expect(await codes([], []) == ["link-text-vague", "ordinal-spelling", "space-repeated"])
    #expect(
      await codes(["space-repeated", "ordinal-spelling"], []) == ["ordinal-spelling", "space-repeated"])
    #expect(await codes([], ["ordinal-spelling"]) == ["link-text-vague", "space-repeated"])
    #expect(await codes(["space-repeated"], ["space-repeated"]) == [])
  }

  @Test("A page can accept what is no error, by a code that exists")
  func accepted() async throws {
    let page = CheckedSite.page(
      "Première", "Voir [ici](index.md).\n", more: "check: {skip: [link-text-vague]}\n")
    #expect(await (try CheckedSite(["notes/a.md": page])).check().findings == [])
    let other = CheckedSite.page(
      "Première", "Voir [ici](index.md).\n", more: "check: {skip: [link-text-vage]}\n")
    #expect(
      await (try CheckedSite(["notes/a.md": other])).check().findings
        == ["notes/a.md:4:16 unknown-code", "notes/a.md:6:6 link-text-vague"])
    let error = CheckedSite.page(
      "Première", "Voir [un](absent.md).\n", more: "check: {skip: [broken-link]}\n")
    #expect(
      await (try CheckedSite(["notes/a.md": error])).check().findings.contains("notes/a.md:6:6 broken-link"))
  }

  @Test("A check that is stopped says so")
  func interrupted() async throws {
    let site = try CheckedSite()
    let checker = SiteChecker(
      request: CheckRequest(source: site.folder, reading: BuildOptions(jobs: 2)), theme: ProbeTheme { $0 },
      isCancelled: { true })
    let report = await checker.check()
    #expect(report.findings == ["interrupted"] && report.exitStatus(.never) == 130)
  }
}
