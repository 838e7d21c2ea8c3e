import Markup
import Testing

/// A page of directives that no one would write.
struct HostileDirectives: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let text: @Sendable () -> String

  init(_ description: String, _ text: @escaping @Sendable () -> String) {
    testDescription = description
    self.text = text
  }
}

private let size = 1 << 18

private let hostileDirectives = [
  HostileDirectives("openings", { repeated(":::note\n", size / 8) }),
  HostileDirectives(
    "openings and closings", { repeated(":::note\n", size / 12) + repeated(":::\n", size / 12) }),
  HostileDirectives("closings", { repeated(":::\n", size / 4) }),
  HostileDirectives("colons", { repeated(":", size) }),
  HostileDirectives("colons on lines", { repeated(":: ::\n", size / 6) }),
  HostileDirectives("colons in a text", { repeated("a:", size / 2) }),
  HostileDirectives("one long name", { ":::" + repeated("a", size) }),
  HostileDirectives("one long name of accents", { "::" + repeated("é", size / 2) }),
  HostileDirectives("unknown leaves", { repeated("::a\n", size / 4) }),
  HostileDirectives("containers by turns", { repeated("> :::note\n\n- :::note\n\n:::\n\n", size / 28) }),
  HostileDirectives(
    "deep containers", { repeated(repeated("> ", 49) + ":::note\n" + repeated("> ", 49) + ":::\n\n", 2_000) }),
  HostileDirectives("a long label", { ":::note[" + repeated("*a* ", size / 4) + "]\na\n:::" }),
  HostileDirectives(
    "brackets in a label", { "::bouton[" + repeated("[", 200_000) + repeated("]", 200_000) + "]{lien=a}" }),
  HostileDirectives("a label never closed", { repeated(":::note[" + repeated("[", 1_000) + "\n", 400) }),
  HostileDirectives("labels", { repeated(":::note[*a* [b](c)]\nd\n:::\n", size / 27) }),
  HostileDirectives("long attributes", { "::bouton[a]{" + repeated("lien=b ", size / 7) + "}" }),
  HostileDirectives("a quote never closed", { repeated("::bouton[a]{lien=\"\n", size / 19) }),
  HostileDirectives("a long value", { "::bouton[a]{lien=\"" + repeated("\\\"", size / 2) + "\"}" }),
  HostileDirectives("slots", { repeated("::bouton[a]{lien=b}\n", size / 20) }),
  HostileDirectives("cards", { ":::cartes\n" + repeated("- [a](b)\n", size / 9) + ":::" }),
  HostileDirectives("figures", { repeated(":::figure[a]\n![b](c)\n:::\n", size / 25) }),
  HostileDirectives("directives between fences", { repeated("```\n:::note\n```\n", size / 16) }),
  HostileDirectives("directives in one code block", { "```\n" + repeated(":::note\n", size / 8) }),
  HostileDirectives("directives in raw HTML", { "<div>\n" + repeated(":::note\n", size / 8) }),
  HostileDirectives(
    "directives that continue a paragraph", { "a\n" + repeated("     :::note\n", size / 13) }),
  HostileDirectives("terms", { repeated(":terme[a] ", size / 10) }),
  HostileDirectives("terms on lines", { repeated(":terme[a]\n", size / 10) }),
  HostileDirectives("terms never closed", { repeated(":terme[", size / 7) }),
  HostileDirectives("terms inside each other", { repeated(":terme[", 60_000) + repeated("]", 60_000) }),
  HostileDirectives("terms in emphasis", { repeated(":terme[a *b", 30_000) + repeated("*]", 30_000) }),
  HostileDirectives("terms of many nodes", { ":terme[" + repeated("*a* b", 50_000) + "]" }),
  HostileDirectives("terms with braces never closed", { repeated(":terme[a]{", size / 10) }),
  HostileDirectives("terms hidden from the source", { repeated("&#58;terme[a] ", size / 14) }),
  HostileDirectives("names that nearly are terms", { repeated(":terne[a] ", size / 10) }),
]

// In the suite of all hostile pages, whose tests run one after the other: each is timed alone.
extension ParsingLimitsTests {
  @Suite("Hostile directives")
  struct HostileDirectiveTests {
    @Test("MD-06: a page of directives ends within seconds, in debug", arguments: hostileDirectives)
    fileprivate func ends(page: HostileDirectives) {
      let source = Array(page.text().utf8)[...]
      let clock = ContinuousClock()
      let duration = clock.measure {
        // A refusal by the limits of pages is as good.
        guard let rendered = try? renderMarkdown(source) else { return }
        #expect(rendered.findings.count <= 400)
      }
      #expect(duration < .seconds(5))
    }

    @Test("Directives stand inside each other a hundred deep and no more")
    func depth() throws {
      func nested(_ depth: Int) -> String {
        repeated(":::note\n", depth) + "a\n" + repeated(":::\n", depth)
      }
      #expect(try render(nested(100)).findings.isEmpty)
      let page = try render(nested(101))
      #expect(
        page.findings == [
          .directive(name: "note", .tooDeep(limit: 100), position: SourcePosition(line: 101, column: 1))
        ])
      #expect(page.text.contains("<p>a</p>"))
    }
  }
}
