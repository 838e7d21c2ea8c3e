import Markup
import Testing

@Suite("Raw HTML")
struct RawHTMLTests {
  @Test(
    "Allowed elements are written anew",
    arguments: [
      ("H<sub>2</sub>O", "<p>H<sub>2</sub>O</p>\n"),
      ("a<br>b<BR/>c<br  />d", "<p>a<br />b<br />c<br />d</p>\n"),
      ("a <KBD\nlang = fr>b</Kbd  >", "<p>a <kbd lang=\"fr\">b</kbd></p>\n"),
      (
        "<abbr title='Rendez-vous \"x\" &amp; &eacute;&#233;' lang=fr>RDV</abbr>",
        "<p><abbr lang=\"fr\" title=\"Rendez-vous &quot;x&quot; &amp; &eacute;é\">RDV</abbr></p>\n"
      ),
      ("<q cite=\"https://a.b/?c&d\">x</q>", "<p><q cite=\"https://a.b/?c&amp;d\">x</q></p>\n"),
      ("<time datetime=2024-05-01>1er mai</time>", "<p><time datetime=\"2024-05-01\">1<sup>er</sup>\u{A0}mai</time></p>\n"),
      (
        "*<mark>a</mark>* <small>`b`</small>",
        "<p><em><mark>a</mark></em> <small><code>b</code></small></p>\n"
      ),
      ("<mark>*a*\nb</mark>", "<p><mark><em>a</em>\nb</mark></p>\n"),
      (
        "<ruby>a<rp>(</rp><rt>b</rt><rp>)</rp></ruby>",
        "<p><ruby>a<rp>(</rp><rt>b</rt><rp>)</rp></ruby></p>\n"
      ),
      (
        "<details>\n<summary>a <kbd>b</kbd></summary>\n\nc *d*\n\n</details>",
        "<details>\n<summary>a <kbd>b</kbd></summary>\n<p>c <em>d</em></p>\n</details>\n"
      ),
      (
        "- a\n\n  <DETAILS open>\n  <summary>b</summary>c\n  </details>\n",
        "<ul>\n<li>\n<p>a</p>\n<details open=\"\">\n<summary>b</summary>\n<p>c</p>\n</details>\n</li>\n</ul>\n"
      ),
      (
        "<dl>\n<dt>a</dt>\n<dd>\n\nb *c*\n\n</dd>\n</dl>",
        "<dl>\n<dt>a</dt>\n<dd>\n<p>b <em>c</em></p>\n</dd>\n</dl>\n"
      ),
      ("<hr>\n\n<p>a <br> b</p>\n", "<hr />\n<p>a <br /> b</p>\n"),
      ("<ol start=3 type=a>\n<li>a</li>\n</ol>\n", "<ol start=\"3\" type=\"a\">\n<li>a</li>\n</ol>\n"),
      ("a <!-- b --> c\n\n<!-- d -->\n\n<!--\ne\n-->", "<p>a  c</p>\n"), ("<!-- a -->", ""),
    ])
  func allowed(markdown: String, html: String) throws {
    let page = try render(markdown)
    #expect(page.text == html)
    #expect(page.findings.isEmpty)
  }

  @Test(
    "MD-09: what is not allowed is shown as text",
    arguments: [
      ("<b>a</b>", "<p>&lt;b&gt;a&lt;/b&gt;</p>\n", RawHTMLProblem.element("b", isAddable: true)),
      ("a</div>", "<p>a&lt;/div&gt;</p>\n", .element("div", isAddable: true)),
      ("a <script>b", "<p>a &lt;script&gt;b</p>\n", .element("script", isAddable: false)),
      ("<sub>a", "<p>&lt;sub&gt;a</p>\n", .unbalanced("sub")),
      ("a</sub>", "<p>a&lt;/sub&gt;</p>\n", .unbalanced("sub")),
      ("<sub/>a", "<p>&lt;sub/&gt;a</p>\n", .unbalanced("sub")),
      ("a</br>", "<p>a&lt;/br&gt;</p>\n", .unbalanced("br")),
      ("a <details>b</details>", "<p>a &lt;details&gt;b&lt;/details&gt;</p>\n", .misplaced("details")),
      ("<summary>a</summary>", "<p>&lt;summary&gt;a&lt;/summary&gt;</p>\n", .misplaced("summary")),
      ("<dd>a</dd>", "<p>&lt;dd&gt;a&lt;/dd&gt;</p>\n", .misplaced("dd")),
      ("a <?b?>", "<p>a &lt;?b?&gt;</p>\n", .unknown),
      ("a <![CDATA[b]]>", "<p>a &lt;![CDATA[b]]&gt;</p>\n", .unknown),
      ("a <!X b>", "<p>a &lt;!X b&gt;</p>\n", .unknown),
      ("<sub a=1 a=2>b</sub>", "<p>&lt;sub a=1 a=2&gt;b&lt;/sub&gt;</p>\n", .unknown),
      ("<sub onclick=b>c</sub>", "<p><sub>c</sub></p>\n", .attribute("onclick", of: "sub")),
      ("<sub style='b'>c</sub>", "<p><sub>c</sub></p>\n", .attribute("style", of: "sub")),
      ("<p class=b>c</p>", "<p>c</p>\n", .attribute("class", of: "p")),
      ("<q cite=../a>b</q>", "<p><q>b</q></p>\n", .attribute("cite", of: "q")),
      ("<sub lang='a b'>c</sub>", "<p><sub>c</sub></p>\n", .attribute("lang", of: "sub")),
    ])
  func refused(markdown: String, html: String, problem: RawHTMLProblem) throws {
    let page = try render(markdown)
    #expect(page.text == html)
    guard case .rawHTML(_, let first, _)? = page.findings.first else {
      Issue.record("no finding")
      return
    }
    #expect(first == problem)
  }

  @Test(
    "A tag never opens or closes anything outside its own place",
    arguments: [
      "> <details>\n\n</details>", "- <details>\n- </details>", "*<sub>a*</sub>", "<sub>a\n\nb</sub>",
      "[<sub>a](https://b.c)</sub>", "# <sub>a\n\nb</sub>", "<sub><sup>a</sub></sup>",
      "<details>\n\n> </details>\n",
      "<dl>\n<dt>a\n\n</dt>\n</dl></article></main></body>", "<mark>\na\n\n# b\n\n</mark>",
      "<p>\n\na\n\n</p>",
    ])
  func places(markdown: String) throws {
    let html = try render(markdown).html
    #expect(PageChecker.problem(in: html) == nil)
  }

  @Test("Warnings in a block stand at their tags, each thing once a block")
  func positions() throws {
    let page = try render("x\n\n> <p>é<b>a</b> <b>c</b>\n>   <i>d</i></p>\n\n- <div>\n  <b>\n", firstLine: 3)
    #expect(
      page.findings.map(\.position) == [
        SourcePosition(line: 5, column: 7), SourcePosition(line: 6, column: 5),
        SourcePosition(line: 8, column: 3),
        SourcePosition(line: 9, column: 3),
      ])
  }

  @Test("Tags are no text of the page: not in ids, titles, leads or images' texts")
  func texts() throws {
    let page = try render(
      "# a <b>b</b>\n\n<i>c</i> d ![e <b>f</b>](g.png)\n\n## <b>A</b> & \"B\"", takesTitle: true)
    #expect(page.title == "a b")
    #expect(page.outline.map(\.id) == ["a-b"])
    #expect(page.lead == "c d")
    #expect(page.links.map(\.text) == ["e f"])
  }

  @Test(
    "MD-09: no setting allows what runs a program, loads one or changes the page around",
    arguments: [
      "script", "SCRIPT", "style", "object", "embed", "applet", "base", "meta", "link", "form", "input",
      "button",
      "svg", "math", "template", "textarea", "title", "noscript", "plaintext", "xmp", "html", "body",
      "frameset",
      "select", "a", "x-custom", "div onclick",
    ])
  func neverAdded(element: String) throws {
    #expect(HTMLAllowList.refusal(ofElement: element) != nil)
    let allowed = HTMLAllowList(adding: [
      element: ["onclick", "style", "srcdoc"], "div": ["onclick", "style"],
    ])
    let markdown =
      "x <\(element) onclick=a style=b>y</\(element)>\n\n<div onclick=a style=b>\n\nc\n\n</div>\n"
    let page = try renderMarkdown(Array(markdown.utf8)[...], options: MarkdownOptions(allowedHTML: allowed))
    #expect(page.text.hasSuffix("<div>\n<p>c</p>\n</div>\n"))
    #expect(!page.text.contains("<\(element)"))
  }

  @Test(
    "MD-09: no setting allows a handler, a style or another way to run a program",
    arguments: [
      "onclick", "onload", "on", "ONCLICK", "style", "srcdoc", "srcset", "formaction", "action", "id", "name",
      "href",
      "xlink:href", "data-", "data-A", "data-a\"b", "aria-=", "ping", "is", "nonce", "http-equiv", "",
      " class",
    ])
  func attributeNeverAdded(attribute: String) {
    #expect(HTMLAllowList.refusal(ofAttribute: attribute) != nil)
  }

  @Test("A platform may allow more, but nothing that runs a program")
  func widened() throws {
    let allowed = HTMLAllowList(adding: [
      "iframe": ["src", "title", "onload", "srcdoc"], "video": ["src", "controls"], "script": ["src"],
      "b": [],
      "div": ["class", "style"], "table": [], "tr": [], "td": [], "tbody": [],
    ])
    let cases = [
      ("<b>a</b>", "<p><b>a</b></p>\n"),
      ("<div class=\"a\" style=x>\n\nb\n\n</div>", "<div class=\"a\">\n<p>b</p>\n</div>\n"),
      (
        "<iframe src=\"https://a.b\" title='c' onload=d srcdoc=e></iframe>",
        "<p><iframe src=\"https://a.b\" title=\"c\"></iframe></p>\n"
      ),
      ("<iframe src=javascript:a></iframe>", "<p><iframe></iframe></p>\n"),
      ("<iframe src=//a.b></iframe>", "<p><iframe></iframe></p>\n"),
      ("<iframe src='https://a.b'>c</iframe>", "<p>&lt;iframe src='https://a.b'&gt;c&lt;/iframe&gt;</p>\n"),
      ("x <video src=data:text/html,a controls>b</video>", "<p>x <video controls=\"\">b</video></p>\n"),
      ("<script src='https://a.b'></script>", "<p>&lt;script src='https://a.b'&gt;&lt;/script&gt;</p>\n"),
      (
        "<table><tbody><tr><td colspan=2>a</td></tr></tbody></table>",
        "<table>\n<tbody>\n<tr>\n<td colspan=\"2\">a</td>\n</tr>\n</tbody>\n</table>\n"
      ),
    ]
    for (markdown, html) in cases {
      let page = try renderMarkdown(Array(markdown.utf8)[...], options: MarkdownOptions(allowedHTML: allowed))
      #expect(page.text.replacing("&quot;", with: "'") == html.replacing("&quot;", with: "'"))
    }
  }
}
