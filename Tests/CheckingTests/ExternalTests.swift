import Content
import FlyingFox
import Foundation
import Synchronization
import Testing

@testable import Checking

@Suite("Links to other sites")
struct ExternalTests {
  /// Answers what a test says, and remembers what it was asked.
  final class Script: LinkClient {
    private let answers: @Sendable (String, LinkMethod, Int) -> LinkResponse
    private let state = Mutex<(asked: [String], now: Int, most: Int, hosts: [String: Int], clash: Bool)>(
      ([], 0, 0, [:], false))

    /// - Parameter answers: by address, method, and how often the address was asked before.
    init(_ answers: @escaping @Sendable (String, LinkMethod, Int) -> LinkResponse) { self.answers = answers }

    var asked: [String] { state.withLock { $0.asked } }
    /// The most requests at once.
    var most: Int { state.withLock { $0.most } }
    /// Whether two requests were at one host at once.
    var clashed: Bool { state.withLock { $0.clash } }

    func ask(_ url: String, _ method: LinkMethod) async throws(LinkClientMissing) -> LinkResponse {
      let host = LinkVisit.host(of: url)
      let before = state.withLock { state in
        let before = state.asked.count { $0.hasSuffix(" " + url) }
        state.asked.append("\(method) \(url)")
        state.now += 1
        state.most = max(state.most, state.now)
        state.hosts[host, default: 0] += 1
        if state.hosts[host, default: 0] > 1 { state.clash = true }
        return before
      }
      try? await Task.sleep(for: .milliseconds(2))
      state.withLock { state in
        state.now -= 1
        state.hosts[host, default: 0] -= 1
      }
      return answers(url, method, before)
    }
  }

  private static var hasty: LinkVisit.Patience {
    LinkVisit.Patience(interval: .zero, backoff: .milliseconds(1), timeout: 5)
  }

  private static func answer(
    _ url: String = "https://a.fr/", _ answers: @escaping @Sendable (String, LinkMethod, Int) -> LinkResponse
  ) async throws -> (LinkAnswer, [String]) {
    let script = Script(answers)
    let visit = LinkVisit(client: script, patience: hasty, turns: HostTurns(interval: .zero))
    return (try await visit.answer(of: url), script.asked)
  }

  @Test(
    "A status says what there is",
    arguments: [
      (200, .good), (204, .good), (404, .gone(status: 404)), (410, .gone(status: 410)),
      (401, .refused(status: 401)),
      (403, .refused(status: 403)), (429, .refused(status: 429)), (500, .failing(status: 500)),
      (503, .failing(status: 503)), (999, .failing(status: 999)), (304, .good),
    ] as [(Int, LinkAnswer)])
  func status(_ status: Int, _ expected: LinkAnswer) async throws {
    #expect(try await Self.answer { _, _, _ in .answer(status: status) }.0 == expected)
  }

  @Test("A site that doesn't like HEAD is asked for the page")
  func head() async throws {
    for status in [403, 405, 501] {
      let (answer, asked) = try await Self.answer { _, method, _ in
        .answer(status: method == .head ? status : 200)
      }
      #expect(answer == .good)
      #expect(asked == ["head https://a.fr/", "get https://a.fr/"])
    }
  }

  @Test("What may pass is tried three times, what won't is not")
  func tries() async throws {
    let (busy, asked) = try await Self.answer { _, _, before in .answer(status: before < 2 ? 503 : 200) }
    #expect(busy == .good && asked.count == 3)
    let (failing, often) = try await Self.answer { _, _, _ in .timeout }
    #expect(failing == .silent(seconds: 5) && often.count == 3)
    #expect(try await Self.answer { _, _, _ in .unknownHost }.0 == .unknownHost)
    #expect(try await Self.answer { _, _, _ in .failure("TLS") }.0 == .unreachable("TLS"))
    let (_, patient) = try await Self.answer { _, _, _ in .answer(status: 429, retryAfter: 3600) }
    #expect(patient.count == 1, "an hour is too long to wait")
    let start = ContinuousClock.now
    _ = try await Self.answer { _, _, before in
      before == 0 ? .answer(status: 503, retryAfter: 1) : .answer(status: 200)
    }
    #expect(ContinuousClock.now - start >= .seconds(1))
  }

  @Test("Only what moved for good is to be rewritten")
  func redirects() async throws {
    func redirect(_ status: Int, _ more: [String: LinkResponse] = [:]) async throws -> LinkAnswer {
      try await Self.answer { url, _, _ in
        more[url]
          ?? (url == "https://a.fr/"
            ? .answer(status: status, location: "https://b.fr/") : .answer(status: 200))
      }.0
    }
    #expect(try await redirect(301) == .moved(to: "https://b.fr/"))
    #expect(try await redirect(308) == .moved(to: "https://b.fr/"))
    #expect(try await redirect(302) == .good)
    #expect(try await redirect(307) == .good)
    let on = LinkResponse.answer(status: 302, location: "https://c.fr/")
    #expect(try await redirect(301, ["https://b.fr/": on]) == .moved(to: "https://b.fr/"))
    let gone = LinkResponse.answer(status: 404)
    #expect(try await redirect(301, ["https://b.fr/": gone]) == .gone(status: 404))
    let file = LinkResponse.answer(status: 301, location: "file:///etc/passwd")
    #expect(try await redirect(301, ["https://b.fr/": file]) == .unreachable("file:///etc/passwd"))
    let round = LinkResponse.answer(status: 302, location: "https://a.fr/")
    guard case .unreachable = try await redirect(302, ["https://b.fr/": round]) else {
      Issue.record("a circle has no end")
      return
    }
  }

  @Test("At most eight requests at once, one a host, with a pause between two")
  func politeness() async throws {
    let addresses = (0..<60).map { "https://h\($0 % 20).fr/\($0)" }
    let text = addresses.enumerated().map { "[Le lien \($0)](\($1))\n" }.joined(separator: "\n")
    let site = try CheckedSite(["notes/a.md": CheckedSite.page("Première", text)])
    // Redirects lead to hosts that others are at.
    let script = Script { url, _, _ in
      url.hasSuffix("7") ? .answer(status: 302, location: "https://h1.fr/autre") : .answer(status: 200)
    }
    let report = await site.check { checker, request in
      checker.client = script
      checker.patience = Self.hasty
      request.checksExternalLinks = true
    }
    #expect(report.findings == [])
    #expect(script.asked.count == 66)
    #expect(script.most <= 8 && script.most > 1)
    #expect(!script.clashed)
    let turns = HostTurns(interval: .milliseconds(40))
    let start = ContinuousClock.now
    for _ in 0..<3 {
      await turns.begin("a.fr")
      await turns.end("a.fr")
    }
    #expect(ContinuousClock.now - start >= .milliseconds(80))
  }

  @Test(
    "Addresses are found in texts, fields, sources and settings, each at its place; exceptions aren't asked")
  func places() async throws {
    let site = try CheckedSite([
      "site.yml": """
      name: Essai
      base_url: https://exemple.org/
      publisher: {name: Nous, url: "https://a.fr/nous"}
      navigation: [{label: Notes, link: /notes/}]
      check:
        external_exceptions:
          - {url: "https://x.fr/", reason: Elle demande un mot de passe.}
          - {url: "https://y.fr/", reason: Elle ne sert plus.}
      """,
      "types/note.yml":
        "name: Note\nplural: Notes\nfolder: notes\nfields:\n  lien: {type: link}\n  texte: {type: markdown}\n",
      "notes/a.md": """
      ---
      title: Première
      summary: Ce que l’on apprend en lisant cette page.
      lien: https://a.fr/champ
      texte: Voir [ce site](https://a.fr/markdown), ou [celui-ci](https://x.fr/secret).
      sources: [{text: Un livre, url: "https://a.fr/source"}]
      ---
      Voir [le site](https://a.fr/texte#partie).
      """,
    ])
    let script = Script { _, _, _ in .answer(status: 404) }
    let report = await site.check { checker, request in
      checker.client = script
      checker.patience = Self.hasty
      request.checksExternalLinks = true
    }
    #expect(
      report.findings == [
        "notes/a.md:4:7 external-page-gone", "notes/a.md:5:8 external-page-gone",
        "notes/a.md:6:33 external-page-gone",
        "notes/a.md:8:6 external-page-gone", "site.yml:3:30 external-page-gone",
        "site.yml:8:13 external-exception-unused",
      ])
    #expect(script.asked.contains("get https://a.fr/texte") && !script.asked.contains { $0.contains("x.fr") })
    #expect(await site.check().findings == [], "nobody is asked unless that is wanted")
  }

  @Test("Answers are kept for a week, bad ones for a day, and asked anew when that is wanted")
  func cache() async throws {
    let text = "[Un](https://a.fr/1) et [deux](https://a.fr/2)."
    let site = try CheckedSite(["notes/a.md": CheckedSite.page("Première", text)])
    let script = Script { url, _, _ in .answer(status: url.hasSuffix("1") ? 200 : 404) }
    func check(_ refreshes: Bool = false) async -> [String] {
      await site.check { checker, request in
        checker.client = script
        checker.patience = Self.hasty
        request.checksExternalLinks = true
        request.refreshes = refreshes
        request.cacheFolder = site.folder + "/cache"
      }.findings
    }
    for _ in 0..<2 { #expect(await check() == ["notes/a.md:5:25 external-page-gone"]) }
    #expect(script.asked.count == 3)
    _ = await check(true)
    #expect(script.asked.count == 6)
    var cache = LinkCache()
    cache.set(.good, for: "a", now: 1_000_000)
    cache.set(.gone(status: 404), for: "b", now: 1_000_000)
    #expect(cache.answer(for: "a", now: 1_000_000 + 7 * 86_400 - 1) == .good)
    #expect(cache.answer(for: "a", now: 1_000_000 + 7 * 86_400) == nil)
    #expect(cache.answer(for: "b", now: 1_000_000 + 86_400) == nil)
    #expect(cache.answer(for: "a", now: 999_999) == nil, "a clock that was ahead")
  }

  @Test("A cache that is no cache is as good as none")
  func brokenCache() throws {
    let site = try CheckedSite(["links.json": "{\"version\": 1"])
    #expect(LinkCache(file: site.folder + "/content/links.json").answer(for: "a", now: 0) == nil)
  }
}
