import Markup
import Testing

@Suite("CommonMark without passes")
struct CommonMarkTests {
  @Test(
    "Markdown becomes the HTML that the specification gives",
    arguments: [
      ("", ""),
      ("un *deux* **trois**\n", "<p>un <em>deux</em> <strong>trois</strong></p>\n"),
      ("# Titre #\n\nSous\n---\n", "<h1>Titre</h1>\n<h2>Sous</h2>\n"),
      ("- a\n- b\n", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
      ("- a\n\n- b\n", "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n"),
      ("3. a\n4. b\n", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n"),
      ("> a\nb\n", "<blockquote>\n<p>a\nb</p>\n</blockquote>\n"),
      (
        "```swift x\nlet a = \"<\"\n```\n",
        "<pre><code class=\"language-swift\">let a = &quot;&lt;&quot;\n</code></pre>\n"
      ),
      ("    code\n", "<pre><code>code\n</code></pre>\n"),
      ("a  \nb\\\nc\n", "<p>a<br />\nb<br />\nc</p>\n"),
      ("[a](/u \"t\") ![b](/i)\n", "<p><a href=\"/u\" title=\"t\">a</a> <img src=\"/i\" alt=\"b\" /></p>\n"),
      ("[a]\n\n[a]: /é?b=\"c\n", "<p><a href=\"/%C3%A9?b=%22c\">a</a></p>\n"),
      ("<https://a.b/?c&d>\n", "<p><a href=\"https://a.b/?c&amp;d\">https://a.b/?c&amp;d</a></p>\n"),
      ("<div>\n*a*\n</div>\n\nb <i>c</i>\n", "<div>\n*a*\n</div>\n<p>b <i>c</i></p>\n"),
      ("***\n", "<hr />\n"),
      ("&eacute; &copy &#233; \\* `*`\n", "<p>é &amp;copy é * <code>*</code></p>\n"),
      ("a\r\nb\rc\n", "<p>a\nb\nc</p>\n"),
    ])
  func rendering(markdown: String, html: String) throws {
    #expect(try commonMark(markdown) == html)
  }

  @Test("Without raw HTML, cmark leaves out tags and empties links to scripts")
  func safeRendering() throws {
    let html = try commonMark("a <b>c</b> [d](javascript:e)\n", rawHTML: false)
    #expect(html == "<p>a <!-- raw HTML omitted -->c<!-- raw HTML omitted --> <a href=\"\">d</a></p>\n")
  }

  @Test("MD-18: a NUL becomes U+FFFD and never ends the text")
  func nul() throws {
    #expect(try commonMark("a\0b\n\nc\n") == "<p>a\u{FFFD}b</p>\n<p>c</p>\n")
    #expect(try render("a\0b\n\nc\n").text == "<p>a\u{FFFD}b</p>\n<p>c</p>\n")
  }

  @Test("MD-22: a page without text is empty", arguments: ["", "\n", "\n \n\t\n", "\u{FEFF}"])
  func empty(markdown: String) throws {
    let page = try render(markdown)
    #expect(page.html.isEmpty)
    #expect(page.lead == nil && page.title == nil && page.outline.isEmpty && page.words == 0)
  }

  @Test("MD-23: a fence that is never closed is code to the end")
  func unclosedFence() throws {
    #expect(try render("a\n\n```\nb\n\nc").text == "<p>a</p>\n<pre><code>b\n\nc\n</code></pre>\n")
  }

  @Test("A byte order mark before the text changes nothing")
  func byteOrderMark() throws {
    let with = try render("\u{FEFF}# a\n[b](c)\n")
    let without = try render("# a\n[b](c)\n")
    #expect(with.html == without.html)
    #expect(with.links == without.links)
  }
}
