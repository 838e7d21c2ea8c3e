import Markup
import Testing

/// A hostile page and what must come of it: HTML, or an error for one of these reasons.
struct HostilePage: Sendable, CustomTestStringConvertible {
  let name: String
  let text: @Sendable () -> String
  var reasons: [MarkdownError.Reason] = []

  var testDescription: String { name }
}

private let tooDeep = MarkdownError.Reason.tooDeep(limit: 100)
private let tooManyImages = MarkdownError.Reason.tooManyImages(limit: 5_000)
private let tooMuchMarkup = MarkdownError.Reason.tooMuchMarkup(limit: 500_000)
private let fiveMebibytes = 5 * 1024 * 1024

private let hostilePages = [
  HostilePage(name: "MD-01: ![[]()", text: { repeated("![[]()", 160_000) }, reasons: [tooManyImages]),
  HostilePage(
    name: "MD-02: nested lists, blank lines", text: { repeated("- ", 30_000) + "x" + repeated("\n", 30_000) },
    reasons: [tooDeep]),
  HostilePage(
    name: "MD-03: nested lists in a quote",
    text: { "> " + repeated("- ", 30_000) + "x\n" + repeated(">\n", 30_000) }, reasons: [tooDeep]),
  HostilePage(
    name: "MD-04: emphasis in deep quotes", text: { repeated(">", 100_000) + repeated("a*", 100_000) },
    reasons: [tooDeep]),
  HostilePage(
    name: "MD-07: 5 MiB of emphasis", text: { repeated("*a* ", fiveMebibytes / 4) },
    reasons: [tooMuchMarkup]),
  HostilePage(
    name: "MD-08: 10 MiB", text: { repeated("a", 2 * fiveMebibytes) },
    reasons: [.tooLarge(bytes: 2 * fiveMebibytes, limit: fiveMebibytes)]),
  HostilePage(name: "MD-21: 5 MiB on one line", text: { repeated("a", fiveMebibytes) }),
  HostilePage(name: "MD-21: 5 MiB of é on one line", text: { repeated("é", fiveMebibytes / 2) }),
  HostilePage(name: "MD-06: 5 MiB of !", text: { repeated("!", fiveMebibytes) }, reasons: [tooMuchMarkup]),
  HostilePage(name: "MD-06: 5 MiB of quotes", text: { repeated("\"", fiveMebibytes) }, reasons: [tooMuchMarkup]),
  HostilePage(name: "MD-06: 5 MiB of dots", text: { repeated("...", fiveMebibytes / 3) }, reasons: [tooMuchMarkup]),
  HostilePage(name: "MD-06: 5 MiB of marks", text: { repeated("!-'\".", fiveMebibytes / 5) }, reasons: [tooMuchMarkup]),
  HostilePage(name: "MD-06: 5 MiB of prose", text: { repeated("L'eau est \"vive\", non ? ", fiveMebibytes / 26) }),
  HostilePage(name: "MD-22: only blank lines", text: { repeated("\n", 400_000) }),
  HostilePage(name: "MD-23: unclosed fence", text: { "```\n" + repeated("a\n", 400_000) }),
  HostilePage(
    name: "MD-06: many blank lines in 99 lists", text: { repeated("- ", 99) + "x" + repeated("\n", 400_000) },
    reasons: [.tooManyNestedLines]),
  HostilePage(
    name: "MD-06: lists nested by indentation",
    text: { (0..<400).map { repeated("  ", $0) + "- a\n" }.joined() }, reasons: [tooDeep]),
  HostilePage(
    name: "MD-06: unclosed images among links", text: { repeated("![", 4_990) + repeated("[]()", 50_000) },
    reasons: [.tooManyBrackets]),
  HostilePage(
    name: "MD-06: the same in many paragraphs",
    text: { repeated(repeated("![", 1_000) + repeated("[]()", 1_000) + "\n\n", 60) },
    reasons: [.tooManyBrackets]),
  HostilePage(
    name: "MD-06: nested emphasis around links",
    text: { repeated("*a **a ", 20_000) + repeated("[x](y)", 20_000) + repeated(" a** a*", 20_000) },
    reasons: [tooDeep]),
  HostilePage(name: "MD-06: a hundred thousand (", text: { "[a](" + repeated("(", 100_000) }),
  HostilePage(name: "MD-06: [a](<b", text: { repeated("[a](<b", 60_000) }),
  HostilePage(name: "MD-06: [a](b", text: { repeated("[a](b", 60_000) }),
  HostilePage(name: "MD-06: <!--", text: { repeated("a <!--", 60_000) }),
  HostilePage(name: "MD-06: <?", text: { repeated("a <?", 60_000) }),
  HostilePage(name: "MD-06: <![CDATA[", text: { repeated("a <![CDATA[", 60_000) }, reasons: [tooManyImages]),
  HostilePage(name: "MD-06: [", text: { repeated("[", 100_000) }),
  HostilePage(name: "MD-06: [a", text: { repeated("[", 50_000) + "a" + repeated("]", 50_000) }),
  HostilePage(name: "MD-06: *a _b", text: { repeated("*a _b ", 50_000) }),
  HostilePage(name: "MD-06: a**b c*", text: { "a**b" + repeated("c* ", 100_000) }),
  HostilePage(
    name: "MD-06: backticks of every length", text: { (1..<800).map { "e" + repeated("`", $0) }.joined() }),
  HostilePage(
    name: "MD-06: reference expansion",
    text: { "[a]: /" + repeated("u", 50_000) + "\n\n" + repeated("[a] ", 50_000) }),
  HostilePage(name: "MD-06: definitions", text: { (0..<40_000).map { "[\($0)]: /x\n" }.joined() }),
  HostilePage(name: "MD-06: many links on a line", text: { repeated("[é](a) ", 50_000) }),
  HostilePage(
    name: "MD-06: links whose places can't be told",
    text: { "[a]: /u\n[b](\n" + repeated("u\\\n", 20) + repeated("[a](\nu)\n", 20_000) }),
  HostilePage(name: "MD-06: equal headings", text: { repeated("# a\n", 40_000) }),
  HostilePage(name: "MD-06: raw HTML", text: { repeated("a <b>\n", 50_000) }),
]

private func reasonForRefusing(_ bytes: ArraySlice<UInt8>) -> MarkdownError.Reason? {
  do throws(MarkdownError) {
    _ = try renderMarkdown(bytes)
    return nil
  } catch {
    return error.reason
  }
}

// One after the other, so that each is timed alone.
@Suite("Hostile pages", .serialized)
struct ParsingLimitsTests {
  /// Code that isn't optimised takes its time, the more so among other tests.
  #if DEBUG
    static let longest = Duration.seconds(4)
  #else
    static let longest = Duration.seconds(1)
  #endif

  @Test("A hostile page ends within a second, by HTML or by an error", arguments: hostilePages)
  func hostile(page: HostilePage) {
    let bytes = Array(page.text().utf8)[...]
    var reason: MarkdownError.Reason?
    let time = ContinuousClock().measure { reason = reasonForRefusing(bytes) }
    #expect(time < Self.longest)
    #expect(reason.map { page.reasons.contains($0) } ?? page.reasons.isEmpty, "\(String(describing: reason))")
  }

  @Test(
    "An error says where the limit is passed",
    arguments: [
      (repeated("> ", 101), 1, 201),
      ("é\n\n" + repeated(">", 100) + " - a", 3, 102),
      ("a\n\né" + repeated("![", 5_001), 3, 10_002),
    ])
  func position(markdown: String, line: Int, column: Int) {
    let error = #expect(throws: MarkdownError.self) { try render(markdown, firstLine: 8) }
    #expect(error?.position == SourcePosition(line: line + 7, column: column))
  }

  @Test(
    "What only looks deep or heavy is rendered",
    arguments: [
      repeated("> ", 100) + "a",
      repeated("- ", 300),
      repeated("* ", 300) + "\n",
      (0..<300).map { "- \($0)\n" }.joined(),
      (0..<300).map { "- \($0)\n\n" }.joined(),
      repeated("> a\n> - b\n>   - c\n", 300),
      repeated("```\n>>> a\n```\n\n", 200),
      repeated(" ", 400) + "- a",
      repeated("![a](b)\n", 4_000),
    ])
  func honest(markdown: String) throws {
    #expect(try !render(markdown).html.isEmpty)
  }
}
