import Content
import Foundation
import Templates
import Testing

@Suite("Capabilities")
struct CapabilityTests {
  /// A platform whose type `x` has a capability, with one item that says `frontMatter`.
  private func page(_ capability: String, _ frontMatter: String) async throws -> String {
    let platform = try await TinyPlatform(files: [
      "types/x.yml": "name: Chose\nplural: Choses\nfolder: x\ncapabilities: [\(capability)]\n",
      "x/une.md": "---\ntitle: Une\n\(frontMatter)\n---\n\nTexte.\n",
    ])
    #expect(platform.diagnostics.isEmpty)
    return try platform.html(itemTitled: "Une")
  }

  @Test("An event shows its day in full, once, and no hour that isn't given")
  func event() async throws {
    let html = try await page("event", "date: 2019-02-21\nevent: {start: 2019-02-21, online: true, replay: non précisé}")
    #expect(html.contains("<dd><time datetime=\"2019-02-21\">jeudi 21\u{A0}février 2019</time></dd>"))
    #expect(html.components(separatedBy: "<dt>Date</dt>").count == 2)
    #expect(html.contains("<dt>Participation</dt><dd>En ligne</dd>"))
    #expect(html.contains("<dt>Enregistrement</dt><dd><span class=\"unstated\">"))
    #expect(html.contains("\"startDate\":\"2019-02-21\""))
    #expect(!html.contains("Lieu"))
  }

  @Test("A publication shows its authors, where it can be read and the mention it requires")
  func publication() async throws {
    let html = try await page(
      "publication",
      """
      date: 2019-10
      publication: {authors: [A, B], publisher: C, kind: Étude, url: "https://a.fr/x", citation: "A & B, 2019"}
      """)
    #expect(html.contains("<dt>Auteurs</dt><dd>A</dd><dd>B</dd>"))
    #expect(html.contains("<dt>Parution</dt><dd><time datetime=\"2019-10\">octobre 2019</time></dd>"))
    #expect(html.contains("<a href=\"https://a.fr/x\" rel=\"external noreferrer\">À lire sur a.fr</a>"))
    #expect(html.contains("<h2>Mention exigée de qui cite ce document</h2><p>A &amp; B, 2019</p>"))
    #expect(html.contains("\"author\":[{\"name\":\"A\"},{\"name\":\"B\"}]"))
  }

  @Test("A course shows its period once")
  func course() async throws {
    let html = try await page(
      "course", "date: 2025-02-11/2025-04-03\ncourse: {period: 2025-02-11/2025-04-03, duration: 8 semaines}")
    #expect(html.contains("<dt>Période</dt><dd>11\u{A0}février – 3\u{A0}avril 2025</dd>"))
    #expect(html.contains("<dt>Durée</dt><dd>8 semaines</dd>"))
    #expect(!html.contains("<dt>Date</dt>"))
  }

  @Test("A platform shows its addresses, or that the sources give none")
  func platform() async throws {
    let html = try await page("platform", "platform: {urls: [\"https://www.a.fr\", \"http://b.fr/c\"], state: active}")
    let relation = "rel=\"external noreferrer\""
    #expect(
      html.contains(
        "<dt>Adresses</dt><dd><a href=\"https://www.a.fr\" \(relation)>a.fr</a></dd><dd><a href=\"http://b.fr/c\" \(relation)>b.fr</a></dd>"))
    #expect(html.contains("<dt>État</dt><dd>active</dd>"))
    let unknown = try await page("platform", "platform: {urls: [non précisé]}")
    #expect(unknown.contains("<dt>Adresse</dt><dd><span class=\"unstated\">"))
  }

  @Test("A definition stands before the text")
  func definition() async throws {
    let html = try await page("definition", "definition: {text: \"Ce que c’est.\"}")
    #expect(html.contains("<section class=\"panel\"><h2>Définition</h2><p>Ce que c’est.</p></section>"))
  }

  @Test("A7, A8: a matrix is a table with two headers a cell, its largest shares told apart without colour")
  func matrix() async throws {
    let html = try await page(
      "matrix",
      """
      matrix:
        rows: [R1, R2]
        columns: [{label: C1, note: n1}, {label: C2}]
        cells:
          - [{label: haut, percent: 75}, {label: bas, percent: 25}]
          - [{label: bas, percent: 25}, {label: haut, percent: 75}]
      """)
    #expect(html.contains("role=\"region\" tabindex=\"0\" aria-label=\"Une\""))
    #expect(html.contains("<caption>Une</caption>"))
    #expect(html.contains("<th scope=\"col\">C1<span class=\"note\">n1</span></th><th scope=\"col\">C2</th>"))
    #expect(
      html.contains(
        """
        <tr><th scope="row">R1</th><td class="largest"><strong><span aria-hidden="true">● </span>75\u{A0}%</strong> \
        <span>haut</span></td><td>25\u{A0}% <span>bas</span></td></tr>
        """))
  }
}

@Suite("Trackers and assessments")
struct AssessmentTests {
  private let files = [
    "types/engagement.yml": """
      name: Engagement
      plural: Engagements
      folder: e
      order: 1
      sort: tracker.number
      capabilities: [tracker]
      """,
    "types/point.yml": "name: Point\nplural: Points\nfolder: p\norder: 2\ncapabilities: [assessment]\n",
    "e/un.md": "---\ntitle: Premier\ntracker: {number: 1}\n---\n",
    "e/deux.md": "---\ntitle: Second\ntracker: {number: 2}\n---\n",
    "p/mars.md": """
      ---
      title: Point de mars
      date: 2020-03
      assessment:
        of: engagement
        levels: [{label: Fait, count: 1}, {label: À faire, count: 1}]
        statuses: {engagement/un: Fait}
      ---
      """,
  ]

  @Test("A tracked item says its number and what each assessment says of it")
  func tracker() async throws {
    let platform = try await TinyPlatform(files: files)
    #expect(platform.diagnostics.isEmpty)
    let first = try platform.html(itemTitled: "Premier")
    let label = "<dt><a href=\"../../p/mars/\">Point de mars</a> (<time datetime=\"2020-03\">mars 2020</time>)</dt>"
    #expect(first.contains("<p class=\"kicker\">Engagement\u{A0}1 sur\u{A0}2</p>"))
    #expect(first.contains(label + "<dd>Fait</dd>"))
    let second = try platform.html(itemTitled: "Second")
    #expect(second.contains(label + "<dd><span class=\"unstated\">Non précisé dans les sources</span></dd>"))
  }

  @Test("An assessment shows the total of each level, the items known to be there and the whole")
  func assessment() async throws {
    let html = try await TinyPlatform(files: files).html(itemTitled: "Point de mars")
    #expect(html.contains("<th scope=\"col\" class=\"number\"><a href=\"../../e/\">Engagements</a></th>"))
    #expect(
      html.contains(
        """
        <th scope="row">Fait<ul><li><a href="../../e/un/">Premier</a></li></ul></th><td class="number">1</td>
        """))
    #expect(html.contains("viewBox=\"0 0 2 1\""))
    #expect(html.contains("<tfoot><tr><th scope=\"row\">Total</th><td class=\"number\">2</td>"))
  }
}
