import Testing

@Suite("Cases")
struct CaseTests {
  private func page(_ frontMatter: String, language: String = "fr") async throws -> String {
    let platform = try await TinyPlatform(
      language: language,
      files: [
        "types/cas.yml": """
        name: Cas
        plural: Cas
        folder: cas
        capabilities: [case]
        fields:
          lieux: {type: term, vocabulary: lieux, list: true}
          sujets: {type: term, vocabulary: sujets}
          blocage: {type: markdown, label: Conditions de blocage}
        """,
        "vocabularies/lieux.yml": """
        name: Lieu
        plural: Lieux
        terms: [{id: nord, label: Le Nord, code: "59"}, {id: sud, label: Le Sud}]
        """,
        "vocabularies/sujets.yml": "name: Sujet\nplural: Sujets\nterms: [{id: eau, label: L’eau}]\n",
        "cas/un.md": "---\ntitle: Un cas\n\(frontMatter)\n---\n\nLe récit.\n",
      ])
    #expect(platform.diagnostics.isEmpty)
    return try platform.html(itemTitled: "Un cas")
  }

  @Test("A case is read in order: its text, who, when, results, proof, what blocked it, gaps, sources")
  func order() async throws {
    let html = try await page(
      """
      case:
        actors: ["Une commune", "Une <association>"]
        timeline: [{date: 2018-07/2019-07, text: "Un an."}, {date: 2020-11, text: "Après."}]
        results: ["Un lieu"]
        evidence: "Un récit"
        unstated: ["Le coût"]
      blocage: "Le *temps*."
      sources: [{text: "Un livre"}]
      """)
    let parts = [
      "<p>Le récit.</p>",
      "<section><h2>Acteurs</h2>\n<ul><li>Une commune</li>\n<li>Une &lt;association&gt;</li>\n</ul>",
      "<section><h2>Déroulement</h2>\n<ol class=\"timeline\"><li><p class=\"when\">",
      "<time datetime=\"2020-11\">novembre 2020</time></p><p>Après.</p></li>",
      "<section><h2>Résultats</h2>\n<ul><li>Un lieu</li>\n</ul>",
      "<section class=\"panel\"><h2>Niveau de preuve</h2><p>Un récit</p></section>",
      "<section><h2>Conditions de blocage</h2>",
      "<section><h2>Ce que les sources ne disent pas</h2>\n<ul><li>Le coût</li>\n</ul>\n</section>",
      "<section class=\"sources\">",
    ]
    var rest = html[...]
    for part in parts {
      let found = try #require(rest.firstRange(of: part), "\(part)")
      rest = rest[found.upperBound...]
    }
  }

  @Test("What the sources don't say is shown as such; what the author says nothing of has no section")
  func unstated() async throws {
    let html = try await page("case: {actors: non précisé, evidence: non précisé}")
    let unstated = "<p><span class=\"unstated\">Non précisé dans les sources</span></p>"
    #expect(html.contains("<section><h2>Acteurs</h2>\n\(unstated)\n</section>"))
    #expect(html.contains("<h2>Niveau de preuve</h2>\(unstated)</section>"))
    #expect(!html.contains("Déroulement"))
    #expect(!html.contains("Résultats"))
    #expect(!html.contains("Ce que les sources ne disent pas"))
  }

  @Test("Its data is an article on the places that have a code, and on nothing that isn't said")
  func data() async throws {
    let html = try await page("case: {evidence: Un récit}\nlieux: [nord, sud]\nsujets: eau\ndate: 2020-11-03")
    #expect(html.contains("\"@type\":\"Article\",\"name\":\"Un cas\""))
    #expect(html.contains("\"spatialCoverage\":[{\"@type\":\"Place\",\"name\":\"Le Nord\"}]"))
    #expect(html.contains("\"headline\":\"Un cas\",\"datePublished\":\"2020-11-03\""))
    #expect(!html.contains("\"audience\""))
    #expect(try await !page("case: {evidence: Un récit}").contains("spatialCoverage"))
  }

  @Test("In English")
  func english() async throws {
    let html = try await page("case: {actors: [A], evidence: non précisé}", language: "en")
    #expect(html.contains("<h2>Actors</h2>"))
    #expect(html.contains("<h2>Level of evidence</h2><p><span class=\"unstated\">Not stated"))
  }
}
