import Markup
import Testing

@Suite("Strikethrough")
struct StrikethroughTests {
  @Test(
    "MD-26: one or two tildes strike text, as GitHub's specification has it",
    arguments: [
      ("~~a~~ b", "<p><del>a</del> b</p>\n"), ("~a~ b", "<p><del>a</del> b</p>\n"),
      ("~~~a~~~ b", "<pre><code class=\"language-a~~~\"></code></pre>\n"),
      ("x ~~~a~~~", "<p>x ~~~a~~~</p>\n"),
      ("~~a ~b~ c~~", "<p><del>a <del>b</del> c</del></p>\n"), ("~~a\n\nb~~", "<p>~~a</p>\n<p>b~~</p>\n"),
      ("~~a~", "<p>~~a~</p>\n"), ("~a~~", "<p>~a~~</p>\n"), ("~ a ~", "<p>~ a ~</p>\n"),
      ("a~b~c", "<p>a<del>b</del>c</p>\n"), ("~~a\nb~~", "<p><del>a\nb</del></p>\n"),
      ("`~~a~~`", "<p><code>~~a~~</code></p>\n"), ("~~`a`~~", "<p><del><code>a</code></del></p>\n"),
      ("*~~a~~*", "<p><em><del>a</del></em></p>\n"), ("~~*a*~~", "<p><del><em>a</em></del></p>\n"),
      ("*a ~~b* c~~", "<p><em>a ~~b</em> c~~</p>\n"), ("~~a~~~~b~~", "<p><del>a~~~~b</del></p>\n"),
      ("[~~a~~](https://b.c)", "<p><a href=\"https://b.c\" rel=\"external noreferrer\"><del>a</del></a></p>\n"),
      ("~~[a](https://b.c)~~", "<p><del><a href=\"https://b.c\" rel=\"external noreferrer\">a</a></del></p>\n"),
      ("<https://b.c/~~d~~>", "<p><a href=\"https://b.c/~~d~~\" rel=\"external noreferrer\">https://b.c/~~d~~</a></p>\n"),
      ("~~~~", "<pre><code></code></pre>\n"), ("~~", "<p>~~</p>\n"),
    ])
  func struck(markdown: String, html: String) throws {
    #expect(try render(markdown).text == html)
  }

  @Test(
    "An escaped tilde strikes nothing, and stays as written where escapes do nothing",
    arguments: [
      ("\\~a\\~", "<p>~a~</p>\n"), ("\\~~a~~", "<p>~~a~~</p>\n"),
      ("~~a\\~~", "<p>~~a~~</p>\n"), ("~~a\\~b~~", "<p><del>a~b</del></p>\n"),
      ("\\\\~~a~~", "<p>\\<del>a</del></p>\n"), ("`\\~`", "<p><code>\\~</code></p>\n"),
      ("```\n\\~\n```", "<pre><code>\\~\n</code></pre>\n"), ("    \\~", "<pre><code>\\~\n</code></pre>\n"),
      ("``` \\~x\n```", "<pre><code class=\"language-~x\"></code></pre>\n"),
      ("[a](https://b.c/\\~d \"\\~\")", "<p><a href=\"https://b.c/~d\" rel=\"external noreferrer\" title=\"~\">a</a></p>\n"),
      ("<https://b.c/\\~d>", "<p><a href=\"https://b.c/%5C~d\" rel=\"external noreferrer\">https://b.c/\\~d</a></p>\n"),
      ("[a\\~]\n\n[a\\~]: https://b.c", "<p><a href=\"https://b.c\" rel=\"external noreferrer\">a~</a></p>\n"),
    ])
  func escaped(markdown: String, html: String) throws {
    #expect(try render(markdown).text == html)
  }

  @Test("A link's place is found behind struck text")
  func positions() throws {
    let page = try render("~~a~~ [~~b~~](c) [d ~~e~~](f)\n~~[g](h)~~")
    #expect(page.links.map(\.position.column) == [7, 18, 3])
    #expect(page.links.map(\.text) == ["b", "d e", "g"])
  }
}
