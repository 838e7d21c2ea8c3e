import Testing

@Suite("Chapters and the page of all of them")
struct ChaptersTests {
  private let files = [
    "types/livre.yml": "name: Livre\nplural: Livres\nfolder: livres\n",
    "types/chapitre.yml": """
    name: Chapitre
    plural: Chapitres
    folder: chapitres
    path: livres
    list: false
    capabilities: [chapter]
    fields:
      detail: {type: markdown, label: Détail}
    """,
    "livres/l.md": "---\ntitle: Le livre\nsummary: Son résumé.\n---\n\n## Chapitre 2 un\n\nLe début.\n",
    "chapitres/l/1-a.md": """
    ---
    title: Premier
    summary: Ce qu’il dit.
    chapter: {of: livre/l, number: 1}
    sources: [{text: Un livre}]
    ---

    ## Un

    Voir [plus haut](#un) et [la suite](2-b.md#un)[^n].

    [^n]: La note.
    """,
    "chapitres/l/2-b.md": """
    ---
    title: Second
    chapter: {of: livre/l, number: 2}
    detail: "Un *détail*."
    ---

    ## Un

    Le texte[^n].

    [^n]: L’autre note.
    """,
  ]

  private func platform() async throws -> TinyPlatform {
    let platform = try await TinyPlatform(files: files)
    #expect(platform.diagnostics.isEmpty)
    return platform
  }

  @Test("An item lists its chapters with their summaries, and leads to all of them on one page")
  func parent() async throws {
    let html = try await platform().html(itemTitled: "Le livre")
    #expect(
      html.contains(
        """
        <nav class="chapters" aria-label="Chapitres"><h2>Chapitres</h2>
        <ol><li value="1"><a href="1-a/">Premier</a><p class="meta">Ce qu’il dit.</p></li>
        <li value="2"><a href="2-b/">Second</a></li>
        </ol>
        <p><a class="button" href="texte-complet/">Tout lire ou imprimer sur une page</a></p></nav>
        """))
  }

  @Test("A chapter says its place in the whole and leads to its fellows")
  func chapter() async throws {
    let html = try await platform().html(itemTitled: "Second")
    #expect(html.contains("<title>Second – Le livre – Le site</title>"))
    #expect(
      html.contains(
        """
        <li><a href="../../">Livres</a></li><li><a href="../">Le livre</a></li>\
        <li><span aria-current="page">Second</span></li>
        """))
    let dot = " <span aria-hidden=\"true\">·</span> "
    #expect(
      html.contains("<p class=\"kicker\">Chapitre\u{A0}2 sur\u{A0}2\(dot)<a href=\"../\">Le livre</a></p>"))
    #expect(html.contains("<li value=\"1\"><a href=\"../1-a/\">Premier</a></li>"))
    #expect(html.contains("<li value=\"2\"><a href=\"./\" aria-current=\"page\">Second</a></li>"))
    #expect(
      html.contains(
        """
        <nav class="chapter-nav" aria-label="Chapitres voisins">
        <a href="../1-a/" rel="prev"><span>Précédent</span> <strong>Premier</strong></a>
        </nav>
        """))
    #expect(!html.contains("class=\"neighbours\""))
  }

  private func whole() async throws -> String {
    let platform = try await platform()
    let index = try #require(platform.site.items.firstIndex { $0.title == "Le livre" })
    return try platform.html(.whole(index))
  }

  @Test("All chapters stand on one page in order, for readers and not for search engines")
  func onePage() async throws {
    let html = try await whole()
    let parts = [
      "<meta name=\"robots\" content=\"noindex\">",
      "<h1>Le livre</h1>", "Son résumé.",
      "<li value=\"1\"><a href=\"#chapitre-1\">Premier</a></li>",
      "<h2 id=\"ensemble-chapitre-2-un\">", "Le début.",
      "<h2 id=\"chapitre-1\">Premier</h2>", "<h3 id=\"chapitre-1-un\">",
      "<section class=\"sources\"><h3>Sources</h3>",
      "<h2 id=\"chapitre-2\">Second</h2>", "<h3 id=\"chapitre-2-un\">", "<section><h3>Détail</h3>",
    ]
    var rest = html[...]
    for part in parts {
      let found = try #require(rest.firstRange(of: part), "\(part)")
      rest = rest[found.upperBound...]
    }
  }

  @Test("Every id of the page is its own, and every link to a place on it finds one")
  func ids() async throws {
    let html = try await whole()
    let ids = Markup(html).values(of: "id")
    #expect(Set(ids).count == ids.count)
    let places = Markup(html).values(of: "href").filter { $0.hasPrefix("#") }
    for place in places { #expect(ids.contains(String(place.dropFirst())), "\(place)") }
    #expect(places.contains("#chapitre-1-un"))
    #expect(places.contains("#chapitre-2-fn-n"))
    #expect(html.contains("<a href=\"../2-b/#un\">la suite</a>"))
  }

  @Test("Its headings leave out no level")
  func headings() async throws {
    let levels = try await Markup(whole()).headings
    for (level, next) in zip(levels, levels.dropFirst()) { #expect(next <= level + 1) }
    #expect(levels.first == 1)
  }
}
