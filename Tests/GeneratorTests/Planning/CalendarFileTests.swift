import Content
import Foundation
import HTML
import Testing

@testable import Generator

@Suite("Calendar files")
struct CalendarFileTests {
  private struct BareTheme: Theme {
    func assets(for site: Site) -> [ThemeAsset] { [] }
    func searchEntries(_ listing: SearchListing, of site: Site) -> SearchEntries { SearchEntries() }
    func libraryEntries(_ listing: LibraryListing, of site: Site) -> [LibraryEntry] { [] }
    func renderer(
      for site: Site, assets: [String: URLReference], footprint: Footprint?
    ) -> any SiteRenderer { BareRenderer() }
  }

  private struct BareRenderer: SiteRenderer {
    func render(_ page: Page) -> HTML { "" }
  }

  private static let declarations = [
    "types/rencontre.yml": "name: Rencontre\nplural: Rencontres\nfolder: rencontres\ncapabilities: [event]\n",
    "types/cours.yml": "name: Cours\nplural: Cours\nfolder: cours\ncapabilities: [course]\n",
  ]

  /// The calendar files of a platform, by their paths.
  private func calendars(
    of files: [String: String], settings: String = "agenda: {title: Agenda}", baseURL: String? = nil,
    drafts: Bool = false
  ) async throws -> [String: String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "calendars-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let all = files.merging(Self.declarations, uniquingKeysWith: { $1 }).merging(
      ["site.yml": "name: \"Le site\"\nbase_url: \"https://exemple.org/projet/\"\n\(settings)\n"],
      uniquingKeysWith: { $1 })
    for (path, text) in all {
      let file = folder.appending(path: "content/\(path)")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    var options = BuildOptions(jobs: 1)
    options.baseURL = baseURL
    options.includesDrafts = drafts
    let sources = await LoadedSources(try SourceTree(folder: folder.path), jobs: 1)
    let reading = await SiteReader(options: options).read(sources)
    #expect(reading.diagnostics.filter { $0.severity == .error }.isEmpty)
    let plan = Plan(site: reading.site, theme: BareTheme())
    #expect(plan.diagnostics.isEmpty)
    return Dictionary(
      uniqueKeysWithValues: plan.files.compactMap { file in
        guard file.path.hasSuffix(".ics"), case .bytes(let bytes) = file.content else { return nil }
        return (file.path, String(decoding: bytes, as: UTF8.self))
      })
  }

  private func event(_ front: String, title: String = "Une") -> String {
    "---\ntitle: \"\(title)\"\n\(front)\n---\n\nTexte.\n"
  }

  /// The calendar of one event that starts and ends as said.
  private func calendar(start: String) async throws -> String {
    let files = try await calendars(of: ["rencontres/une.md": event("event: {start: \(start)}")])
    return try #require(files["rencontres/une/une.ics"])
  }

  @Test("An event's file says all that is known of it, and nothing else")
  func golden() async throws {
    let files = try await calendars(
      of: [
        "rencontres/une-soiree.md": event(
          """
          summary: "Une soirée ; un lieu, et « d’autres »."
          date: 2026-09-18
          updated: 2026-05-02
          event: {start: 2026-09-18T18:30/2026-09-18T20:00, place: "Salle A, Lyon"}
          """, title: "Une soirée")
      ])
    #expect(
      files["rencontres/une-soiree/une-soiree.ics"]
        == """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Terreau//Terreau//FR
        CALSCALE:GREGORIAN
        BEGIN:VEVENT
        UID:rencontre/une-soiree@exemple.org
        DTSTAMP:20260502T000000Z
        DTSTART:20260918T163000Z
        DTEND:20260918T180000Z
        SUMMARY;LANGUAGE=fr:Une soirée
        DESCRIPTION;LANGUAGE=fr:Une soirée\u{202F}\\; un lieu\\, et «\u{A0}d’autres\u{A0}».\\n
         https://exemple.org/projet/rencontres/une-soiree/
        LOCATION;LANGUAGE=fr:Salle A\\, Lyon
        CATEGORIES;LANGUAGE=fr:Rencontre
        URL:https://exemple.org/projet/rencontres/une-soiree/
        END:VEVENT
        END:VCALENDAR

        """.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n"))
  }

  @Test("Days have a day after the last for their end; no duration is made up",
    arguments: [
      ("2026-02-28", "DTSTART;VALUE=DATE:20260228\r\nDTEND;VALUE=DATE:20260301\r\n"),
      ("2025-02-11/2025-04-03", "DTSTART;VALUE=DATE:20250211\r\nDTEND;VALUE=DATE:20250404\r\n"),
      ("2026-12-31", "DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"),
      ("2026-01-15T10:00", "DTSTART:20260115T090000Z\r\nSUMMARY"),
      ("2026-07-15T10:00/2026-07-15T12:00", "DTSTART:20260715T080000Z\r\nDTEND:20260715T100000Z\r\nSUMMARY"),
      // An hour at one end alone: both ends of an entry are of one kind.
      ("2026-07-15T10:00/2026-07-16", "DTSTART;VALUE=DATE:20260715\r\nDTEND;VALUE=DATE:20260717\r\n"),
    ])
  func times(start: String, lines: String) async throws {
    let calendar = try await calendar(start: start)
    #expect(calendar.contains(lines), "\(calendar)")
  }

  @Test("What isn't known to the day has no file, and neither has what isn't published",
    arguments: ["2025-S2", "2025", "2025-05", "2025-T1", "2025-05/2025-06-01", "2025-05-01/.."])
  func imprecise(start: String) async throws {
    #expect(try await calendars(of: ["rencontres/une.md": event("event: {start: \(start)}")]).isEmpty)
  }

  @Test("A draft shown for proof-reading has none")
  func draft() async throws {
    let files = ["rencontres/une.md": event("draft: true\nevent: {start: 2026-01-15}")]
    #expect(try await calendars(of: files, drafts: true).isEmpty)
  }

  @Test("The calendar to subscribe to holds what can be seen, the latest first, under the agenda's name")
  func feed() async throws {
    let files = try await calendars(
      of: [
        "rencontres/un.md": event("event: {start: 2026-01-15}", title: "Un"),
        "rencontres/deux.md": event("event: {start: 2026-03-15}", title: "Deux"),
        "rencontres/cachee.md": event("noindex: true\nevent: {start: 2026-04-15}", title: "Cachée"),
        "cours/trois.md": event("course: {period: 2026-02-01/2026-02-03}", title: "Trois"),
        "cours/quatre.md": event("course: {period: 2026-S2}", title: "Quatre"),
      ], settings: "agenda: {title: \"Dates\", path: dates}")
    let feed = try #require(files["dates.ics"])
    let titles = feed.split(separator: "\r\n").filter { $0.hasPrefix("SUMMARY") }
    #expect(titles == ["SUMMARY;LANGUAGE=fr:Deux", "SUMMARY;LANGUAGE=fr:Trois", "SUMMARY;LANGUAGE=fr:Un"])
    #expect(feed.contains("\r\nX-WR-CALNAME:Dates – Le site\r\n"))
    #expect(
      files.keys.sorted() == [
        "cours/trois/trois.ics", "dates.ics", "rencontres/cachee/cachee.ics", "rencontres/deux/deux.ics",
        "rencontres/un/un.ics",
      ])
  }

  @Test("Without an agenda there is none to subscribe to, and an empty one would be no calendar")
  func noFeed() async throws {
    let files = try await calendars(
      of: ["rencontres/un.md": event("event: {start: 2026-01-15}")], settings: "")
    #expect(Array(files.keys) == ["rencontres/un/un.ics"])
    #expect(try await calendars(of: [:]).isEmpty)
  }

  @Test("A UID stays as long as the id and the host: a new title, day or address changes nothing")
  func stability() async throws {
    func uid(_ files: [String: String], baseURL: String? = nil) async throws -> Substring? {
      try await calendars(of: files, baseURL: baseURL).values.first?.split(separator: "\r\n").first {
        $0.hasPrefix("UID:")
      }
    }
    let first = try await uid(["rencontres/une.md": event("event: {start: 2026-01-15}")])
    #expect(first == "UID:rencontre/une@exemple.org")
    let moved = event("permalink: /ailleurs/\nevent: {start: 2027-01-15}", title: "Autre")
    #expect(try await uid(["rencontres/une.md": moved]) == first)
    #expect(try await uid(["rencontres/une.md": moved], baseURL: "http://exemple.org:8080/x/") == first)
    let renamed = event("id: rencontre/une\nevent: {start: 2026-01-15}")
    #expect(try await uid(["rencontres/deux.md": renamed]) == first)
  }
}
