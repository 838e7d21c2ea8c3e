import Markup
import Testing

/// The HTML with footnotes' attributes that never change left out.
private func short(_ page: RenderedMarkdown) -> String {
  var text = page.text
  for (long, brief) in [
    ("<sup class=\"footnote-ref\">", "<sup>"), (" role=\"doc-noteref\"", ""), (" data-footnote-ref", ""),
    (" class=\"footnote-backref\" role=\"doc-backlink\"", ""), (" data-footnote-backref", ""),
    ("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Notes\" data-footnotes>", "<section>"),
  ] {
    text = text.split(separator: long, omittingEmptySubsequences: false).joined(separator: brief)
  }
  // Names of links are tested once, whole.
  var rest = text[...]
  var shortened = ""
  while let range = rest.firstRange(of: " aria-label=\"") {
    shortened += rest[..<range.lowerBound]
    rest = rest[range.upperBound...].drop { $0 != "\"" }.dropFirst()
  }
  return shortened + rest
}

private func reference(_ label: String, _ number: Int, use: Int = 1) -> String {
  let suffix = use == 1 ? "" : "-\(use)"
  return "<sup><a href=\"#fn-\(label)\" id=\"fnref-\(label)\(suffix)\">\(number)</a></sup>"
}

private func back(_ label: String, uses: Int = 1) -> String {
  (1...uses).map { use in
    use == 1
      ? "<a href=\"#fnref-\(label)\">↩\u{FE0E}</a>"
      : "<a href=\"#fnref-\(label)-\(use)\">↩\u{FE0E}<sup>\(use)</sup></a>"
  }.joined(separator: " ")
}

private func notes(_ items: (label: String, html: String)...) -> String {
  "<section>\n<ol>\n" + items.map { "<li id=\"fn-\($0.label)\">\n\($0.html)\n</li>\n" }.joined()
    + "</ol>\n</section>\n"
}

@Suite("Footnotes")
struct FootnoteTests {
  private static let cases: [(markdown: String, html: String)] = [
    ("a[^1]\n\n[^1]: b\n", "<p>a\(reference("1", 1))</p>\n" + notes(("1", "<p>b \(back("1"))</p>"))),
    ("a[^1]\r\n\r\n[^1]: b\r\n", "<p>a\(reference("1", 1))</p>\n" + notes(("1", "<p>b \(back("1"))</p>"))),
    // Numbers follow the references, whatever the labels.
    (
      "[^b] [^a] [^b]\n\n[^a]: x\n[^b]: y\n",
      "<p>\(reference("b", 1)) \(reference("a", 2)) \(reference("b", 1, use: 2))</p>\n"
        + notes(("b", "<p>y \(back("b", uses: 2))</p>"), ("a", "<p>x \(back("a"))</p>"))
    ),
    (
      "[^1]\n\n[^1]: a\nb\n\n    c\n\n        d\n\n    - e\n\nf\n",
      "<p>\(reference("1", 1))</p>\n<p>f</p>\n"
        + notes(
          ("1", "<p>a\nb</p>\n<p>c</p>\n<pre><code>d\n</code></pre>\n<ul>\n<li>e</li>\n</ul>\n<p>\(back("1"))</p>"))
    ),
    ("[^1]\n\n[^1]:\n    - a\n", "<p>\(reference("1", 1))</p>\n"
      + notes(("1", "<ul>\n<li>a</li>\n</ul>\n<p>\(back("1"))</p>"))),
    ("[^1]\n\n[^1]:\n", "<p>\(reference("1", 1))</p>\n" + notes(("1", "<p>\(back("1"))</p>"))),
    ("a\n[^1]: b\n\n[^1]\n", "<p>a</p>\n<p>\(reference("1", 1))</p>\n" + notes(("1", "<p>b \(back("1"))</p>"))),
    // A footnote beside a list is no item of it.
    ("- a[^1]\n[^1]: b\n- c\n", "<ul>\n<li>a\(reference("1", 1))</li>\n</ul>\n<ul>\n<li>c</li>\n</ul>\n"
      + notes(("1", "<p>b \(back("1"))</p>"))),
    ("+ a[^1]\n[^1]: **\n", "<ul>\n<li>a\(reference("1", 1))</li>\n</ul>\n"
      + notes(("1", "<p>** \(back("1"))</p>"))),
    ("> [^1]: b\n\n[^1]\n", "<blockquote>\n</blockquote>\n<p>\(reference("1", 1))</p>\n"
      + notes(("1", "<p>b \(back("1"))</p>"))),
    // Notes that refer to each other end.
    (
      "[^1]\n\n[^1]: a[^2]\n[^2]: b[^1]\n",
      "<p>\(reference("1", 1))</p>\n"
        + notes(
          ("1", "<p>a\(reference("2", 2)) \(back("1", uses: 2))</p>"),
          ("2", "<p>b\(reference("1", 1, use: 2)) \(back("2"))</p>"))
    ),
    ("[^É]\n\n[^é]: a\n", "<p>\(reference("e", 1))</p>\n" + notes(("e", "<p>a \(back("e"))</p>"))),
    ("[l[^1]](u)\n\n[^1]: a\n", "<p><a href=\"{#0}\">l</a>\(reference("1", 1))</p>\n"
      + notes(("1", "<p>a \(back("1"))</p>"))),
    ("![^1]\n\n[^1]: a\n", "<p>!\(reference("1", 1))</p>\n" + notes(("1", "<p>a \(back("1"))</p>"))),
    ("*[^1]*\n\n[^1]: a\n", "<p><em>\(reference("1", 1))</em></p>\n" + notes(("1", "<p>a \(back("1"))</p>"))),
    (
      "[^1]\n\n[^1]: |a|\n    |-|\n    |b[^1]|\n",
      "<p>\(reference("1", 1))</p>\n"
        + notes((
          "1",
          """
          <div class="table-scroll" tabindex="0" role="region">
          <table>
          <thead>
          <tr>
          <th scope="col">a</th>
          </tr>
          </thead>
          <tbody>
          <tr>
          <td>b\(reference("1", 1, use: 2))</td>
          </tr>
          </tbody>
          </table>
          </div>
          <p>\(back("1", uses: 2))</p>
          """))
    ),
  ]

  @Test("MD-26: footnotes stand at the page's end, numbered by their first reference", arguments: cases)
  func footnotes(markdown: String, html: String) throws {
    let page = try render(markdown)
    #expect(short(page) == html)
    #expect(page.findings.isEmpty)
  }

  @Test("A footnote's links have roles, and names in the page's language")
  func markup() throws {
    #expect(
      try render("a[^1][^1]\n\n[^1]: b\n").text == """
        <p>a<sup class="footnote-ref"><a href="#fn-1" id="fnref-1" role="doc-noteref" aria-label="Note 1" \
        data-footnote-ref>1</a></sup><sup class="footnote-ref"><a href="#fn-1" id="fnref-1-2" \
        role="doc-noteref" aria-label="Note 1" data-footnote-ref>1</a></sup></p>
        <section class="footnotes" role="doc-endnotes" aria-label="Notes" data-footnotes>
        <ol>
        <li id="fn-1">
        <p>b <a href="#fnref-1" class="footnote-backref" role="doc-backlink" \
        aria-label="Retour au texte, appel 1" data-footnote-backref>↩\u{FE0E}</a> \
        <a href="#fnref-1-2" class="footnote-backref" role="doc-backlink" \
        aria-label="Retour au texte, appel 1-2" data-footnote-backref>↩\u{FE0E}<sup>2</sup></a></p>
        </li>
        </ol>
        </section>

        """)
    let english = try renderMarkdown(
      Array("a[^1]\n\n[^1]: b\n".utf8)[...], options: MarkdownOptions(language: .english))
    #expect(english.text.contains("aria-label=\"Back to reference 1\""))
  }

  @Test(
    "What is no reference stays as it was written",
    arguments: [
      ("\\[^1] `[^1]`\n\n    [^1]: c\n\n```[^1]\n[^1]: [^1]\n```\n",
        "<p>[^1] <code>[^1]</code></p>\n<pre><code>[^1]: c\n</code></pre>\n"
          + "<pre><code class=\"language-[^1]\">[^1]: [^1]\n</code></pre>\n"),
      ("[^1](/u[^1] \"[^1]\")\n", "<p><a href=\"{#0}\" title=\"[^1]\">^1</a></p>\n"),
      ("![a [^1]](b)\n", "<p><img src=\"{#0}\"{@0} alt=\"a [^1]\" /></p>\n"),
      ("<https://a.b/[^1]>\n", "<p><a href=\"https://a.b/%5B%5E1%5D\" rel=\"external noreferrer\">https://a.b/[^1]</a></p>\n"),
      ("a[^ 1] [^] ^1]\n", "<p>a[^ 1] [^] ^1]</p>\n"),
    ])
  func noReference(markdown: String, html: String) throws {
    let page = try render(markdown + "\nx[^1]\n\n[^1]: y\n")
    let rest = "<p>x\(reference("1", 1))</p>\n" + notes(("1", "<p>y \(back("1"))</p>"))
    #expect(short(page) == html + rest)
    #expect(page.links.allSatisfy { !$0.destination.utf8.contains(0x7F) })
  }

  @Test("A definition's line that goes on a paragraph is text, and holds a reference")
  func continuation() throws {
    let page = try render("a\n     [^1]: b\n\n[^1]: c\n")
    #expect(
      short(page) == "<p>a\u{A0}\(reference("1", 1)): b</p>\n" + notes(("1", "<p>c \(back("1"))</p>")))
  }

  @Test("MD-17: what doesn't fit together is reported where it stands")
  func findings() throws {
    let page = try render("é [^x] `[^x]` [^x]\n\n> [^1]\n\n[^1]: a [^y]\n[^u]: b\n[^1]: c\n", firstLine: 3)
    #expect(
      page.findings == [
        .missingFootnote(label: "x", position: SourcePosition(line: 3, column: 3)),
        .missingFootnote(label: "x", position: SourcePosition(line: 3, column: 15)),
        .missingFootnote(label: "y", position: SourcePosition(line: 7, column: 9)),
        .unusedFootnote(label: "u", position: SourcePosition(line: 8, column: 1)),
        .repeatedFootnote(label: "1", position: SourcePosition(line: 9, column: 1)),
      ])
    #expect(page.text.contains("é [^x] <code>[^x]</code> [^x]"))
  }

  @Test("Headings give way to footnotes' ids; their texts hold no number; a title takes no reference")
  func headings() throws {
    let page = try render("# T[^1]\n\n## Fn 1 [^1]\n\n[^1]: a\n", takesTitle: true, reserved: ["fnref-1"])
    #expect(page.title == "T")
    #expect(page.outline.map(\.id) == ["fn-1-1"])
    #expect(page.outline.map(\.text) == ["Fn 1"])
    #expect(page.footnoteIDs == ["fn-1", "fnref-1-2"])
    #expect(Set(page.ids).count == page.ids.count)
  }

  @Test("Links in a footnote are found in the file")
  func positions() throws {
    let page = try render("[^long] [a](b)\n\n[^long]: é [c](d)\n    [e](f)\n\n    [g](h)\n")
    #expect(
      page.links.map(\.position) == [
        SourcePosition(line: 1, column: 9), SourcePosition(line: 3, column: 12),
        SourcePosition(line: 4, column: 5), SourcePosition(line: 6, column: 5),
      ])
  }

  @Test("Without the feature, a definition is a link's")
  func off() throws {
    let page = try renderMarkdown(Array("[^1]\n\n[^1]: b\n".utf8)[...], options: MarkdownOptions(features: []))
    #expect(page.text == "<p><a href=\"{#0}\">^1</a></p>\n")
  }
}
