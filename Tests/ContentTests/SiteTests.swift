import HTML
import Testing

@testable import Content

@Suite("Ids, references, releases and order")
struct SiteTests {
  private static let types: [String: TinySite.File] = [
    "types/note.yml": """
    name: Note
    plural: Notes
    folder: notes
    fields:
      voir: {type: reference, to: note, list: true}
      source: {type: reference, to: [livre, note]}
      partout: {type: reference}
    """,
    "types/livre.yml": "name: L\nplural: L\nfolder: livres\n",
  ]

  private static func note(_ words: String, _ yaml: String, _ findings: [String] = [], says: [String] = [])
    -> Row
  {
    Row(
      words, .text("---\ntitle: A\n\(yaml)\n---\n"), findings, says: says,
      with: types.merging([
        "notes/b.md": "# B\n", "notes/sous/c.md": "# C\n", "livres/odd-17.md": "# ODD\n",
        "livres/meme.md": "# M\n",
        "notes/meme.md": "# M\n", "notes/d.md": "---\ntitle: D\nid: autre/nom\n---\n",
      ]) { $1 })
  }

  static let references: [Row] = [
    note(
      "By file name, by id, by folder and name, by the id of its author",
      "voir: [b, note/b, sous/c, note/sous/c, autre/nom, nom]\nsource: odd-17\npartout: odd-17"),
    note(
      "Misspelt", "voir: [bb, odd17]\nsource: odd-7",
      ["3:8 error unknown-reference", "3:12 error unknown-reference", "4:9 error unknown-reference"],
      says: ["« odd-17 »"]),
    note(
      "Of another type", "voir: odd-17", ["3:7 error reference-to-wrong-type"],
      says: ["de type « livre »", ": note"]),
    note("Of another type, by id", "voir: livre/odd-17", ["3:7 error reference-to-wrong-type"]),
    note("Of two items of one name, the type says which", "voir: meme\nsource: meme"),
    note(
      "Of two items of one name, nothing says which", "partout: meme", ["3:10 error unknown-reference"],
      says: ["« livre/meme »"]),
    note(
      "In sources",
      "sources:\n  - odd-17\n  - source: odd17\n    page: 3\n  - {text: Un livre, url: https://a.org}\n  - b c",
      ["5:13 error unknown-reference", "8:5 error unknown-reference"], says: ["« odd-17 »"]),
    note(
      "Sources without reference or text, and of wrong kinds",
      "sources:\n  - page: 3\n  - source: [b]\n  - [b]",
      ["4:5 error missing-key", "5:13 error wrong-kind", "6:5 error wrong-kind"]),
    note("To itself, which is no backlink", "voir: a"),
    note("An id that is taken", "id: note/b", ["notes/b.md:1:1 error name-taken"], says: ["notes/a.md:3:1"]),
  ]

  @Test("References: each fault is said at its place, and nothing else", arguments: references)
  func referenceFaults(_ row: Row) async throws { try await row.check() }

  @Test("References that go round in circles are backlinks, with their reasons, fields first")
  func backlinks() async throws {
    let site = try TinySite(
      SiteTests.types.merging([
        "notes/a.md": "---\ntitle: A\nvoir: [b]\nsources: [b]\n---\n[b](b.md)\n",
        "notes/b.md": "---\ntitle: B\nvoir: [c, a]\n---\n", "notes/c.md": "---\ntitle: C\nvoir: a\n---\n",
      ]) { $1 })
    let reading = try await site.read()
    #expect(reading.findings.isEmpty)
    #expect(reading.site.items.map(\.title) == ["A", "B", "C"])
    #expect(
      reading.site.backlinks == [
        [Backlink(item: 1, reason: .field(0)), Backlink(item: 2, reason: .field(0))],
        [
          Backlink(item: 0, reason: .field(0)), Backlink(item: 0, reason: .source),
          Backlink(item: 0, reason: .text),
        ],
        [Backlink(item: 1, reason: .field(0))],
      ])
  }

  @Test("FM-14: what is not published is said, and is nowhere; the options publish it, marked as such")
  func releases() async throws {
    let site = try TinySite([
      "site.yml": "name: E\nbase_url: https://a.org\nfuture: hidden\n",
      "notes/brouillon.md": "---\ntitle: Brouillon\ndraft: true\n---\n",
      "notes/avenir.md": "---\ntitle: Avenir\npublish: 2024-06\n---\n",
      "notes/expire.md": "---\ntitle: Expire\nexpires: 2024-05-01\n---\n",
      "notes/demain.md": "---\ntitle: Demain\ndate: 2024-05-02\n---\n",
      "notes/rendez-vous.md": "---\ntitle: Rendez-vous\ndate: 2024-05-02\nevent: {start: 2024-05-02}\n---\n",
      "notes/paru.md": "---\ntitle: Paru\npublish: 2024-05-01\nexpires: 2024-05-02\n---\n",
    ])
    let now = try DateText.day("2024-05-01")
    let reading = try await site.read { $0.now = now }
    #expect(
      reading.findings == [
        "notes/avenir.md:1:1 note item-not-published", "notes/brouillon.md:1:1 note item-not-published",
        "notes/demain.md:1:1 note item-not-published", "notes/expire.md:1:1 note item-not-published",
      ])
    #expect(reading.sentences.contains("non publiée avant le 2024-06"))
    #expect(Set(reading.site.items.map(\.title)) == ["Rendez-vous", "Paru"])
    let drafts = try await site.read { options in
      options.now = now
      options.includesDrafts = true
    }
    #expect(drafts.site.items.first { $0.title == "Brouillon" }?.unpublished == .draft)
    #expect(drafts.findings.count == 3)
    let future = try await site.read { options in
      options.now = now
      options.includesFuture = true
    }
    #expect(Set(future.site.items.map { $0.unpublished }) == [nil, .future, .expired])
    #expect(future.findings == ["notes/brouillon.md:1:1 note item-not-published"])
  }

  @Test(
    "FM-14: settings may publish the future, and without a day given the newest date of the content counts")
  func futureByDefault() async throws {
    let files: [String: TinySite.File] = [
      "notes/a.md": "---\ntitle: A\ndate: 2031\n---\n",
      "notes/b.md": "---\ntitle: B\npublish: 2031-06-01\n---\n",
      "notes/c.md": "---\ntitle: C\ndate: 2090\ndraft: true\n---\n",
    ]
    let reading = try await TinySite(files).read()
    #expect(reading.site.now?.isoText == "2031")
    #expect(
      reading.findings == [
        "notes/b.md:1:1 note item-not-published", "notes/c.md:1:1 note item-not-published",
      ])
    let early = try await TinySite(files).read { $0.now = try? DateText.day("2020-01-01") }
    #expect(early.site.items.map(\.title) == ["A"])
  }

  @Test("Ids come from places and stay when an author gives them; old addresses lead to the new ones")
  func idsAndAliases() async throws {
    let site = try TinySite([
      "notes/Été à Lyon.md": "---\ntitle: A\naliases: [/vieux, /vieux.html, /caf%C3%A9/]\n---\n",
      "notes/sous/index.md": "# B\n",
      "notes/c.md": "---\ntitle: C\nid: note/ancien_nom\nslug: nouveau\n---\n",
      "notes/d.md": "---\ntitle: D\npermalink: /ailleurs/d\n---\n",
    ])
    let reading = try await site.read()
    #expect(reading.findings.isEmpty)
    let items = reading.site.items
    #expect(items.map(\.id) == ["note/ete-a-lyon", "note/sous", "note/ancien_nom", "note/d"])
    #expect(items.map(\.path) == ["/notes/ete-a-lyon/", "/notes/sous/", "/notes/nouveau/", "/ailleurs/d/"])
    #expect(reading.site.redirects.map(\.from) == ["/vieux/", "/vieux.html", "/café/"])
    #expect(reading.site.redirects.allSatisfy { $0.to == items[0].url })
    #expect(
      reading.site.redirects.first?.location
        == SourceLocation(file: "content/notes/Été à Lyon.md", line: 3, column: 11, length: 6))
  }

  static let orders: [(String, [String])] = [
    ("title", ["Âge", "b", "Zoé"]), ("-title", ["Zoé", "b", "Âge"]), ("date", ["b", "Zoé", "Âge"]),
    ("-date", ["Zoé", "b", "Âge"]), ("order", ["Zoé", "b", "Âge"]), ("-order", ["b", "Zoé", "Âge"]),
    ("rang", ["Âge", "b", "Zoé"]), ("-rang", ["b", "Âge", "Zoé"]), ("mot", ["Zoé", "Âge", "b"]),
    ("-mot", ["Âge", "Zoé", "b"]), ("tracker.number", ["b", "Âge", "Zoé"]), ("event", ["Zoé", "b", "Âge"]),
  ]

  @Test("Lists are in the order their type says; what has no value comes last", arguments: orders)
  func order(_ sort: String, _ titles: [String]) async throws {
    let site = try TinySite([
      "types/note.yml": .text(
        """
        name: N
        plural: N
        folder: notes
        sort: \(sort)
        capabilities: [tracker, event]
        fields: {rang: {type: number}, mot: {type: text}}
        """),
      "notes/1.md":
        "---\ntitle: Zoé\ndate: 2024-T2\norder: 2\nmot: école\ntracker: {number: 10}\nevent: {start: 2023}\n---\n",
      "notes/2.md": "---\ntitle: Âge\nrang: 2\nmot: Effort\ntracker: {number: 9}\n---\n",
      "notes/3.md":
        "---\ntitle: b\ndate: 2024\norder: 10\nrang: 10\ntracker: {number: 2}\nevent: {start: 2023-06}\n---\n",
    ])
    let reading = try await site.read()
    #expect(reading.findings.isEmpty)
    #expect(reading.site.items.map(\.title) == titles)
    #expect(reading.site.neighbours(of: 1).previous == 0)
    #expect(reading.site.neighbours(of: 2).next == nil)
  }

  @Test("Related items share the rarest terms; what the whole type carries tells nothing")
  func related() async throws {
    var files: [String: TinySite.File] = [
      "types/note.yml":
        "name: N\nplural: N\nfolder: notes\nterms: {themes: energie}\nfields: {themes: {type: term, vocabulary: themes, list: true}}\n",
      "notes/a.md": "---\ntitle: A\nthemes: [eau, foret]\n---\n",
      "notes/b.md": "---\ntitle: B\nthemes: foret\n---\n",
      "notes/z.md": "---\ntitle: Z\n---\n",
    ]
    for number in 1...5 { files["notes/e\(number).md"] = .text("---\ntitle: E\(number)\nthemes: eau\n---\n") }
    let site = try await TinySite(files).read().site
    let related = site.related(to: 0, limit: 3)
    #expect(related.map { site.items[$0.item].title } == ["B", "E1", "E2"])
    #expect(related.map { $0.shared.map { site[$0].id } } == [["foret"], ["eau"], ["eau"]])
    #expect(site.related(to: 7).isEmpty)
    #expect(site.items[7].terms.map { site[$0].id } == ["energie"])
  }

  @Test("The order of diagnostics, items and backlinks is the same however many tasks work")
  func sameWithMoreJobs() async throws {
    var files: [String: TinySite.File] = [:]
    for number in 0..<300 {
      files["notes/n\(number).md"] = .text(
        "---\ntitle: N\(number % 7)\ntilte: x\nthemes: eau\n---\n[x](n\(number / 2).md) [y](z\(number).md)\n")
    }
    let site = try TinySite(files)
    let one = try await site.read { $0.jobs = 1 }
    let eight = try await site.read { $0.jobs = 8 }
    #expect(one.diagnostics == eight.diagnostics)
    #expect(one.site.items.map(\.id) == eight.site.items.map(\.id))
    #expect(one.site.backlinks == eight.site.backlinks)
    #expect(one.diagnostics.count == 600)
  }
}
