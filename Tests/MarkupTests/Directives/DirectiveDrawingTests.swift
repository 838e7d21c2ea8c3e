import Markup
import Testing

@Suite("Directives drawn by Markup alone")
struct DirectiveDrawingTests {
  static let callouts: [(String, String)] = [
    (
      ":::note\nUn *mot*.\n:::",
      """
      <div class="callout callout-note" role="note">
      <p class="callout-title">Note</p>
      <p>Un <em>mot</em>.</p>
      </div>

      """
    ),
    (
      "::::Attention[Avant de **voter**]\n- a\n- b\n:::",
      """
      <div class="callout callout-warning" role="note">
      <p class="callout-title"><span class="callout-kind">Attention\u{A0}:</span> Avant de <strong>voter</strong></p>
      <ul>
      <li>a</li>
      <li>b</li>
      </ul>
      </div>

      """
    ),
    (
      "Un texte\n:::definition[`a]b` \\[c\\] [d](https://x.fr)]\nsuite\n:::\nfin",
      """
      <p>Un texte</p>
      <p>suite</p>
      <p>fin</p>

      """
    ),
    (
      "Un texte\n:::definition[`a` \\[c\\] [d](https://x.fr)]\nsuite\n:::\nfin",
      """
      <p>Un texte</p>
      <div class="callout callout-definition" role="note">
      <p class="callout-title"><span class="callout-kind">Définition\u{A0}:</span> <code>a</code> [c] \
      <a href="https://x.fr" rel="external noreferrer">d</a></p>
      <p>suite</p>
      </div>
      <p>fin</p>

      """
    ),
    (
      "::: exemple\nx\n:::",
      """
      <div class="callout callout-example" role="note">
      <p class="callout-title">Exemple</p>
      <p>x</p>
      </div>

      """
    ),
  ]

  @Test("Callouts have a title that says their kind", arguments: callouts)
  func callout(source: String, html: String) throws {
    #expect(try render(source).text == html)
  }

  @Test("An English page has English words, whatever the names are")
  func english() throws {
    let page = try render(
      ":::définition[A]\nb\n:::\n::key-figure[c]{value=1234.5 unit=% date=2024-05 source=d}",
      language: .english)
    #expect(page.text.contains("<span class=\"callout-kind\">Definition:</span> A"))
    #expect(page.text.contains("<strong class=\"key-figure-value\">1,234.5%</strong> c"))
    #expect(page.text.contains("<time datetime=\"2024-05\">May 2024</time> · Source: d"))
  }

  @Test("Directives stand in quotes, in list items and in each other")
  func nesting() throws {
    let page = try render(
      """
      > :::note
      > a
      > :::

      1. :::exemple
         b
         :::
      2. c

      :::accordéon[d]
      :::note
      :::étapes
      1. e
      :::
      :::
      f
      :::
      """)
    #expect(page.findings.isEmpty)
    #expect(
      page.text == """
        <blockquote>
        <div class="callout callout-note" role="note">
        <p class="callout-title">Note</p>
        <p>a</p>
        </div>
        </blockquote>
        <ol>
        <li>
        <div class="callout callout-example" role="note">
        <p class="callout-title">Exemple</p>
        <p>b</p>
        </div>
        </li>
        <li>c</li>
        </ol>
        <details class="accordion">
        <summary>d</summary>
        <div class="callout callout-note" role="note">
        <p class="callout-title">Note</p>
        <div class="steps">
        <ol>
        <li>e</li>
        </ol>
        </div>
        </div>
        <p>f</p>
        </details>

        """)
  }

  @Test("A closing line ends a list without a blank line")
  func closingAfterList() throws {
    let page = try render(":::note\n- a\n- b\n:::\nc")
    #expect(page.text.hasSuffix("<li>b</li>\n</ul>\n</div>\n<p>c</p>\n"))
  }

  @Test("CRLF, a lone CR and tabs change nothing", arguments: ["\r\n", "\r"])
  func lineEnds(lineEnd: String) throws {
    let source = ["a", ":::note[b]\t", "c", ":::  ", "::bouton[d]{lien=e.md}", ""]
    let page = try render(source.joined(separator: lineEnd))
    #expect(try page.text == render(source.joined(separator: "\n")).text)
    #expect(page.slots.count == 1)
    #expect(page.findings.isEmpty)
  }

  @Test("Names and attributes may be written in NFD, without accents and in capitals")
  func spelling() throws {
    let names = ["étapes", "e\u{301}tapes", "etapes", "ÉTAPES", "Steps"]
    for name in names { #expect(try render(":::\(name)\n1. a\n:::").text.contains("class=\"steps\"")) }
    let page = try render(":::figure{Cre\u{301}dit=A}\n![b](c.png)\n:::")
    #expect(page.text.contains("Crédit\u{A0}: A"))
  }
}
