import Markup
import Testing

/// The scroll area around a table, its name in French after « Tableau : ».
func scrollArea(_ name: String, _ table: String) -> String {
  "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"\(name)\">\n<table>\n"
    + table + "</table>\n</div>\n"
}

/// A table of columns without alignment, from the HTML of its cells.
func table(_ header: [String], _ rows: [[String]]) -> String {
  func row(_ cells: [String], _ tag: String, _ end: String) -> String {
    "<tr>\n" + cells.map { "<\(tag)>\($0)</\(end)>\n" }.joined() + "</tr>\n"
  }
  let body = rows.map { row($0, "td", "td") }.joined()
  return "<thead>\n" + row(header, "th scope=\"col\"", "th") + "</thead>\n"
    + (rows.isEmpty ? "" : "<tbody>\n\(body)</tbody>\n")
}

@Suite("Tables")
struct TableTests {
  private static func named(_ header: [String], _ rows: [[String]]) -> String {
    scrollArea("Tableau\u{A0}: " + header.joined(separator: ", "), table(header, rows))
  }

  private static let cases: [(markdown: String, html: String)] = [
    ("| a | b |\n| - | --- |\n| c | d |\n", named(["a", "b"], [["c", "d"]])),
    ("a | b\n--|:\n", "<p>a | b\n--|:</p>\n"),
    ("a | b\n- | -\n", "<p>a | b</p>\n<ul>\n<li>| -</li>\n</ul>\n"),
    ("a | b\n-|-\nc\n", named(["a", "b"], [["c", ""]])),
    ("|a|b|\n|-|-|\n|c|d|e|f|\n", named(["a", "b"], [["c", "d"]])),
    ("|a|b|\n|-|\n|c|\n", "<p>|a|b|\n|-|\n|c|</p>\n"),
    ("|a|\n|-|\n", named(["a"], [])),
    ("a\n|-|\nb\n", named(["a"], [["b"]])),
    ("|a|\r\n|-|\r\n|b|\r\n", named(["a"], [["b"]])),
    ("un texte\n|a|\n|-|\n|b|\n\nsuite", "<p>un texte</p>\n" + named(["a"], [["b"]]) + "<p>suite</p>\n"),
    ("|a|\n|-|\n|b|\n> c\n", named(["a"], [["b"]]) + "<blockquote>\n<p>c</p>\n</blockquote>\n"),
    ("|a|\n|-|\n|b|\n---\nc\n", named(["a"], [["b"]]) + "<hr />\n<p>c</p>\n"),
    ("|a|\n|-|\n===\n|b|\n", named(["a"], [["==="], ["b"]])),
    ("|a|\n|-|\n3. b\n4. c\n", named(["a"], []) + "<ol start=\"3\">\n<li>b</li>\n<li>c</li>\n</ol>\n"),
    ("|a|\n|-|\n    b\n", named(["a"], []) + "<pre><code>b\n</code></pre>\n"),
    ("|a|\n|-|\n|\nb\n", named(["a"], []) + "<p>|\nb</p>\n"),
    ("|a|\n    |-|\n", "<p>|a|\n|-|</p>\n"),
    ("|  a  |\t b|\n|-|-|\n", named(["a", "b"], [])),
    ("|`a\\|b`|\n|-|\n|**\\|**|\n|`a|b`|\n", scrollArea(
        "Tableau\u{A0}: a|b", table(["<code>a|b</code>"], [["<strong>|</strong>"], ["`a"]]))),
    ("|# a|\n|-|\n|- b|\n|> c|\n|1. d|\n", named(["# a"], [["- b"], ["&gt; c"], ["1. d"]])),
    ("|_a_|\n|-|\n|&eacute;\\*|\n", scrollArea("Tableau\u{A0}: a", table(["<em>a</em>"], [["é*"]]))),
    ("*b\n|a|\n|-|\n|c*|\n", "<p>*b</p>\n" + named(["a"], [["c*"]])),
    ("- |a|\n  |-|\n  |b|\n- c\n",
        "<ul>\n<li>\n" + named(["a"], [["b"]]) + "</li>\n<li>c</li>\n</ul>\n"),
    ("> |a|\n> |-|\n> |b|\n", "<blockquote>\n" + named(["a"], [["b"]]) + "</blockquote>\n"),
    ("> |a|\n> |-|\nb\n", "<blockquote>\n" + named(["a"], []) + "</blockquote>\n<p>b</p>\n"),
    (">|a|\n>|-|\nb\n>c\n>\n>d\n", "<blockquote>\n" + named(["a"], []) + "</blockquote>\n<p>b</p>\n"
      + "<blockquote>\n<p>c</p>\n</blockquote>\n<blockquote>\n<p>d</p>\n</blockquote>\n"),
    ("3. |a|\n   |-|\nb\n4. c\n", "<ol start=\"3\">\n<li>\n" + named(["a"], []) + "</li>\n</ol>\n<p>b</p>\n"
      + "<ol start=\"4\">\n<li>c</li>\n</ol>\n"),
    ("> a\n|-|\n", "<blockquote>\n<p>a\n|-|</p>\n</blockquote>\n"),
    ("    |a|\n    |-|\n", "<pre><code>|a|\n|-|\n</code></pre>\n"),
  ]

  @Test(
    "MD-26: lines become a table by GFM's rules",
    arguments: cases)
  func tables(markdown: String, html: String) throws {
    #expect(try render(markdown).text == html)
  }

  @Test("MD-26: alignment is a class; an empty header cell is no header")
  func alignment() throws {
    let page = try render("|a|b|c||\n|:-|:-:|-:|-|\n|d|e|f|g|\n")
    #expect(
      page.text
        == scrollArea(
          "Tableau\u{A0}: a, b, c",
          """
          <thead>
          <tr>
          <th scope="col" class="align-left">a</th>
          <th scope="col" class="align-center">b</th>
          <th scope="col" class="align-right">c</th>
          <td></td>
          </tr>
          </thead>
          <tbody>
          <tr>
          <td class="align-left">d</td>
          <td class="align-center">e</td>
          <td class="align-right">f</td>
          <td>g</td>
          </tr>
          </tbody>

          """))
  }

  @Test(
    "A paragraph beside a table that begins with its kind is its caption",
    arguments: [
      "Tableau : les *villes*\n\n|a|\n|-|\n", "|a|\n|-|\n\nTable: les *villes*\n",
      "Tableau\u{A0}: les *villes*\n|a|\n|-|\n",
    ])
  func caption(markdown: String) throws {
    #expect(
      try render(markdown).text
        == scrollArea("les villes", "<caption>les <em>villes</em></caption>\n" + table(["a"], [])))
  }

  @Test("Links by reference work in cells, and two tables never have the same name")
  func references() throws {
    let page = try render("|a|\n|-|\n|[b]|\n\n|a|\n|-|\n\n[b]: /c\n")
    #expect(
      page.text
        == scrollArea("Tableau\u{A0}: a", table(["a"], [["<a href=\"{#0}\">b</a>"]]))
        + scrollArea("Tableau\u{A0}: a (2)", table(["a"], [])))
  }

  @Test("A header cell without words is not in the table's name")
  func wordlessHeader() throws {
    #expect(try render("|a|<br>|b|\n|-|-|-|\n").text.contains("aria-label=\"Tableau\u{A0}: a, b\""))
  }

  @Test("T1, T4: a table's name is set by the typographic rules, like the caption and header it comes from")
  func nameTypography() throws {
    let caption = try render("Tableau : l'eau : bleue\n\n|a|\n|-|\n").text
    #expect(caption.contains("aria-label=\"l’eau\u{A0}: bleue\""))
    #expect(try render("|l'eau !|\n|-|\n").text.contains("aria-label=\"Tableau\u{A0}: l’eau\u{202F}!\""))
    #expect(try render("|l'eau|\n|-|\n", language: .neutral).text.contains("aria-label=\"Table: l'eau\""))
  }

  @Test("MD-18: control characters of a header reach neither its cell nor the table's name")
  func controlCharacters() throws {
    #expect(
      try render("|&#1;#0&#2;|\n|-|\n").text
        == Self.named(["\u{FFFD}#0\u{FFFD}"], []))
  }

  @Test("Without the feature, a table is a paragraph")
  func off() throws {
    let options = MarkdownOptions(features: [])
    let page = try renderMarkdown(Array("|a|\n|-|\n".utf8)[...], options: options)
    #expect(page.text == "<p>|a|\n|-|</p>\n")
  }
}
