import Markup
import Testing

@Suite("Task lists")
struct TaskListTests {
  @Test("MD-26: brackets that begin an item are a checkbox with a name")
  func tasks() throws {
    #expect(
      try render("- [ ] a\n- [x]   *b*\n  - [X] c\n- d").text == """
        <ul>
        <li><input type="checkbox" disabled="" aria-label="À faire" /> a</li>
        <li><input type="checkbox" checked="" disabled="" aria-label="Fait" /> <em>b</em>
        <ul>
        <li><input type="checkbox" checked="" disabled="" aria-label="Fait" /> c</li>
        </ul>
        </li>
        <li>d</li>
        </ul>

        """)
  }

  @Test(
    "Tasks stand in any list, and nowhere else",
    arguments: [
      ("1. [ ] a", 1), ("> - [x] a", 1), ("- [ ] a\n\n- [ ] b", 2), ("- [ ]\ta", 1), ("- [ ] ", 1),
      ("- [ ]a", 0),
      ("- [y] a", 0), ("- \\[ ] a", 0), ("- [\\ ] a", 0), ("[ ] a", 0), ("- a [ ] b", 0), ("- # [ ] a", 0),
      ("- `[ ] a`", 0), ("- [x](y) a", 0), ("- a\n\n  [ ] b", 0), ("- [ ] [ ] a", 1), ("-\r\n  [ ] a\r\n", 1),
    ])
  func places(markdown: String, count: Int) throws {
    #expect(try render(markdown).text.split(separator: "<input").count == count + 1)
  }

  @Test("The checkbox's name is in the page's language, and no word of the text")
  func language() throws {
    let page = try renderMarkdown(Array("- [ ] a b".utf8)[...], options: MarkdownOptions(language: .english))
    #expect(page.text.contains("aria-label=\"To do\""))
    #expect(page.words == 2)
  }
}
