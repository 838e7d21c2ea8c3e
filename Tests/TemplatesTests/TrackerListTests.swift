import Testing

@Suite("Lists of trackers")
struct TrackerListTests {
  private let files = [
    "types/engagement.yml": """
    name: Engagement
    plural: Engagements
    folder: e
    order: 1
    sort: tracker.number
    capabilities: [tracker]
    fields:
      axe: {type: term, vocabulary: axes, label: Axe, facet: true}
      terme: {type: term, vocabulary: termes, label: Terme, facet: true}
    """,
    "types/point.yml": "name: Point\nplural: Points\nfolder: p\norder: 2\ncapabilities: [assessment]\n",
    "vocabularies/axes.yml":
      "name: Axe\nplural: Axes\nterms: [{id: eau, label: L’eau}, {id: air, label: L’air}]\n",
    "vocabularies/termes.yml": "name: Terme\nplural: Termes\nterms: [{id: court, label: Court terme}]\n",
    "e/un.md": "---\ntitle: Premier\naxe: air\ntracker: {number: 1}\n---\n",
    "e/deux.md": "---\ntitle: Second\naxe: eau\nterme: court\ntracker: {number: 2}\n---\n",
    "e/trois.md": "---\ntitle: Dernier\ntracker: {number: 3}\n---\n",
  ]

  private let assessments = [
    "p/mars.md": """
    ---
    title: Point de mars
    date: 2020-03
    assessment: {of: engagement, levels: [{label: Lancé, count: 1}, {label: Attendu, count: 2}], statuses: {un: Lancé, deux: Attendu}}
    ---
    """,
    "p/juin.md": """
    ---
    title: Point de juin
    date: 2020-06
    assessment: {of: engagement, levels: [{label: Fait, count: 3}, {label: À faire, count: 0}], statuses: {deux: Fait}}
    ---
    """,
    "p/sans.md": """
    ---
    title: Point sans date
    assessment: {of: engagement, levels: [{label: Tout, count: 3}]}
    ---
    """,
  ]

  private func list(_ files: [String: String]) async throws -> String {
    let platform = try await TinyPlatform(files: files)
    #expect(platform.diagnostics.isEmpty)
    return try platform.html(.list(type: platform.index(ofType: "engagement"), number: 1))
  }

  @Test(
    "Items stand in groups by the first facet's terms, those without one last, with the second one's term")
  func groups() async throws {
    let html = try await list(files)
    let dot = " <span aria-hidden=\"true\">·</span> "
    #expect(
      html.contains(
        """
        <section class="tracker"><h2>Axe\(dot)<a href="../axes/eau/">L’eau</a></h2>
        <ol><li><span class="number">2</span><div><a href="deux/">Second</a>\
        <p class="meta">Court terme</p></div></li>
        </ol></section>
        <section class="tracker"><h2>Axe\(dot)<a href="../axes/air/">L’air</a></h2>
        <ol><li><span class="number">1</span><div><a href="un/">Premier</a></div></li>
        </ol></section>
        <section class="tracker"><h2>Axe\(dot)<span class="unstated">Non précisé dans les sources</span></h2>
        <ol><li><span class="number">3</span><div><a href="trois/">Dernier</a></div></li>
        </ol></section>
        """))
    #expect(!html.contains("class=\"bar\"") && !html.contains("class=\"status\""))
  }

  @Test("The latest assessment gives the totals and the status of each item, known or not")
  func latest() async throws {
    let html = try await list(files.merging(assessments) { $1 })
    #expect(
      html.contains(
        """
        <section><h2>Dernier bilan</h2>
        <p><a href="../p/juin/">Point de juin</a>, <time datetime="2020-06">juin 2020</time></p>
        <ul class="bar"><li data-share="3"><strong>3</strong> Fait</li>
        <li data-share="0"><strong>0</strong> À faire</li>
        </ul>
        <p class="meta">Total\u{A0}: 3</p></section>
        """))
    #expect(html.contains("<p class=\"meta\">Court terme</p></div><p class=\"status\">Fait</p></li>"))
    #expect(
      html.contains(
        "Premier</a></div><p class=\"status\"><span class=\"unstated\">Avancement non précisé</span></p></li>"
      ))
  }

  @Test("Earlier assessments follow, each on its own scale, those without a date last")
  func earlier() async throws {
    let html = try await list(files.merging(assessments) { $1 })
    let parts = [
      "Dernier bilan", "class=\"tracker\"", "<h2>Bilans précédents</h2>", "sa propre échelle",
      "<h3><a href=\"../p/mars/\">Point de mars</a></h3>", "<strong>1</strong> Lancé",
      "<h3><a href=\"../p/sans/\">Point sans date</a></h3>\n<p><span class=\"unstated\">date non précisée</span></p>",
      "<strong>3</strong> Tout",
    ]
    var rest = html[...]
    for part in parts {
      let found = try #require(rest.firstRange(of: part), "\(part)")
      rest = rest[found.upperBound...]
    }
    #expect(!html.contains("<p class=\"status\">Lancé"))
  }

  @Test("A type without facets has one group without a heading")
  func noFacets() async throws {
    var files = files
    files["types/engagement.yml"] =
      "name: E\nplural: E\nfolder: e\nsort: tracker.number\ncapabilities: [tracker]\n"
    for (name, title) in [("un", "Premier"), ("deux", "Second"), ("trois", "Dernier")] {
      files["e/\(name).md"] = "---\ntitle: \(title)\ntracker: {number: 1}\n---\n"
    }
    let html = try await list(files)
    #expect(html.contains("<section class=\"tracker\"><ol><li>"))
  }
}
