import Markup
import Testing

/// `_` stands for U+00A0, `~` for U+202F, `{0}` for an address.
@Suite("Typography of pages")
struct TypographyPassTests {
  @Test(
    "T1, T4: rules reach across inline marks",
    arguments: [
      ("*mot* !", "<em>mot</em>~!"), ("*mot*!", "<em>mot</em>~!"), ("**mot !**", "<strong>mot~!</strong>"),
      ("*mot*\n!", "<em>mot</em>~!"), ("«*mot*»", "«_<em>mot</em>_»"), ("\"*mot*\"", "«_<em>mot</em>_»"),
      ("*\"mot\"*", "<em>«_mot_»</em>"), ("\"un *mot* et\ndeux\"", "«_un <em>mot</em> et\ndeux_»"),
      ("`a` !", "<code>a</code>~!"), ("`a`: b", "<code>a</code>_: b"), ("\"`a`\"", "«_<code>a</code>_»"),
      ("l'`a`", "l’<code>a</code>"), ("l'*eau*", "l’<em>eau</em>"),
      ("`l'eau ! \"a\"`", "<code>l'eau ! &quot;a&quot;</code>"),
      ("[mot](https://a.fr): b", "<a href=\"https://a.fr\">mot</a>_: b"),
      ("[l'eau !](https://a.fr \"l'eau !\")", "<a href=\"https://a.fr\" title=\"l'eau !\">l’eau~!</a>"),
      ("<https://a.fr/l'eau> !", "<a href=\"https://a.fr/l&#x27;eau\">https://a.fr/l'eau</a>~!"),
      ("![l'eau !](https://a.fr/b.png) !", "<img src=\"https://a.fr/b.png\" alt=\"l'eau !\" />~!"),
      ("mot\\\n!", "mot<br />\n!"), ("a &amp; b ; c", "a &amp; b~; c"), ("a&nbsp;!", "a~!"),
      ("5&#32;%", "5_%"), ("\\\"a\\\"", "«_a_»"), ("e&eacute;!", "eé~!"), ("mot ![", "mot !["),
      ("a_b'c_d", "a_b’c_d"), ("*12*\n*%*", "<em>12</em>_<em>%</em>"),
      ("5 *391* 223", "5~<em>391</em>~223"), ("a . . .", "a . . ."), ("é&#x301;e\u{301} !", "é\u{301}é~!"),
    ])
  func inlines(markdown: String, html: String) throws {
    let set = try page(markdown)
    #expect(set.unicodeScalars.elementsEqual("<p>\(html)</p>\n".unicodeScalars), "\(set)")
  }

  @Test(
    "T5: ordinals are raised in pages",
    arguments: [
      ("1er", "1<sup>er</sup>"), ("la 1re", "la 1<sup>re</sup>"), ("2e", "2<sup>e</sup>"),
      ("XXIe", "XXI<sup>e</sup>"), ("1ers, 2es", "1<sup>ers</sup>, 2<sup>es</sup>"),
      ("Ier et Ve", "I<sup>er</sup> et V<sup>e</sup>"), ("1er mai", "1<sup>er</sup>_mai"),
      ("3ème et 1ère", "3ème et 1ère"), ("2er", "2er"), ("1e", "1e"), ("0e", "0e"),
      ("Vie, Xénon, IIIIe", "Vie, Xénon, IIIIe"), ("A2e", "A2e"), ("2e-a4", "2e-a4"),
      ("fichier-2e.pdf", "fichier-2e.pdf"), ("2e.pdf", "2e.pdf"), ("`2e`", "<code>2e</code>"),
      ("2*e*", "2<em><sup>e</sup></em>"), ("*2e*!", "<em>2<sup>e</sup></em>~!"),
      ("12e l'an 3e !", "12<sup>e</sup> l’an 3<sup>e</sup>~!"), ("AVIe", "AVIe"),
      ("XIXe siècle", "XIX<sup>e</sup> siècle"),
    ])
  func ordinals(markdown: String, html: String) throws { #expect(try page(markdown) == "<p>\(html)</p>\n") }

  @Test("Every kind of block is set, on its own; code and raw HTML stay")
  func blocks() throws {
    #expect(
      try page("# l'a !\n\n- b'c\n- d !\n\n> e : f\n\n    g ! l'h\n\n```\nl'i !\n```\n\n\"a\n\nb\"\n") == """
        <h2 id="l-a">l’a~!</h2>
        <ul>
        <li>b’c</li>
        <li>d~!</li>
        </ul>
        <blockquote>
        <p>e_: f</p>
        </blockquote>
        <pre><code>g ! l'h
        </code></pre>
        <pre><code>l'i !
        </code></pre>
        <p>&quot;a</p>
        <p>b&quot;</p>

        """)
  }

  @Test("Ids stay; outline, lead, title and links' texts are set; a link is still found at its place")
  func survey() throws {
    let markdown = "# L'un : \"un\"\n\nVoici l'[l'autre 1er !](a.md) ici...\n\n## L'État : 1er bilan"
    let options = { (features: MarkdownFeatures) in MarkdownOptions(takesTitle: true, features: features) }
    let set = try renderMarkdown(Array(markdown.utf8)[...], options: options(.typography))
    let plain = try renderMarkdown(Array(markdown.utf8)[...], options: options([]))
    #expect(set.outline.map(\.id) == plain.outline.map(\.id))
    #expect(set.outline.map { shown($0.text) } == ["L’État_: 1er bilan"])
    #expect(set.title.map(shown) == "L’un_: «_un_»")
    #expect(set.lead.map(shown) == "Voici l’l’autre 1er~! ici…")
    #expect(set.links.map { shown($0.text) } == ["l’autre 1er~!"])
    #expect(set.links.map(\.position) == plain.links.map(\.position))
    #expect(set.words == plain.words)
  }

  @Test(
    "Links are found at their places whatever changes in their texts",
    arguments: [
      "[«a»](a) [l'a](b)", "[\"a\" b](a) [c](b)", "[a!](a) [a !](b)", "[e\u{301}](a) [b](b)",
      "[12 %](a)\n[5 391](b)", "[a...](a) l'[b...c](b)", "[1er](a) [2e](b)", "[2019-2021](a) [«a](b)",
      "[\"é\"](a) [\"è\"](b)",
    ])
  func positions(markdown: String) throws {
    let set = try renderMarkdown(Array(markdown.utf8)[...], options: MarkdownOptions(features: .typography))
    let plain = try renderMarkdown(Array(markdown.utf8)[...], options: MarkdownOptions(features: []))
    #expect(set.links.map(\.position) == plain.links.map(\.position))
  }

  @Test("MD-06: no page has more ordinals raised than anyone writes")
  func manyOrdinals() throws {
    let limit = 20_000
    let html = try page(String(repeating: "1er\n", count: limit + 10))
    #expect(html.split(separator: "<sup>").count - 1 == limit)
    #expect(html.hasSuffix("1er</p>\n"))
  }

  @Test("Typography is a feature that can be off")
  func off() throws {
    let rendered = try renderMarkdown(Array("l'a !".utf8)[...], options: MarkdownOptions(features: .github))
    #expect(rendered.text == "<p>l'a !</p>\n")
  }

  @Test("English pages follow English rules")
  func english() throws {
    #expect(try page("\"It's *here*!\" 1st 2e", .english) == "<p>“It’s <em>here</em>!” 1st 2e</p>\n")
  }
}
