import Content
import Foundation
import Markup
import Testing

@testable import Templates

@Suite("Agendas and lists by date")
struct AgendaTests {
  private static let types = [
    "types/rencontre.yml": "name: Rencontre\nplural: Rencontres\nfolder: rencontres\nsort: date\ncapabilities: [event]\n",
    "types/cours.yml": "name: Cours\nplural: Cours\nfolder: cours\ncapabilities: [course]\n",
    "types/jalon.yml": "name: Jalon\nplural: Jalons\nfolder: jalons\nsort: date\nview: timeline\n",
  ]

  private func platform(
    _ dates: [String], now: String? = nil, language: String = "fr", settings: String = "",
    with others: [String: String] = [:]
  ) async throws -> TinyPlatform {
    var files = Self.types.merging(others, uniquingKeysWith: { $1 })
    for (number, date) in dates.enumerated() {
      files["rencontres/r\(number).md"] = "---\ntitle: \"R\(number)\"\nevent: {start: \(date)}\n---\n\nTexte.\n"
    }
    var options = BuildOptions(jobs: 1)
    options.now = try now.map { try PartialDate(parsing: $0) }
    let platform = try await TinyPlatform(
      settings: "agenda: {title: Agenda}\nhome: [{agenda: true}]\nfuture: published\n\(settings)", language: language,
      files: files, options: options)
    #expect(platform.diagnostics.isEmpty)
    return platform
  }

  /// The titles of the dates on a page, in the order of reading.
  private func titles(_ html: String) -> [String] {
    html.components(separatedBy: "<strong>").dropFirst().compactMap { piece in
      Markup("<strong>" + piece).between("<strong><a ", "</a>")?.split(separator: ">").last.map(String.init)
    }
  }

  @Test("A date stands with the first and the last day that it may mean, and in its own precision")
  func days() async throws {
    let html = try await platform(["2019-12-19", "2025-S2", "2025-02-11/2025-04-03", "2020-11/..", "2026-09-18T18:30"])
      .html(.agenda)
    #expect(html.contains("data-start=\"2019-12-19\" data-end=\"2019-12-19\"><time class=\"date-block\" datetime=\"2019-12-19\">"))
    #expect(
      html.contains(
        "<span class=\"day\">19</span> <span class=\"month\">décembre</span> <span class=\"year\">2019</span></time>"))
    #expect(html.contains("data-start=\"2025-07-01\" data-end=\"2025-12-31\"><span class=\"date-block\"><span>2<sup>e</sup>"))
    #expect(html.contains("data-start=\"2025-02-11\" data-end=\"2025-04-03\">"))
    #expect(html.contains("data-start=\"2020-11-01\"><span class=\"date-block\"><span>depuis novembre 2020</span>"))
    #expect(html.contains("18\u{A0}septembre 2026 à 18\u{A0}h\u{A0}30"))
  }

  @Test("The page says nothing of today: built on any day it is the same")
  func sameBytes() async throws {
    let dates = ["2019-12-19", "2027-01-15", "2025-S2"]
    let early = try await platform(dates, now: "2018-01-01").html(.agenda)
    let late = try await platform(dates, now: "2030-01-01").html(.agenda)
    #expect(early == late)
    #expect(Markup(early).headings == [1, 2, 2, 3, 3, 3, 2])
    #expect(early.contains("<section data-part hidden><h2 data-begun=\"À venir ou en cours\">À venir</h2>"))
    #expect(titles(early) == ["R1", "R2", "R0"])
  }

  @Test("A home page holds the dates around the site's day, the latest first",
    arguments: [
      ("2020-06-15", (3...16).reversed().map { "R\($0)" }),
      ("2019-01-01", (0...11).reversed().map { "R\($0)" }),
      ("2021-08-01", ["R19", "R18", "R17"]),
      ("2022-01-01", (14...19).reversed().map { "R\($0)" }),
    ])
  func homeBlock(now: String, expected: [String]) async throws {
    let dates = (0..<20).map { "20\(20 + $0 / 12)-\($0 % 12 < 9 ? "0" : "")\($0 % 12 + 1)-20" }
    let html = try await platform(dates, now: now).html(.home)
    #expect(titles(html) == expected)
    #expect(html.contains("<h2>Agenda</h2>"))
    let head = try #require(Markup(html).between("<head>", "</head>"))
    #expect(head.contains("<script src=\"assets/agenda.js\"></script>"))
  }

  @Test("What goes on without an end doesn't push the next dates out of the home page")
  func openEnd() async throws {
    let past = (1...15).map { "2019-01-\($0 + 10)" }
    let html = try await platform(["2001/.."] + past + ["2020-05-01"], now: "2020-01-01").html(.home)
    #expect(titles(html) == ["R16", "R15", "R14", "R0"])
  }

  @Test("A type's own events stand by year, without their type; what isn't known to the day has no calendar file")
  func eventList() async throws {
    let platform = try await platform(["2019-12-19", "2018-05", "2019-02-01"])
    let html = try platform.html(.list(type: try platform.index(ofType: "rencontre"), number: 1))
    #expect(html.contains("<section><h2>2018</h2>"))
    #expect(html.components(separatedBy: "<h2>2019</h2>").count == 2)
    #expect(titles(html) == ["R1", "R2", "R0"])
    #expect(html.contains("<a href=\"r0/r0.ics\" type=\"text/calendar\" download aria-label=\"Ajouter à mon agenda (.ics)\u{A0}: R0\">"))
    #expect(!html.contains("r1.ics"))
    #expect(!html.contains("<p class=\"meta\">Rencontre"))
    #expect(!html.contains("agenda.js"))
  }

  @Test("A type that sorts by title still shows its events in the order of time, in its direction",
    arguments: [("title", ["R1", "R2", "R0"]), ("-title", ["R0", "R2", "R1"])])
  func order(sort: String, expected: [String]) async throws {
    let type = "name: Rencontre\nplural: Rencontres\nfolder: rencontres\nsort: \(sort)\ncapabilities: [event]\n"
    let platform = try await platform(
      ["2019-12-19", "2018-05", "2019-02-01"], with: ["types/rencontre.yml": type])
    let html = try platform.html(.list(type: try platform.index(ofType: "rencontre"), number: 1))
    #expect(titles(html) == expected)
  }

  @Test("A time line has years for headings only where many dates share one")
  func years() async throws {
    func headings(_ dates: [String]) async throws -> [Int] {
      var files: [String: String] = [:]
      for (number, date) in dates.enumerated() {
        files["jalons/j\(number).md"] =
          "---\ntitle: \"J\(number)\"\ndate: \(date)\nsources: [{text: \"Un livre\"}]\n---\n\nTexte.\n"
      }
      let platform = try await platform([], with: files)
      let html = try platform.html(.list(type: try platform.index(ofType: "jalon"), number: 1))
      #expect(html.components(separatedBy: "<p class=\"meta\">1\u{A0}source</p>").count == dates.count + 1)
      return Markup(html).headings
    }
    #expect(try await headings(["2001", "2002-05", "2003"]) == [1, 2, 2, 2])
    #expect(
      try await headings(["2001", "2001-05", "2001-S2", "2002", "2002-05-01", "2002-06"]) == [1, 2, 3, 3, 3, 2, 3, 3, 3])
    #expect(try await headings(["2001", "2001-05", "2001-S2", "2001-12"]) == [1, 2, 2, 2, 2])
  }

  @Test("A time line keeps each date's precision, and puts what has none last")
  func precision() async throws {
    let platform = try await platform(
      [],
      with: [
        "jalons/un.md": "---\ntitle: \"Un\"\ndate: non précisé\n---\n\nTexte.\n",
        "jalons/deux.md": "---\ntitle: \"Deux\"\ndate: 2010-T2\n---\n\nTexte.\n",
      ])
    let html = try platform.html(.list(type: try platform.index(ofType: "jalon"), number: 1))
    let entries = try #require(Markup(html).between("<ol class=\"timeline\">", "</ol>"))
    let parts = entries.components(separatedBy: "<li>").dropFirst()
    #expect(parts.first?.contains("<p class=\"when\">2<sup>e</sup>\u{A0}trimestre 2010</p><h2><a href=\"deux/\">Deux</a></h2>") == true)
    #expect(parts.last?.contains("<p class=\"when\"><span class=\"unstated\">Date non précisée</span></p>") == true)
  }

  @Test("An English site says it in English, and a language without rules keeps ISO dates",
    arguments: [("en", "Upcoming", "<span class=\"month\">December</span>"), ("de", "Upcoming", ">2019-12-19</time>")])
  func languages(code: String, heading: String, date: String) async throws {
    let html = try await platform(["2019-12-19"], language: code).html(.agenda)
    #expect(html.contains(">\(heading)</h2>"))
    #expect(html.contains(date))
    #expect(html.contains("data-other=\"{n} dates\">1 date</p>"))
  }

  @Test("An item known to the day leads to its calendar file")
  func itemPage() async throws {
    let platform = try await platform(["2019-12-19", "2019-S2"])
    #expect(
      try platform.html(itemTitled: "R0").contains(
        "<dt>Agenda</dt><dd><a href=\"r0.ics\" type=\"text/calendar\" download>Ajouter à mon agenda (.ics)</a></dd>"))
    #expect(!(try platform.html(itemTitled: "R1").contains(".ics")))
  }
}
