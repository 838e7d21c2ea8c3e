import Markup
import Testing

@Suite("Slots: directives that need the site")
struct SlotTests {
  static let slots: [(source: String, content: Slot.Content, destinations: [String])] = [
    (
      "::bouton[Aller **là** [x](y.md) ![z](z.png)]{lien=c.md}",
      .button(link: 0, label: Array("Aller <strong>là</strong> x z".utf8)), ["c.md"]
    ),
    (
      "::button[Go]{link=\"https://x.fr/?a=1&b=2\"}", .button(link: 0, label: Array("Go".utf8)),
      ["https://x.fr/?a=1&b=2"]
    ),
    (
      "::téléchargement[Le guide & co]{fichier=\"un guide.pdf\" langue=en}",
      .download(link: 0, label: Array("Le guide &amp; co".utf8), language: "en"), ["un guide.pdf"]
    ),
    (
      "::tableau[Les :terme[mots]]{fichier=d.csv colonnes=\"a, b b ,\" séparateur=\";\" encodage=latin1 décimale=,}",
      .dataTable(
        link: 1, caption: Array("Les mots".utf8),
        options: DataTableOptions(columns: ["a", "b b"], separator: ";", encoding: "latin1", decimal: ",")),
      ["mots", "d.csv"]
    ),
    ("::data-table{file=d.csv}", .dataTable(link: 0, caption: [], options: DataTableOptions()), ["d.csv"]),
    ("::inclure{fichier=../partages/aide.md}", .include(link: 0, showsSource: false), ["../partages/aide.md"]),
    ("::include{source file=_a.md}", .include(link: 0, showsSource: true), ["_a.md"]),
    (
      "::code[Le *modèle* [x](y.md)]{fichier=\"_modeles/é tude.md\"}",
      .code(link: 0, caption: Array("Le <em>modèle</em> x".utf8)), ["_modeles/é tude.md"]
    ),
    ("::code{file=a.csv}", .code(link: 0, caption: []), ["a.csv"]),
    ("::champs{type=\"étude de cas\"}", .fields(type: "étude de cas"), []),
    ("::fields{type=cas}", .fields(type: "cas"), []),
    ("::frise", .site(.phases), []), ("::non-precises", .site(.unstated), []),
    ("::footprint", .site(.footprint), []), ("::accessibilité", .site(.conformity), []),
    (":::cartes\n- [A](a.md)\n- [B](b.md)\n:::", .cards(links: [0, 1]), ["a.md", "b.md"]),
  ]

  @Test("A slot is a mark in the page, and what it names a link", arguments: slots)
  func slot(source: String, content: Slot.Content, destinations: [String]) throws {
    let page = try render(source, firstLine: 5)
    #expect(page.text == "{!0}\n")
    #expect(
      page.slots == [
        Slot(content: content, position: SourcePosition(line: 5, column: 1), headingLevel: 2)
      ])
    #expect(page.links.map(\.destination) == destinations)
    #expect(page.findings.isEmpty)
  }

  @Test("Slots are numbered in the order of the page, and know the heading they stand under")
  func order() throws {
    let page = try render(
      """
      # Titre

      [z](z.md)

      > :::accordéon[a]
      > :::cards
      > 1. [b](b.md)
      > :::
      > ## c
      > :::

      ::bouton[d]{lien=d.md}
      #### e
      ### f
      ::inclure{fichier=g.md}
      """, takesTitle: true)
    #expect(
      page.slots.map(\.content) == [
        .cards(links: [1]), .button(link: 2, label: Array("d".utf8)), .include(link: 3, showsSource: false),
      ])
    #expect(page.slots.map(\.headingLevel) == [2, 3, 4])
    #expect(page.slots.map(\.position.line) == [6, 12, 15])
    #expect(page.slots.map(\.position.column) == [3, 1, 1])
    #expect(page.links.map(\.destination) == ["z.md", "b.md", "d.md", "g.md"])
    #expect(page.text.contains("{!0}\n<h2 id=\"c\">c</h2>\n</details>\n</blockquote>\n{!1}\n"))
  }

  @Test(
    "Where there is no site, a link stands for a file, and nothing for what only declarations tell",
    arguments: [
      ("::inclure{fichier=_a.md source}", "<p><a href=\"_a.md\">_a.md</a></p>\n"),
      ("::code[Un *b*]{fichier=a&b.yml}", "<p><a href=\"a&amp;b.yml\">Un <em>b</em></a></p>\n"),
      ("::code{fichier=a.yml}", "<p><a href=\"a.yml\">a.yml</a></p>\n"), ("::champs{type=cas}", "\n"),
    ])
  func alone(source: String, html: String) throws {
    #expect(String(decoding: try render(source).fragment, as: UTF8.self) == html)
  }

  @Test("MD-10: an address that is not allowed is told at its directive")
  func refused() throws {
    let page = try render("a\n\n::bouton[b]{lien=\"javascript:alert(1)\"}")
    #expect(page.links.map(\.kind) == [.refused])
    #expect(
      page.findings == [
        .refusedDestination(
          destination: "javascript:alert(1)", isImage: false, position: SourcePosition(line: 3, column: 1))
      ])
  }
}
