import Markup
import Testing

@Suite("Links and images")
struct LinkTests {
  @Test(
    "Internal destinations are marked, external ones written",
    arguments: [
      ("[a](../b.md#c)", "<p><a href=\"{#0}\">a</a></p>\n"),
      ("[a](#c) [b]()", "<p><a href=\"{#0}\">a</a> <a href=\"{#1}\">b</a></p>\n"),
      ("[a](b '\"<t>')", "<p><a href=\"{#0}\" title=\"&quot;&lt;t&gt;\">a</a></p>\n"),
      ("![a *b*](c.png \"t\")", "<p><img src=\"{#0}\"{@0} alt=\"a b\" title=\"t\" /></p>\n"),
      ("[![a](b)](c)", "<p><a href=\"{#0}\"><img src=\"{#1}\"{@1} alt=\"a\" /></a></p>\n"),
      ("*[**a**](b)*", "<p><em><a href=\"{#0}\"><strong>a</strong></a></em></p>\n"),
      ("![a [b](c)](d)", "<p><img src=\"{#0}\"{@0} alt=\"a b\" /></p>\n"),
      ("# [a](b)", "<h2 id=\"a\"><a href=\"{#0}\">a</a></h2>\n"),
      ("[a](https://b.c/é)", "<p><a href=\"https://b.c/%C3%A9\" rel=\"external noreferrer\">a</a></p>\n"),
      (
        "<mailto:a@b.c> [d](TEL:+33)",
        "<p><a href=\"mailto:a@b.c\">mailto:a@b.c</a> <a href=\"TEL:+33\">d</a></p>\n"
      ),
      ("![a](data:image/png;base64,AA)", "<p><img src=\"data:image/png;base64,AA\" alt=\"a\" /></p>\n"),
      ("[a] [nope]", "<p>[a] [nope]</p>\n"),
    ])
  func destinations(markdown: String, html: String) throws {
    let page = try render(markdown)
    #expect(page.text == html)
    #expect(page.findings.isEmpty)
  }

  @Test(
    "MD-10, MD-11: a destination with another scheme is emptied and reported",
    arguments: [
      "[a](javascript:alert(1))", "[a](JaVaScRiPt:alert(1))", "[a](&#106;avascript:alert(1))",
      "[a](javascript&colon;alert(1))", "[a](java%73cript:alert(1))", "[a](<java script:alert(1)>)",
      "[a](<java&#9;script:alert(1)>)", "[a](&#x20;javascript:alert(1))", "[a](javascript%3Aalert(1))",
      "[a](data:text/html,b)", "[a](data:image/png;base64,AA)", "[a](vbscript:b)",
      "[a](file:///etc/passwd)", "[a](//evil.example)", "[a](</\\evil.example>)", "[a](\\\\\\\\evil.example)",
      "[a](ftp://b.c)", "[a](<%2F/evil.example>)", "[a](<&#9;//evil.example>)",
    ])
  func refusedLinks(markdown: String) throws {
    let page = try render(markdown, firstLine: 4)
    #expect(page.text == "<p><a href=\"\">a</a></p>\n")
    #expect(page.links.map(\.kind) == [.refused])
    #expect(page.findings.map(\.position) == [SourcePosition(line: 4, column: 1)])
  }

  @Test(
    "MD-11: an image may be data of four kinds only",
    arguments: [
      "data:image/svg+xml,<svg>", "data:image/pngx,", "data:text/html,b", "javascript:b", "mailto:a@b.c",
      "data:image/png",
    ])
  func refusedImages(destination: String) throws {
    let page = try render("![a](<\(destination.replacing("<", with: "").replacing(">", with: ""))>)")
    #expect(page.text == "<p><img src=\"\" alt=\"a\" /></p>\n")
    #expect(page.findings.count == 1)
  }

  @Test(
    "An image called decorative has an empty text, and its braces vanish",
    arguments: [
      ("![](c.png){décorative}", "<p><img src=\"{#0}\"{@0} alt=\"\" /></p>\n"),
      ("![a](c.png){Décoratif}.", "<p><img src=\"{#0}\"{@0} alt=\"\" />.</p>\n"),
      ("![][r]{decorative} b\n\n[r]: c.png", "<p><img src=\"{#0}\"{@0} alt=\"\" /> b</p>\n"),
      ("![a](c.png) {décorative}", "<p><img src=\"{#0}\"{@0} alt=\"a\" /> {décorative}</p>\n"),
      ("![a](c.png){déco}", "<p><img src=\"{#0}\"{@0} alt=\"a\" />{déco}</p>\n"),
      ("![a](c.png)[décorative}", "<p><img src=\"{#0}\"{@0} alt=\"a\" />[décorative}</p>\n"),
      (
        ":::figure[b]\n![](c.png){décorative}\n:::",
        "<figure>\n<img src=\"{#0}\"{@0} alt=\"\" />\n<figcaption>b</figcaption>\n</figure>\n"
      ),
      ("a{décorative}", "<p>a{décorative}</p>\n"),
    ])
  func decorative(markdown: String, html: String) throws {
    let page = try render(markdown)
    #expect(page.text == html)
    #expect(page.findings.isEmpty)
  }

  @Test("The words that make an image decorative are no text of the page")
  func decorativeWords() throws {
    #expect(try render("![](c.png){décorative} Bonjour à tous").lead == "Bonjour à tous")
  }

  @Test(
    "An image of another site becomes a link to it, and no link within a link",
    arguments: [
      (
        "![a *b*](https://c.d/e.png \"t\")",
        "<p><a href=\"https://c.d/e.png\" rel=\"external noreferrer\" title=\"t\">a b</a></p>\n"
      ),
      ("![a](HTTP://c.d)", "<p><a href=\"HTTP://c.d\" rel=\"external noreferrer\">a</a></p>\n"),
      ("[![a<](https://c.d)](e)", "<p><a href=\"{#0}\">a&lt;</a></p>\n"),
      (
        "[*![a](https://c.d)*](https://e.f)",
        "<p><a href=\"https://e.f\" rel=\"external noreferrer\"><em>a</em></a></p>\n"
      ),
      ("a ![](https://c.d){décorative}b", "<p>a b</p>\n"),
    ])
  func externalImages(markdown: String, html: String) throws {
    let page = try render(markdown)
    #expect(page.text == html)
    #expect(page.findings.count { if case .externalImage = $0 { true } else { false } } == 1)
  }

  @Test(
    "What follows readers is taken out of addresses, and nothing else",
    arguments: [
      ("https://a.b/?utm_source=c", "https://a.b/"),
      ("https://a.b/?utm_source=c#d?utm_x=1", "https://a.b/#d?utm_x=1"),
      ("https://a.b/?c=1&FBCLID=2&d=%26", "https://a.b/?c=1&amp;d=%26"),
      ("https://a.b/?gclid&&mc_eid=", "https://a.b/?"),
      ("https://a.b/?xutm_source=c&gclidx=1&c=utm_d", nil),
      ("https://a.b/utm_source=c#?utm_source=c", nil),
      ("mailto:a@b.c?utm_source=c", nil),
    ])
  func tracking(address: String, clean: String?) throws {
    let page = try render("[x](\(address))")
    let isWeb = address.hasPrefix("https")
    let written = clean ?? address.replacing("&", with: "&amp;")
    #expect(page.text == "<p><a href=\"\(written)\"\(isWeb ? " rel=\"external noreferrer\"" : "")>x</a></p>\n")
    #expect(page.findings.count == (clean == nil ? 0 : 1))
  }

  @Test("Addresses of other sites are written as cmark writes them")
  func addressBytes() throws {
    let ascii = (0x21...0x7E).compactMap(UnicodeScalar.init).filter { !"<>\\&`".unicodeScalars.contains($0) }
    var letters = String.UnicodeScalarView()
    letters.append(contentsOf: ascii)
    let markdown = "[x](<https://a.b/\(String(letters))&amp;é\u{A0}😀>)"
    let plain = try commonMark(markdown)
    #expect(try render(markdown).text.replacing(" rel=\"external noreferrer\"", with: "") == plain)
  }

  @Test("A link to a file, and no other, has a place for its type and weight")
  func fileLinks() throws {
    #expect(
      try render("[a](b.pdf) [c](b.md) [d](../) [e](f/) [g](h.i/#j.k) [l](m.CSV?n#o) [p](..)").text
        == "<p><a href=\"{#0}\">a{%0}</a> <a href=\"{#1}\">c</a> <a href=\"{#2}\">d</a> <a href=\"{#3}\">e</a> "
        + "<a href=\"{#4}\">g</a> <a href=\"{#5}\">l{%5}</a> <a href=\"{#6}\">p</a></p>\n")
  }

  @Test("Without this addition, images and links are CommonMark's but for their addresses")
  func plain() throws {
    let text = "[a](b.pdf) ![](c.png){décorative} ![d](https://e.f/g?utm_x=1)\n"
    let page = try renderMarkdown(Array(text.utf8)[...], options: MarkdownOptions(features: []))
    #expect(
      page.text == "<p><a href=\"{#0}\">a</a> <img src=\"{#1}\" alt=\"\" />{décorative} "
        + "<img src=\"https://e.f/g?utm_x=1\" alt=\"d\" /></p>\n")
    #expect(page.findings.isEmpty)
  }

  @Test("MD-14: quotes in texts and titles stay text")
  func escaping() throws {
    let page = try render("![a\"onerror=\"x](y) [b](z '\"onmouseover=\"')")
    #expect(
      page.text == "<p><img src=\"{#0}\"{@0} alt=\"a&quot;onerror=&quot;x\" /> "
        + "<a href=\"{#1}\" title=\"&quot;onmouseover=&quot;\">b</a></p>\n")
  }

  @Test("A numeric reference can't forge the mark of a destination")
  func forgedMark() throws {
    let page = try render("&#1;#0&#2; [a](b '&#1;') [c](&#1;d)\n\n``` &#127;\n```\n")
    #expect(page.html.count { $0 == 1 } == 2)
    #expect(page.html.count { $0 == 2 } == 2)
    #expect(page.text.hasPrefix("<p>\u{FFFD}#0\u{FFFD} <a href=\"{#0}\" title=\"\u{FFFD}\">a</a>"))
    #expect(page.links[1].destination == "\u{FFFD}d")
    #expect(page.text.contains("language-\u{FFFD}"))
  }

  @Test("A link tells its text, destination and kind")
  func collected() throws {
    let page = try render("[a `b` ![c](d)](../é.md?x#y)\n")
    #expect(page.links.map(\.text) == ["a b c", "c"])
    #expect(page.links.map(\.destination) == ["../é.md?x#y", "d"])
    #expect(page.links.map(\.isImage) == [false, true])
  }
}
