import Markup
import Testing

@Suite("Hostile tables and footnotes")
struct HostileExtensionTests {
  private static let pages: [(name: String, text: @Sendable () -> String)] = [
    ("5 MiB of |", { repeated("|", 5 * 1024 * 1024) }),
    ("a long header and delimiter row", { repeated("|", 1_000_000) + "\n" + repeated("|-", 1_000_000) }),
    ("a wide header, short rows",
      { repeated("a|", 100_000) + "\n" + repeated("-|", 100_000) + "\n" + repeated("x|\n", 1_000) }),
    ("1,000 tables", { repeated("|a|*b*|\n|-|-|\n|c|[d](e)|\n\n", 1_000) }),
    ("tables in deep quotes",
      { repeated(repeated(">", 99) + "|a|\n" + repeated(">", 99) + "|-|\n\n", 500) }),
    ("rows that end tables", { repeated("|a|\n|-|\n|\n", 10_000) }),
    ("headings that look like tables", { repeated("a|b\n|-|\n===\n", 20_000) }),
    ("headings that are one table", { repeated("|a|\n|-|\n===\n", 20_000) }),
    ("headings that would be one table", { repeated("|a|b|c|d|\n|-|-|-|-|\n===\n", 30_000) }),
    ("quotes that end over and over", { repeated(">|a|\n>|-|\nb\n>\n", 20_000) }),
    ("lists that end over and over", { repeated("- |a|\n  |-|\nb\n", 20_000) }),
    ("rows that may be HTML", { "|a|\n|-|\n" + repeated("<b>|\n", 10_000) }),
    ("one footnote, many references", { "[^1]: x\n\n" + repeated("[^1] ", 50_000) }),
    ("many references without footnotes", { repeated("[^1] ", 50_000) }),
    ("footnotes that refer to each other",
      { "[^0]\n\n" + (0..<5_000).map { "[^\($0)]: [^\($0 + 1)] [^\(max($0 - 1, 0))]\n\n" }.joined() }),
    ("footnotes in reverse, with links",
      { (0..<5_000).map { "[^\($0)] " }.joined() + "\n\n"
        + (0..<5_000).reversed().map { "[^\($0)]: [a](b)\n\n" }.joined() }),
    ("labels never closed", { repeated("[^a", 100_000) }),
    ("footnotes among code", { "[^1]\n\n" + repeated("[^1]: a\n\n```\n[^1]: b\n```\n\n", 5_000) }),
    ("footnotes inside each other",
      { "[^0]\n\n" + (0..<30).map { repeated("    ", $0) + "[^\($0)]: a [^\($0 + 1)]\n\n" }.joined() }),
  ]

  @Test("Tables and footnotes take time in proportion to the page", arguments: pages.indices)
  func time(index: Int) throws {
    let page = Array(Self.pages[index].text().utf8)
    var size = 0
    let time = try ContinuousClock().measure { size = try renderMarkdown(page[...]).html.count }
    #expect(time < .seconds(10), "\(Self.pages[index].name)")
    #expect(size > 0)
  }

  @Test("A table of too many cells stays text, and the author is told")
  func cells() throws {
    let header = repeated("a|", 1_000) + "\n" + repeated("-|", 1_000) + "\n"
    let page = try render("b\n\n" + header + repeated("x\n", 200), firstLine: 5)
    #expect(page.findings == [.tableTooLarge(limit: 200_000, position: SourcePosition(line: 7, column: 1))])
    #expect(!page.text.contains("<table>"))
    #expect(try render(header + repeated("x\n", 198)).text.contains("<table>"))
  }
}
