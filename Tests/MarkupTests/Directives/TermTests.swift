import Markup
import Testing

@Suite("Terms of the glossary")
struct TermTests {
  static let terms: [(source: String, html: String, links: [String])] = [
    ("Un :terme[mot].", "<p>Un <a class=\"term\" href=\"{#0}\">mot</a>.</p>\n", ["mot"]),
    (":term[words]{of=\"word\"}", "<p><a class=\"term\" href=\"{#0}\">words</a></p>\n", ["word"]),
    (
      "(:terme[les *gros* mots]{de=mot}, :terme[b])",
      "<p>(<a class=\"term\" href=\"{#0}\">les <em>gros</em> mots</a>, <a class=\"term\" href=\"{#1}\">b</a>)</p>\n",
      ["mot", "b"]
    ),
    ("*:terme[a]*", "<p><em><a class=\"term\" href=\"{#0}\">a</a></em></p>\n", ["a"]),
    ("[x] :terme[a [b] c] [y]", "<p>[x] <a class=\"term\" href=\"{#0}\">a [b] c</a> [y]</p>\n", ["a [b] c"]),
    (":terme[a\nb]", "<p><a class=\"term\" href=\"{#0}\">a\nb</a></p>\n", ["a b"]),
    ("- :terme[a]", "<ul>\n<li><a class=\"term\" href=\"{#0}\">a</a></li>\n</ul>\n", ["a"]),
    ("## :Terme[A b]", "<h2 id=\"a-b\"><a class=\"term\" href=\"{#0}\">A b</a></h2>\n", ["A b"]),
    // No link stands in a link, nor a term in a term.
    ("[a :terme[b]](c.md)", "<p><a href=\"{#0}\">a b</a></p>\n", ["c.md"]),
    ("![a :terme[b]](c.png)", "<p><img src=\"{#0}\"{@0} alt=\"a b\" /></p>\n", ["c.png"]),
    (":terme[a *[b](c.md)*]", "<p><a class=\"term\" href=\"{#0}\">a <em>b</em></a></p>\n", ["a b"]),
    (
      ":terme[a :terme[b] c]", "<p>:terme[a <a class=\"term\" href=\"{#0}\">b</a> c]</p>\n", ["b"]
    ),
    (":terme[a *:terme[b]*]", "<p><a class=\"term\" href=\"{#0}\">a <em>b</em></a></p>\n", ["a b"]),
    // Texts.
    (
      "`:terme[a]` et :terme[b]", "<p><code>:terme[a]</code> et <a class=\"term\" href=\"{#0}\">b</a></p>\n",
      ["b"]
    ),
    ("\\:terme[a] :terme[b]", "<p>:terme[a] <a class=\"term\" href=\"{#0}\">b</a></p>\n", ["b"]),
    (
      "a:terme[b], é:terme[c], 1:terme[d], ::terme[e]",
      "<p>a:terme[b], é:terme[c], 1:terme[d], ::terme[e]</p>\n", []
    ),
    (":terme [a], :terme, :terme[b", "<p>:terme [a], :terme, :terme[b</p>\n", []),
    ("10:30, a:b[c], voir :truc[1]", "<p>10:30, a:b[c], voir :truc[1]</p>\n", []),
    ("    :terme[a]", "<pre><code>:terme[a]\n</code></pre>\n", []),
  ]

  @Test("A term is a link to its entry, where it is no other text", arguments: terms)
  func term(source: String, html: String, links: [String]) throws {
    let page = try render(source)
    #expect(page.text == html)
    #expect(page.links.map(\.destination) == links)
    #expect(page.links.filter { $0.kind == .term }.count == html.split(separator: "class=\"term\"").count - 1)
    #expect(page.findings.isEmpty)
  }

  @Test("A term in the label of a directive, with its place")
  func inLabel() throws {
    let page = try render(":::note[Le :terme[mot] juste]\nx\n:::\n\ny :terme[z]")
    #expect(page.text.contains("</span> Le <a class=\"term\" href=\"{#0}\">mot</a> juste</p>"))
    #expect(page.links.map(\.text) == ["mot", "z"])
    #expect(page.links.map(\.position) == [.init(line: 1, column: 18), .init(line: 5, column: 9)])
  }

  static let mistakes: [(String, String, DirectiveProblem, Int)] = [
    ("Un :terne[mot]", "terne", .unknownName(known: DirectiveTests.frenchNames), 4),
    ("Un :termes[mot]", "termes", .unknownName(known: DirectiveTests.frenchNames), 4),
    ("Un :note[mot]", "note", .wrongForm(.container), 4),
    ("Un :terme[]", "terme", .missingLabel, 4),
    ("Un :terme[a]{du=b}", "terme", .unknownAttribute("du", known: ["de"]), 4),
    ("Un :term[a]{for=b}", "term", .unknownAttribute("for", known: ["of"]), 4),
    ("`:terme[` :terme[a]{de=\"b}", "terme", .malformed, 11),
    ("[a](b \"c\nd\") é :terme[]", "terme", .missingLabel, 7),
  ]

  @Test("A mistake is told at its colon", arguments: mistakes)
  func mistake(source: String, name: String, problem: DirectiveProblem, column: Int) throws {
    let line = source.contains("\n") ? 2 : 1
    let position = SourcePosition(line: line, column: column)
    #expect(try render(source).findings == [.directive(name: name, problem, position: position)])
  }
}
