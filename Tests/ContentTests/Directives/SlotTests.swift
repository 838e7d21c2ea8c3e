import HTML
import Testing

@testable import Content

@Suite("What directives ask of the site")
struct SlotTests {
  static let others: [String: TinySite.File] = [
    "notes/b.md": "# B\n\n## Agir\n", "notes/guide.pdf": "pdf",
    "notes/d.csv": "nom,Année,montant\nA,2023,12.50\nB,2024,\n", "notes/bad.csv": "a,b\n1\n",
    "notes/e.csv": "nom;montant\nA;1 234,5\n",
  ]

  private static func body(_ words: String, _ text: String, _ findings: [String] = [], says: [String] = [])
    -> Row
  {
    Row(words, .text("# A\n\n\(text)\n"), findings, says: says, with: others)
  }

  static let rows: [Row] = [
    body(
      "Good directives of every kind",
      """
      :::cartes
      - [B](b.md)
      :::

      ::bouton[B]{lien="b.md#agir"}

      ::bouton[Ailleurs]{lien="https://exemple.org"}

      ::téléchargement[Guide]{fichier="guide.pdf"}

      ::tableau[T]{fichier="d.csv" colonnes="Année, nom"}

      ::tableau{fichier="e.csv" séparateur=";" décimale=","}
      """),
    body(
      "A card for what is no page", ":::cartes\n- [B](b.md)\n- [G](guide.pdf)\n- [X](x.md)\n:::",
      ["5:3 error link-to-no-item", "6:3 error broken-link"], says: ["« guide.pdf »", "fiche"]),
    body("A button to nowhere", "::bouton[B]{lien=\"bb.md\"}", ["3:1 error broken-link"], says: ["« b.md »"]),
    body("A button to a missing anchor", "::bouton[B]{lien=\"b.md#x\"}", ["3:1 error broken-anchor"]),
    body(
      "MD-10: a button with a script", "::bouton[B]{lien=\"javascript:alert(1)\"}",
      ["3:1 warning address-refused"]),
    body(
      "A button to an address without a host", "::bouton[B]{lien=\"https:///\"}",
      ["3:1 error address-refused"]),
    body(
      "A card for another site", ":::cartes\n- [X](https://exemple.org)\n:::", ["4:3 error link-to-no-item"]),
    body("A download of a page", "::téléchargement[B]{fichier=\"b.md\"}", ["3:1 error link-to-no-file"]),
    body(
      "A download from elsewhere", "::téléchargement[B]{fichier=\"https://exemple.org/a.pdf\"}",
      ["3:1 error link-to-no-file"]),
    body(
      "A table of a missing file", "::tableau{fichier=\"dd.csv\"}", ["3:1 error broken-link"],
      says: ["« d.csv »"]),
    body("A table of a page", "::tableau{fichier=\"b.md\"}", ["3:1 error link-to-no-file"]),
    body(
      "CS-01: a table with faults is said where it is shown and where they are",
      "::tableau{fichier=\"bad.csv\"}",
      ["3:1 error table-unreadable", "notes/bad.csv:2:1 error table-row-length"],
      says: ["content/notes/bad.csv"]),
    body(
      "CS-06: a table whose separator isn't declared", "::tableau{fichier=\"e.csv\"}",
      ["3:1 error table-unreadable", "notes/e.csv:1:1 error table-separator"]),
    body(
      "CS-14: columns that aren't there", "::tableau{fichier=\"d.csv\" colonnes=\"annee,nom,autre\"}",
      ["3:1 error table-column-unknown", "3:1 error table-column-unknown"],
      says: ["content/notes/d.csv", "« Année »", "Connues : nom, Année, montant"]),
    body(
      "Options that mean nothing",
      "::tableau{fichier=\"d.csv\" séparateur=\"x\" encodage=\"utf8\" décimale=\"virgul\"}",
      ["3:1 error unknown-value", "3:1 error unknown-value"], says: ["séparateur", "décimale"]),
    body("In a quote", "> ::bouton[B]{lien=\"bb.md\"}", ["3:3 error broken-link"]),
    Row(
      "In a field", "---\ntitle: A\ntexte: |\n  Un\n\n  ::bouton[B]{lien=\"bb.md\"}\n---\n",
      ["6:3 error broken-link"],
      with: others),
  ]

  @Test("Each fault is said at its place, and nothing else", arguments: rows)
  func faults(_ row: Row) async throws { try await row.check() }

  @Test("What is found is handed to the theme, in the order of the text")
  func drawings() async throws {
    let reading = try await TinySite(Self.others.merging(["notes/a.md": Self.rows[0].contents]) { $1 }).read()
    let item = try #require(reading.site.items.first { $0.title == "A" })
    var seen: [String] = []
    _ = item.body.html { drawing in
      seen.append(Self.words(drawing, reading.site))
      return .empty
    }
    #expect(
      seen == [
        "cards B under 2", "button /notes/b/#agir <B>", "button https://exemple.org <Ailleurs>",
        "download /notes/guide.pdf <Guide>", "table <T> Année:label,nom:text",
        "table <> nom:text,montant:number",
      ])
    let target = try #require(reading.site.items.firstIndex { $0.title == "B" })
    #expect(reading.site.backlinks[target].count == 1)
  }

  private static func words(_ drawing: SlotDrawing, _ site: Site) -> String {
    func text(_ html: HTML) -> String { String(decoding: html.utf8, as: UTF8.self) }
    return switch drawing {
    case .cards(let items, let level):
      "cards \(items.map { site.items[$0].title }.joined(separator: ",")) under \(level)"
    case .button(let url, let label): "button \(url.string) <\(text(label))>"
    case .download(let download): "download \(download.url.string) <\(text(download.label))>"
    case .table(let view):
      "table <\(text(view.caption))> "
        + view.columns.map { "\(view.table.columns[$0.index]):\($0.kind)" }.joined(separator: ",")
    case .include(let body): "include \(body.text)"
    case .example(let source, let body): "example \(source.title) \(body.text)"
    case .code(let listing): "code \(listing.title)"
    case .fields(let type): "fields \(site.types[type].id)"
    case .site(let part, let level): "\(part.rawValue) under \(level)"
    case .missing: "missing"
    }
  }

  @Test(
    "CS-13: columns of numbers are told from years, codes and texts",
    arguments: [
      ("montant", ["1", "", "-2.50"], "number"), ("montant", ["", ""], "text"),
      ("montant", ["1", "x"], "text"),
      ("an", ["1"], "label"), ("x", ["2023", "2024"], "label"), ("x", ["2023", "12"], "number"),
      ("x", ["01", "75"], "label"), ("Code postal", ["75001"], "label"), ("x", ["0", "0.5"], "number"),
      ("x", ["1,5"], "text"), ("x", ["1 234"], "text"),
    ])
  func columnKinds(name: String, values: [String], kind: String) throws {
    let bytes = Array(([name + ";y"] + values.map { $0 + ";z" }).joined(separator: "\n").utf8)
    let format = TableFormat(separator: UInt8(ascii: ";"))
    let table = try #require(TableReader.read(bytes, file: "x.csv", format: format).table)
    #expect("\(table.kind(ofColumn: 0, decimal: nil))" == kind)
  }
}
