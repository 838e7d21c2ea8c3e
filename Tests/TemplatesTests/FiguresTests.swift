import Foundation
import Testing

@Suite("Key figures")
struct FiguresTests {
  private func platform(_ statements: String, language: String = "fr") async throws -> TinyPlatform {
    let platform = try await TinyPlatform(
      language: language,
      files: [
        "types/chiffre.yml": "name: Chiffre\nplural: Chiffres\nfolder: chiffres\ncapabilities: [figures]\n",
        "types/source.yml": "name: Source\nplural: Sources\nfolder: sources\n",
        "sources/a.md": "# Rapport A\n",
        "sources/b.md": "# Rapport B\n",
        "chiffres/un.md": "---\ntitle: Des lieux\nfigures:\n  statements:\n\(statements)\n---\n",
      ])
    #expect(platform.diagnostics.isEmpty)
    return platform
  }

  private let two = """
        - {prefix: plus de, value: 1200.50, unit: lieux, label: lieux ouverts, date: 2020, source: a, page: page 3}
        - {value: 900, unit: lieux, date: non précisé, source: b, note: Sans les îles.}
    """

  @Test("T2: every statement has its number by the language's rules, its unit, its source and its date")
  func statements() async throws {
    let html = try await platform(two).html(itemTitled: "Des lieux")
    #expect(
      html.contains(
        """
        <li class="statement"><p class="value">plus de 1\u{202F}200,50\u{A0}<span class="unit">lieux</span></p>\
        <p class="label">lieux ouverts</p><p class="meta">Source\u{A0}: <a href="../../sources/a/">Rapport A</a>, \
        page 3, <time datetime="2020">2020</time></p></li>
        <li class="statement"><p class="value">900\u{A0}<span class="unit">lieux</span></p>\
        <p class="label">Des lieux</p><p class="meta">Source\u{A0}: <a href="../../sources/b/">Rapport B</a>, \
        <span class="unstated">date non précisée</span></p><p class="note">Sans les îles.</p></li>
        """))
  }

  @Test("Sources that disagree are counted, and nothing is added up or averaged")
  func disagreement() async throws {
    let html = try await platform(two).html(itemTitled: "Des lieux")
    #expect(
      html.contains("<p class=\"meta\">2\u{A0}sources, 2\u{A0}valeurs\u{A0}: elles sont données côte à côte"))
    for sum in ["2\u{202F}100", "1\u{202F}050"] { #expect(!html.contains(sum)) }
  }

  @Test(
    "One source disagrees with none; two sources of one value agree",
    arguments: [
      (
        "    - {value: 3, unit: m, date: 2020, source: a}\n    - {value: 4, unit: m, date: 2021, source: a}",
        nil
      ),
      (
        "    - {value: 3, unit: m, date: 2020, source: a}\n    - {value: 3.0, unit: m, date: 2021, source: b}",
        nil
      ),
      (
        "    - {value: 3, unit: m, date: 2020, source: a}\n    - {prefix: plus de, value: 3, unit: m, date: 2020, source: b}",
        "2\u{A0}sources, 2\u{A0}valeurs"
      ),
    ])
  func agreement(statements: String, says: String?) async throws {
    let html = try await platform(statements).html(itemTitled: "Des lieux")
    if let says { #expect(html.contains(says)) } else { #expect(!html.contains("valeurs")) }
  }

  @Test("A percentage is written as the language does")
  func percentage() async throws {
    let share = "    - {value: 12.5, unit: \"%\", date: 2020, source: a}"
    let french = try await platform(share).html(itemTitled: "Des lieux")
    let english = try await platform(share, language: "en").html(itemTitled: "Des lieux")
    #expect(french.contains("<p class=\"value\">12,5\u{A0}%</p>"))
    #expect(english.contains("<p class=\"value\">12.5%</p>"))
  }

  @Test("Their list shows a block a figure, with its statements")
  func list() async throws {
    let platform = try await platform(two)
    let html = try platform.html(.list(type: platform.index(ofType: "chiffre"), number: 1))
    #expect(html.contains("<section><h2><a href=\"un/\">Des lieux</a></h2>\n<ul class=\"figures\">"))
    #expect(html.components(separatedBy: "class=\"statement\"").count == 3)
    #expect(!html.contains("class=\"cards\""))
  }
}
