import Markup
import Testing

@Suite("Bare addresses")
struct AutolinkTests {
  @Test(
    "MD-26: an address ends where GitHub's specification ends it",
    arguments: [
      ("www.a.org", "www.a.org"), ("Voir www.a.org/b pour", "www.a.org/b"), ("www.a.org.", "www.a.org"),
      ("Voir www.a.org/b.", "www.a.org/b"), ("www.a.org/b?c=(d)e", "www.a.org/b?c=(d)e"),
      ("(www.a.org/b?c=(d))", "www.a.org/b?c=(d)"), ("www.a.org/b?c=d&hl;", "www.a.org/b?c=d"),
      ("www.a.org/b&c;d", "www.a.org/b&c;d"), ("www.a.org/b<c", "www.a.org/b"),
      ("http://a.org", "http://a.org"),
      ("(Voir https://a.org/b?c=d&e=(f))", "https://a.org/b?c=d&e=(f)"), ("HTTPS://a.org", "HTTPS://a.org"),
      ("http://localhost:8080/x", "http://localhost:8080/x"), ("a@b.org", "a@b.org"),
      ("a+b_c.d@e.org", "a+b_c.d@e.org"),
      ("a.b-c_d@e.f.", "a.b-c_d@e.f"), ("mailto:a@b.org", "mailto:a@b.org"),
      ("«\u{A0}www.a.org\u{A0}»", "www.a.org"),
      ("“http://a.org”", "http://a.org"), ("https://a.org…", "https://a.org"), ("*www.a.org*", "www.a.org"),
      ("**http://a.org**", "http://a.org"), ("~~www.a.org~~", "www.a.org"), ("_www.a.org_ b", "www.a.org"),
      ("https://a.org/b_c_d", "https://a.org/b_c_d"), ("https://a.org/_b_/c", "https://a.org/_b_/c"),
      ("https://a.org/*b*/__c__/ d", "https://a.org/*b*/__c__/"),
      ("> - https://a.org/_b_.", "https://a.org/_b"),
      ("x\n  https://a.org/_b_/c", "https://a.org/_b_/c"), ("https://a.org/é", "https://a.org/é"),
      ("https://é.org/?q=a&b=c", "https://é.org/?q=a&b=c"), ("https://a.org/it's", "https://a.org/it's"),
      ("https://a.org/\\~b", "https://a.org/~b"), ("| https://a.org |", "https://a.org"),
      ("a](https://a.org/b) c", "https://a.org/b"), ("\\[a](https://a.org)", "https://a.org"),
      ("[a]( https://a.org b)", "https://a.org"), ("[https://a.org]", "https://a.org"),
      ("(a)[https://a.org/b].", "https://a.org/b"), ("https://a.org/b[c]", "https://a.org/b[c]"),
      ("\\<https://a.org>", "https://a.org>"), ("[a\n\n](https://a.org)", "https://a.org"),
    ])
  func found(markdown: String, address: String) throws {
    let page = try render(markdown)
    #expect(page.links.map(\.text) == [address])
    #expect(page.links.map(\.kind) == [.external])
  }

  @Test(
    "What only looks like an address stays text",
    arguments: [
      "awww.a.org", "www.", "www", "http://", "http:// a", "https://_", "www.a_b", "http://a.b_c/d e",
      "www.a.b_c d",
      "a@b", "a@b.c-", "a@b.c_", "@b.c", "a@", "ftp://a.org", "xmpp:a@b.org", "javascript://a.org",
      "`www.a.org`",
      "    https://a.org", "x \\<a@b", "file://a.org",
    ])
  func notFound(markdown: String) throws {
    #expect(try render(markdown).links.isEmpty)
  }

  @Test(
    "A link, an image or raw HTML holds no other link",
    arguments: [
      "[www.a.org](https://b.c)", "[*www.a.org*](https://b.c)", "![a@b.org](https://b.c)",
      "<https://a.org/www.b.org>",
      "[a](https://b.c \"www.d.e\")",
    ])
  func inside(markdown: String) throws {
    #expect(try render(markdown).links.count == 1)
  }

  @Test("Destinations: www. and mail addresses get their scheme")
  func destinations() throws {
    let page = try render("www.a.org b@c.org https://d.org/?e&amp;f ~~www.g.org/~~h~~")
    #expect(
      page.text == """
        <p><a href="http://www.a.org" rel="external noreferrer">www.a.org</a> <a href="mailto:b@c.org">b@c.org</a> \
        <a href="https://d.org/?e&amp;f" rel="external noreferrer">https://d.org/?e&amp;f</a> \
        <del><a href="http://www.g.org/~~h" rel="external noreferrer">www.g.org/~~h</a></del></p>

        """)
  }

  @Test(
    "An address is a link where it stands in the file",
    arguments: [
      ("é https://a.b `https://a.b` https://a.b", [3, 29]), ("> x\n> www.a.b c@d.e", [3, 11]),
      ("[x](https://a.b) https://a.b https://a.b/_c_/d www.a.b", [1, 18, 30, 48]), ("- a\n\n  www.a.b", [3]),
    ])
  func positions(markdown: String, columns: [Int]) throws {
    #expect(try render(markdown).links.map(\.position.column) == columns)
  }

  @Test("Without the features, a page is CommonMark's")
  func off() throws {
    let markdown = "~~a~~ www.a.org b@c.org\n\n- [ ] d \\~\n"
    let page = try renderMarkdown(Array(markdown.utf8)[...], options: MarkdownOptions(features: []))
    #expect(page.text == (try commonMark(markdown)))
  }
}
