import Markup
import Testing

@Suite("Positions of links and raw HTML")
struct PositionTests {
  /// The text holds `¤` right before each link, in the order of the page; it is taken out before rendering.
  @Test(
    "A link's position is where it opens",
    arguments: [
      "¤[a](b)",
      "é ¤[a](b) 𝄞 ¤[c](d)",
      "a\n  ¤[b](c)\nd ¤[e](f)",
      "> a\n> ¤[b](c)\n>   d ¤[e](f)\ng ¤[h](i)",
      "- a ¤[b](c)\n  ¤[d](e)\n- f\n\n  ¤[g](h)\n  - i ¤[j](k)\n    l ¤[m](n)",
      "> - a ¤[b](c)\n>   ¤[d](e)\n>   > f\n>   > ¤[g](h)",
      "-\té ¤[a](b)\n\t¤[c](d) ¤<https://e.f>",
      "*a ¤[b](c)* **¤[*d*](e)**\n__¤[f](g)__",
      "## é ¤[a](b) ##\n\nx ¤[c](d)\n---",
      "¤[a] ¤[b][a] ¤[a][]\n\n[a]: /u",
      "[a]: /u\n¤[a] x *¤[a]*\n ¤[b](c)",
      "[a]: /u\n[b]: /v 'title\n  of two lines'\n¤[a] ¤[b]\n¤[a]",
      "¤[a](b\n'c') ¤[d](e)\n¤[f](g)",
      "¤[a](\nb) ¤[a](b)\n¤[a](b)",
      "¤[several\nlines](a) ¤![of\nimage](b) ¤[c](d)",
      "> ¤[several\n> lines](a) ¤[b](c)\n> ¤[b](c)",
      "`[a](b)\n[c](d)` ¤[e](f)\n¤[g](h)",
      "\\[a ¤[b](c) \\\\¤[d](e)",
      "[a ¤[a](b) [c] ¤[c](d)",
      "¤[¤![a](b)](c) ¤![d](e)",
      "x ¤<https://a.b>\ny ¤<c@d.e>",
      "¤[`a`](b) ¤[](c) ¤[<https://a.b](d)",
      "¤[&amp; a](b) ¤[\\*](c)",
      "a <b\nc> ¤[d](e)\n¤[f](g)",
      "a <b> <!-- \n --> c ¤[d](e)",
      "a\r\n¤[b](c)\r\n> d\r\n> ¤[e](f)",
      "a\r¤[b](c)",
      "1. a\n   1) b ¤[c](d)\n      ¤[e](f)",
      "¤[a](b)\n\n```\n[a](b)\n```\n\n    [a](b)\n\n¤[a](b)",
      "¤[le site](a): b\n¤[le site](a): b",
      "x\n¤[a]: y\n\n[a]: /u",
      "é [a ¤[\nb](c) ¤[\nb](c)",
      "a\nb ¤<https://c.d>¤<https://c.d> ¤<https://c.d>",
      "|¤[a](b)|¤[c](d)|\n|-|-|\n|¤[e](f)|",
      "¤[a](b)|é ¤[c](d)\n-|-\n`[e](f)`| x ¤[e](f) ¤[e](f)",
      "¤[a](b)\n¤[c](d)\n| ¤[e](f)|\n|-|\n|\\| ¤[g](h) *¤[i](j)*|\n\n¤[k](l)",
      "> - |a|\n>   |-|\n>   | ¤[b](c)|\n>   |¤<https://d.e>|\n> - ¤[f](g)",
      "|a|\r\n|-|\r\n|é ¤[b](c)|\r\n2. ¤[d](e)\r\n   ¤[f](g)",
      "Table: ¤[a](b)\n\n|c|\n|-|\n|¤[d][]|\n\n[d]: /e",
      "[^1] ¤[a](b)\n\n[^1]: |c|\n    |-|\n    |¤[d](e)|\n\n    ¤[f](g)",
    ])
  func links(marked: String) throws {
    var text = ""
    var expected: [SourcePosition] = []
    var position = SourcePosition(line: 11, column: 1)
    var previous: Unicode.Scalar?
    for scalar in marked.unicodeScalars {
      if scalar == "¤" {
        expected.append(position)
        continue
      }
      text.unicodeScalars.append(scalar)
      if scalar == "\n", previous == "\r" {
        // CRLF was counted at its CR.
      } else if scalar == "\n" || scalar == "\r" {
        position = SourcePosition(line: position.line + 1, column: 1)
      } else {
        position.column += 1
      }
      previous = scalar
    }
    #expect(try render(text, firstLine: 11).links.map(\.position) == expected)
  }

  @Test("MD-09: raw HTML that is not allowed is text, and reported where it stands")
  func rawHTML() throws {
    let page = try render(
      "é <a onclick=\"x()\">b</a>\nc\n\n- d\n\n  <iframe src=\"x\">\n\n<script>\nalert(1)\n</script>\n",
      firstLine: 3)
    #expect(
      page.text == """
        <p>é &lt;a onclick=&quot;x()&quot;&gt;b&lt;/a&gt;
        c</p>
        <ul>
        <li>
        <p>d</p>
        <p>&lt;iframe src=&quot;x&quot;&gt;</p>
        </li>
        </ul>
        <p>&lt;script&gt;
        alert(1)
        &lt;/script&gt;</p>

        """)
    #expect(
      page.findings == [
        .rawHTML(
          excerpt: "<a onclick=\"x()\">", problem: .element("a", isAddable: false),
          position: SourcePosition(line: 3, column: 3)),
        .rawHTML(
          excerpt: "<iframe src=\"x\">", problem: .element("iframe", isAddable: true),
          position: SourcePosition(line: 8, column: 3)),
        .rawHTML(
          excerpt: "<script>", problem: .element("script", isAddable: false),
          position: SourcePosition(line: 10, column: 1)),
      ])
  }

  @Test("MD-09: an excerpt has 40 characters")
  func rawHTMLAlone() throws {
    let page = try render("<a b='\(repeated("é", 50))'><c><d>\n\n*<e>*\n")
    guard case .rawHTML(let excerpt, _, _)? = page.findings.first else {
      Issue.record("no finding")
      return
    }
    #expect(excerpt.unicodeScalars.count == 40)
  }
}
