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
      ("![a *b*](c.png \"t\")", "<p><img src=\"{#0}\" alt=\"a b\" title=\"t\" /></p>\n"),
      ("[![a](b)](c)", "<p><a href=\"{#0}\"><img src=\"{#1}\" alt=\"a\" /></a></p>\n"),
      ("*[**a**](b)*", "<p><em><a href=\"{#0}\"><strong>a</strong></a></em></p>\n"),
      ("![a [b](c)](d)", "<p><img src=\"{#0}\" alt=\"a b\" /></p>\n"),
      ("# [a](b)", "<h2 id=\"a\"><a href=\"{#0}\">a</a></h2>\n"),
      ("[a](https://b.c/é)", "<p><a href=\"https://b.c/%C3%A9\">a</a></p>\n"),
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

  @Test("MD-14: quotes in texts and titles stay text")
  func escaping() throws {
    let page = try render("![a\"onerror=\"x](y) [b](z '\"onmouseover=\"')")
    #expect(
      page.text == "<p><img src=\"{#0}\" alt=\"a&quot;onerror=&quot;x\" /> "
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
