import Markup
import Testing

/// A family of pages that have made Markdown parsers slow: one page for each size.
struct PathologicalFamily: Sendable, CustomTestStringConvertible {
  let name: String
  /// The page of about that many repetitions.
  let page: @Sendable (Int) -> String

  var testDescription: String { name }

  /// The same piece over and over.
  static func repeating(_ piece: String, after start: String = "", before end: String = "") -> Self {
    PathologicalFamily(name: (start + piece + "…" + end).debugDescription) {
      start + repeated(piece, $0) + end
    }
  }

  /// As many openings, then as many closings.
  static func nesting(_ opening: String, _ middle: String, _ closing: String) -> Self {
    PathologicalFamily(name: (opening + "…" + middle + closing + "…").debugDescription) {
      repeated(opening, $0) + middle + repeated(closing, $0)
    }
  }
}

private let families: [PathologicalFamily] = [
  // Emphasis
  .nesting("*a **a ", "b", " c** c*"), .repeating("a_ "), .repeating("_a "), .repeating("*a_ "),
  .repeating("a**b"),
  .repeating("*a *b "), .repeating("***a "), .repeating("a***b_ "), .repeating("**a *a_ "), .repeating("_*a"),
  .repeating("*_a_"), .repeating("x*** "), .nesting("*", "a", "*"), .nesting("_ ", "a", " _"),
  .repeating("a*", after: ">"),
  .repeating("**x [a*b**c*](d)"), .repeating("*é*"), .repeating("b**c* ", after: "a**"),
  // Brackets, links and images
  .nesting("[", "a", "]"), .repeating("["), .repeating("]"), .repeating("![[]()"), .repeating("[ (]("),
  .repeating("]("),
  .repeating("[a](<b"), .repeating("[a](b"), .repeating("[a](b \"c "), .repeating("[]("), .repeating("![a]("),
  .repeating("(", after: "[a]("), .repeating("[a][b] "), .repeating("[a]: b\n"), .nesting("[a](", "b", ")"),
  .nesting("![", "a", "](b)"),
  .repeating("[a]", before: "\n\n[a]: b"), .repeating("[\\[a\\]] "), .repeating("[a\n"), .repeating("[^a]"),
  .repeating("<", after: "[a]("), .repeating("[a] ", before: "\n\n[a]: /" + repeated("u", 1_000)),
  .repeating("[`a"),
  // Code, entities, escapes, line ends
  .repeating("`a``"), .repeating("`"), .repeating("` "), .repeating("\\"), .repeating("&"), .repeating("&a"),
  .repeating("&#"),
  .repeating("&amp;"), .repeating("\\\n"), .repeating("a  \n"), .repeating("\u{E9}\r\n"), .repeating("\t"),
  .repeating(" "),
  PathologicalFamily(name: "runs of backticks, each longer") { size in
    (1...Int(Double(size).squareRoot())).map { "e" + repeated("`", $0) }.joined()
  },
  // Raw HTML
  .repeating("<a x=\""), .repeating("<a x='<a y=\""), .repeating("a <!--"), .repeating("<!--", after: "<p>"),
  .repeating("a <?"),
  .repeating("a <!A "), .repeating("a <![CDATA["), .repeating("<sub>"), .repeating("</sub>"),
  .repeating("x <sub></sub>"),
  .repeating("<sub><sup></sub>", after: "x "), .repeating("<sub>", after: "<p>"), .repeating("<details>\n\n"),
  .repeating("<dl><dt>", after: "<p></p>"),
  .repeating("<b>", after: "<div>\n"), .repeating("</details>\n\n"), .repeating(" a=b", after: "<sub"),
  .repeating("<sub a"),
  .nesting("<details>\n\n", "a\n\n", "</details>\n\n"), .repeating("&#1", after: "<p>"),
  .repeating("<", after: "<p>"),
  // Blocks
  .repeating("- a\n"), .repeating("1. a\n"), .repeating("> a\n"), .repeating("- "), .repeating("> "),
  .repeating("# a\n"), .repeating("a\n=\n"),
  .repeating("***\n"), .repeating("~~~\n"), .repeating("\n", after: "- - - - - a"), .repeating("> - a\n"),
  .repeating("- a\n\n"),
  .repeating("```\na\n"), .repeating("    a\n\n"), .repeating("> \n", after: "> - - - a\n"),
  .repeating("* [ ] a\n"), .repeating("- [ ] - "),
  PathologicalFamily(name: "lists nested by indentation") { size in
    (0..<Int(Double(size).squareRoot())).map { repeated("  ", $0) + "- a\n" }.joined()
  },
  // Strikethrough
  .repeating("~ "), .repeating("~~a "), .repeating("a~~ "), .repeating("~a~~ "), .repeating("a~~b~c"),
  .repeating("~a ~~b "), .repeating("~~a~~"),
  .nesting("~~a ~", "b", "~ c~~"), .repeating("\\~"), .repeating("\\\\~"), .repeating("*~a*~"),
  .repeating("[~~a](b)~~"), .repeating("~~\u{E9}~~\n"),
  // Bare addresses
  .repeating("www."), .repeating("www. "), .repeating("_www.a"), .repeating("(www.a_"), .repeating("http://"),
  .repeating("http://a "),
  .repeating("http://a("), .repeating("http://a.b)"), .repeating("http://a.b;&c;"), .repeating("a@"),
  .repeating("a@b "), .repeating("a@b.c"),
  .repeating("a@b.c "), .repeating("https://a*b*"), .repeating("*http://a/"), .repeating("http://*a*"),
  .repeating("mailto:"),
  .repeating("://"), .repeating("a.", before: "@"), .repeating("a.", after: "b@"),
  .repeating(")", after: "http://a.b/"), .repeating("http://a_"),
  .repeating("w"), .repeating("\u{A0}www.a.b"), .repeating("www.a\u{BB}"), .repeating("http://a.b/_c_ "),
]

extension ParsingLimitsTests {
  #if DEBUG
    private static let size = 2_000
  #else
    private static let size = 40_000
  #endif

  /// The shortest of a few: other work on the machine only ever makes one longer.
  private static func time(_ page: String) -> Duration {
    let bytes = Array(page.utf8)[...]
    return (0..<3).map { _ in
      ContinuousClock().measure { _ = try? renderMarkdown(bytes) }
    }.min() ?? .zero
  }

  @Test(
    "MD-06: twice the page takes less than three times as long, and none takes a second",
    arguments: families)
  func linear(family: PathologicalFamily) {
    var times: [Duration] = []
    for _ in 0..<4 {
      let once = Self.time(family.page(Self.size))
      let twice = Self.time(family.page(2 * Self.size))
      times += [once, twice]
      // A page that takes long every time is slow; one that does so once had a busy machine.
      if twice < .milliseconds(20) || (twice < Self.longest && twice / once < 3) { return }
    }
    Issue.record("\(times)")
  }

  @Test("MD-06: pages of every family hold only what is allowed", arguments: families)
  func safe(family: PathologicalFamily) throws {
    let html = try? render(family.page(40)).html
    #expect(html.map { PageChecker.problem(in: $0) } ?? nil == nil)
  }
}
