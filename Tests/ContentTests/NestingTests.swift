import HTML
import Testing

@testable import Content

@Suite("Texts among others on a page")
struct NestingTests {
  private static func nested(_ html: String, levels: Int = 1) -> String {
    let nesting = Nesting(prefix: "p-", levels: levels, page: .site("/a/é/"))
    return String(decoding: NestedMarkup(nesting).rewritten(Array(html.utf8)), as: UTF8.self)
  }

  static let cases: [(words: String, from: String, to: String)] = [
    ("A heading", "<h2 id=\"x\">T</h2>", "<h3 id=\"p-x\">T</h3>"),
    ("The last level stays", "<h6>T</h6>", "<h6>T</h6>"),
    ("What looks like a heading", "<hr><header id=x>h2</header>", "<hr><header id=p-x>h2</header>"),
    (
      "Several ids", "<td headers=\"a  b\" aria-describedby='c'>",
      "<td headers=\"p-a  p-b\" aria-describedby='p-c'>"
    ),
    ("Capital letters", "<H3 ID=\"x\"></H3>", "<H4 ID=\"p-x\"></H4>"),
    (
      "A footnote", "<sup><a href=\"#fn-1\" id=\"fnref-1\">1</a></sup><li id=\"fn-1\">",
      "<sup><a href=\"#p-fn-1\" id=\"p-fnref-1\">1</a></sup><li id=\"p-fn-1\">"
    ),
    (
      "A label", "<label for=\"n\">N</label><input id=\"n\">",
      "<label for=\"p-n\">N</label><input id=\"p-n\">"
    ),
    ("Signs in a value", "<p title=\"a > id='x'\" id=\"y\">", "<p title=\"a > id='x'\" id=\"p-y\">"),
    ("Signs in a text", "<p>id=\"x\" &lt;h2 id=\"x\"></p>", "<p>id=\"x\" &lt;h2 id=\"x\"></p>"),
    ("A comment", "<!-- <h2 id=\"x\"> --><h2>", "<!-- <h2 id=\"x\"> --><h3>"),
    (
      "Other attributes", "<a href=\"https://a.fr/#x\" class=\"id\" data-id=\"x\">",
      "<a href=\"https://a.fr/#x\" class=\"id\" data-id=\"x\">"
    ),
    ("The top of the page", "<a href=\"#\">", "<a href=\"#\">"),
    ("An empty id", "<p id=\"\">", "<p id=\"\">"),
    ("An element without content", "<br/><input id=x /><hr>", "<br/><input id=p-x /><hr>"),
    ("A place on the own page", "<a href=\"\u{1}/a/%C3%A9/#x\u{2}\">", "<a href=\"#p-x\">"),
    ("A place on another page", "<a href=\"\u{1}/a/#x\u{2}\">", "<a href=\"\u{1}/a/#x\u{2}\">"),
    ("The own page", "<a href=\"\u{1}/a/%C3%A9/\u{2}\">", "<a href=\"\u{1}/a/%C3%A9/\u{2}\">"),
    ("Nothing", "", ""),
    ("A tag that doesn't end", "<p id=\"x", "<p id=\"p-x"),
    ("An attribute without a name", "<p =\"x\" id=\"y\">", "<p =\"x\" id=\"p-y\">"),
    ("A comment that doesn't end", "<!-- <h2", "<!-- <h2"),
  ]

  @Test("Ids get a prefix wherever they are named, and headings go down", arguments: cases)
  func rewriting(words: String, from: String, to: String) { #expect(Self.nested(from) == to) }

  @Test("Headings go down by as many levels as asked for, not below the sixth")
  func levels() {
    #expect(Self.nested("<h2></h2><h4></h4>", levels: 3) == "<h5></h5><h6></h6>")
    #expect(Self.nested("<h2></h2>", levels: 0) == "<h2></h2>")
  }

  @Test("What Markdown becomes keeps its links within: headings, footnotes, anchors, raw HTML")
  func markdown() async throws {
    let text = """
      # A

      ## Un titre

      Voir [plus haut](#un-titre), [b](b.md) et la note[^1].

      <p id="brut" aria-describedby="un-titre">Brut</p>

      [^1]: La note.
      """
    let site = try TinySite([
      "site.yml": """
      name: Essai
      base_url: https://exemple.org/
      html: {p: [id, aria-describedby]}
      """,
      "pages/a.md": .text(text), "pages/b.md": "# B\n",
    ])
    let reading = try await site.read()
    let item = try #require(reading.site.items.first { $0.id == "page/a" })
    let nesting = Nesting(prefix: "p-", levels: 1, page: item.url)
    let html = String(decoding: item.body.html(in: nesting) { _ in .empty }.utf8, as: UTF8.self)
    #expect(html.contains("<h3 id=\"p-un-titre\">"), "\(html)")
    #expect(html.contains("<a href=\"#p-un-titre\">plus haut</a>"))
    #expect(html.contains("<a href=\"\u{1}/b/\u{2}\">b</a>"))
    #expect(html.contains("href=\"#p-fn-1\"") && html.contains("id=\"p-fn-1\""))
    #expect(html.contains("href=\"#p-fnref-1\"") && html.contains("id=\"p-fnref-1\""))
  }
}
