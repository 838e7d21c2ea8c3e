import Content
import Testing

@testable import Preview

@Suite("Reading what the compiler says")
struct CompilerOutputTests {
  private func failures(_ text: String) -> [CompilerProblem] {
    var output = CompilerOutput(folder: "/home/lou/site")
    output.add(text.utf8)
    return output.failures()
  }

  /// `file:line:column message`
  private func places(_ text: String) -> [String] {
    failures(text).map { problem in
      let place = problem.place.map { "\($0.file):\($0.line):\($0.column)" } ?? "-"
      return "\(place) \(problem.message)"
    }
  }

  @Test(
    "Lines that name a place",
    arguments: [
      ("/home/lou/site/templates/Card.swift:12:5: error: no 'x'", "templates/Card.swift:12:5 no 'x'"),
      ("/home/lou/site/Package.swift:1:1: error: a: b: error: c", "Package.swift:1:1 a: b: error: c"),
      ("/home/lou/site/a:b é.swift:3:4: error: x", "a:b é.swift:3:4 x"),
      ("/home/lou/site-2/A.swift:3:4: error: x", "/home/lou/site-2/A.swift:3:4 x"),
      ("/usr/lib/x.swiftinterface:3:4: error: x\r", "/usr/lib/x.swiftinterface:3:4 x"),
    ])
  func place(_ line: String, _ expected: String) { #expect(places(line + "\n") == [expected]) }

  @Test(
    "Lines that name none",
    arguments: [
      "error: link command failed with exit code 1",
      "error: 'site': Source files for target X should be here",
      "/home/lou/site/A.swift: error: x", "/home/lou/site/A.swift:1: error: x",
      "/home/lou/site/A.swift:1:x: error: x", "/home/lou/site/A.swift:99999999999999999999:1: error: x",
      "A.swift:1:1: error: x", "[3/7] Compiling Templates A.swift", ":::: error: ", "/:: error: ",
    ])
  func noPlace(_ line: String) { #expect(places("Building…\n\n\(line)") == ["- Building…\n\(line)"]) }

  @Test("An error has the line it is about, and its notes")
  func excerptAndNotes() throws {
    let problems = failures(
      """
      [1/3] Compiling Templates Card.swift
      /home/lou/site/templates/Card.swift:9:3: error: ambiguous use of 'a'
       8 | func card() {
       9 |   é(a | b)
         |     `- error: ambiguous use of 'a'
      10 | }
      /home/lou/site/templates/A.swift:1:6: note: found this candidate
       1 | func a() {}
         |      `- note: found this candidate
      /home/lou/site/templates/B.swift:2:6: note: and this one
      [3/3] Linking
      """)
    let problem = try #require(problems.first)
    #expect(problems.count == 1)
    #expect(problem.place?.excerpt == "  é(a | b)")
    #expect(problem.notes.map(\.message) == ["found this candidate", "and this one"])
    #expect(problem.notes.map(\.place.excerpt) == ["func a() {}", nil])
  }

  @Test("What is said twice is told once, errors before warnings")
  func order() {
    let text = """
      /home/lou/site/A.swift:1:1: warning: w
      /home/lou/site/A.swift:1:1: note: of the warning
      /home/lou/site/A.swift:2:1: error: e
      /home/lou/site/A.swift:2:1: error: e
      /home/lou/site/A.swift:2:1: note: of what was said before
      /home/lou/site/A.swift:2:2: error: e

      """
    #expect(places(text + text) == ["A.swift:2:1 e", "A.swift:2:2 e", "A.swift:1:1 w"])
    #expect(failures(text + text).map(\.notes.count) == [0, 0, 1])
  }

  @Test("A flood leaves fifty errors, and short lines")
  func flood() {
    let warnings = (1...500).map { "/home/lou/site/A.swift:\($0):1: warning: w\n" }.joined()
    let errors = (1...500).map { "/home/lou/site/A.swift:\($0):1: error: e\n" }.joined()
    let problems = failures(warnings + errors)
    #expect(problems.prefix(50).allSatisfy { $0.severity == .error })
    #expect(problems.count == 100)
    let long = failures(String(repeating: "x", count: 100_000) + "\n")
    #expect(long.map(\.message.utf8.count) == [CompilerOutput.lineLimit])
    let many = failures((1...1_000).map { "line \($0)\n" }.joined())
    #expect(many.first?.message.hasPrefix("line 989\n") == true)
  }

  @Test("Read in pieces of any size it says the same")
  func pieces() {
    let text = "/home/lou/site/é.swift:1:1: error: é\n1 | é\r\nlast"
    for size in 1...10 {
      var output = CompilerOutput(folder: "/home/lou/site")
      var rest = Array(text.utf8)[...]
      while !rest.isEmpty {
        output.add(rest.prefix(size))
        rest = rest.dropFirst(size)
      }
      #expect(output.failures() == failures(text))
    }
  }

  @Test("A problem is shown in the author's language, its column in characters")
  func wording() throws {
    let problem = try #require(failures("/home/lou/site/A.swift:1:4: error: no 'x'\n1 | éax\n").first)
    let french = problem.previewed(in: .french)
    #expect(french.message == "Ce gabarit ne compile pas\u{A0}: no 'x'")
    #expect(french.file == "A.swift" && french.line == 1 && french.column == 3 && french.excerpt == "éax")
    #expect(french.severity == "error" && french.advice != nil)
    #expect(problem.previewed(in: .english).message == "This template does not compile: no 'x'")
    let build = try #require(failures("error: nothing to link\n").first).previewed(in: .english)
    #expect(build.file == nil && build.message.hasSuffix("\nerror: nothing to link"))
  }
}
