import Markup
import Testing

@Suite("What authors are told of their Markdown")
struct FindingTests {
  @Test(
    "MD-17: a link by a label that nothing defines stays text, with a warning",
    arguments: [
      ("[x][nope]", "nope", 1), ("é [x][]", "x", 3), ("a [b c][d e] f", "d e", 3), ("![x][nope]", "nope", 2),
      ("*a [b][c]*", "c", 4), ("# [b][c]", "c", 3), ("- a\n> [b][c]", "c", 3), ("[b][c]\n\n[d]: e", "c", 1),
      ("`[b][c]` [b][c]", "c", 10),
    ])
  func missingLabel(markdown: String, label: String, column: Int) throws {
    let page = try render(markdown)
    #expect(page.links.isEmpty)
    guard case .missingLabel(label, let position)? = page.findings.first else {
      Issue.record("no finding: \(page.findings)")
      return
    }
    #expect(position.column == column)
    #expect(page.findings.count == 1)
  }

  @Test(
    "Brackets that are meant as they stand are none",
    arguments: [
      "[x]", "[ ]", "[x] [y]", "tab[i][j]", "[1][2]", "[x][y]\n\n[y]: z", "[x][]\n\n[x]: z", "\\[x][y]",
      "[x\\][y]",
      "`[x][y]`", "[][y]", "[x](y)[z]", "[x][^y]", "[^x][y]", "    [x][y]", "[a [x][y]](z)\n\n[y]: z",
      "[x][[y]]",
    ])
  func noLabel(markdown: String) throws {
    let findings = try render(markdown).findings
    #expect(!findings.contains { if case .missingLabel = $0 { true } else { false } })
  }

  @Test(
    "MD-23: a fence that is never closed is told, where it opens",
    arguments: [
      ("```\na", 1, 1), ("a\n\n~~~ yaml\na\n\n# b\n", 3, 1), ("````\na\n```\n", 1, 1),
      ("> ```\n> a\n\nb", 1, 3),
      ("- a\n\n  ```\n  b\n\nc", 3, 3), ("```", 1, 1), ("```\n~~~\n", 1, 1), ("```\na ```\n", 1, 1),
    ])
  func unclosedFence(markdown: String, line: Int, column: Int) throws {
    let position = SourcePosition(line: line, column: column)
    #expect(try render(markdown).findings == [.unclosedFence(position: position)])
  }

  @Test(
    "A closed fence and a shown one are none",
    arguments: [
      "```\na\n```", "~~~\n\n~~~~  \n", "> ```\n> a\n> ```", "- ```\n  a\n  ```", "    ```\n    a\n",
      "```\r\na\r\n```\r\n",
      "   ```\n   a\n  ```", "1. > ~~~\n   > ~~~", "`` ` ``", "```\n```", "    ~~~",
    ])
  func closedFence(markdown: String) throws {
    #expect(try render(markdown).findings.isEmpty)
  }
}
