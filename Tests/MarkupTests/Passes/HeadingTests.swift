import Testing

@testable import Markup

@Suite("Headings")
struct HeadingTests {
  @Test(
    "A3: levels begin at 2, skip none and end at 6",
    arguments: [
      ([1], [2]), ([2, 3], [2, 3]), ([1, 2, 3], [2, 3, 4]), ([2, 4, 4, 2], [2, 3, 3, 2]),
      ([3, 2], [2, 2]), ([3, 4, 2, 3], [2, 3, 2, 3]), ([1, 3, 6, 4], [2, 3, 4, 4]),
      ([1, 2, 3, 4, 5, 6], [2, 3, 4, 5, 6, 6]), ([6], [2]), ([], []),
    ])
  func levels(written: [Int], closed: [Int]) {
    #expect(HeadingLevels.closed(written) == closed)
  }

  @Test(
    "MD-15: ids are unique, never empty, and never take a later heading's",
    arguments: [
      (["A & \"B\""], ["a-b"]),
      (["Œuvre à l’été", "日本", "🎉"], ["oeuvre-a-l-ete", "日本", "section"]),
      (["x", "x"], ["x", "x-1"]),
      (["x", "x", "x-1"], ["x", "x-2", "x-1"]),
      (["x-1", "x", "x"], ["x-1", "x", "x-2"]),
      (["x", "x", "x-1", "x-1"], ["x", "x-2", "x-1", "x-1-1"]),
      (["", "🎉", "Section"], ["section", "section-1", "section-2"]),
      (["2024"], ["2024"]),
      (["\u{E9}t\u{E9}", "e\u{301}te\u{301}"], ["ete", "ete-1"]),
    ])
  func ids(texts: [String], ids: [String]) {
    #expect(HeadingIdentifiers.unique(for: texts, reserved: []) == ids)
  }

  @Test("Ids that the page around uses are not given")
  func reservedIDs() {
    let ids = HeadingIdentifiers.unique(for: ["Menu", "Menu", "Texte"], reserved: ["menu", "menu-1"])
    #expect(ids == ["menu-2", "menu-3", "texte"])
  }

  @Test("MD-15: a heading is cmark's own but for its level and id")
  func html() throws {
    let page = try render("a\n\n## <b>A</b> & *\"B\"*\n- # c\n", firstLine: 5)
    #expect(
      page.text == """
        <p>a</p>
        <h2 id="a-b">&lt;b&gt;A&lt;/b&gt; &amp; <em>«\u{A0}B\u{A0}»</em></h2>
        <ul>
        <li>
        <h2 id="c">c</h2>
        </li>
        </ul>

        """)
    #expect(
      page.outline == [
        Heading(level: 2, id: "a-b", text: "A & «\u{A0}B\u{A0}»", line: 7),
        Heading(level: 2, id: "c", text: "c", line: 8),
      ])
  }

  @Test("The heading that begins a page can be its title")
  func title() throws {
    let page = try render("<!-- a -->\n\n# Le *titre* [b](c)\n\n## d\n", takesTitle: true)
    #expect(page.title == "Le titre b")
    #expect(page.text == "<h2 id=\"d\">d</h2>\n")
    #expect(page.outline.map(\.text) == ["d"])
    #expect(page.links.isEmpty)
  }

  @Test("No title is taken from a page that begins otherwise", arguments: ["a\n\n# b\n", "#\n\n# b\n", ""])
  func noTitle(markdown: String) throws {
    #expect(try render(markdown, takesTitle: true).title == nil)
    #expect(try render("# a\n").title == nil)
  }
}
