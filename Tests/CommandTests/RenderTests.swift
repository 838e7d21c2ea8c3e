import Testing

@Suite("terreau render")
struct RenderTests {
  @Test("Standard input becomes a fragment on standard output")
  func standardInput() throws {
    let result = try Program.terreau.run(["render"], input: Array("*Bonjour*\n".utf8))
    #expect(result.output == "<p><em>Bonjour</em></p>\n")
    #expect(result.errors == "")
    #expect(result.status == 0)
  }

  @Test("--plain keeps raw HTML and every link")
  func plain() throws {
    let text = "<div onclick=\"x\">\n\n[a](javascript:b)\n"
    let result = try Program.terreau.run(["render", "--plain", "-"], input: Array(text.utf8))
    #expect(result.output == "<div onclick=\"x\">\n<p><a href=\"javascript:b\">a</a></p>\n")
    #expect(result.status == 0)
  }

  @Test("MD-18: --plain turns NUL into U+FFFD and loses nothing after it; else it is an error at its place")
  func nul() throws {
    let bytes = Array("avant\0après\n".utf8)
    let plain = try Program.terreau.run(["render", "--plain"], input: bytes)
    #expect(plain.output == "<p>avant\u{FFFD}après</p>\n")
    let checked = try Program.terreau.run(["render"], input: bytes)
    #expect(checked.errors.hasPrefix("<stdin>:1:6: erreur"))
    #expect(checked.status == 1)
  }

  @Test("MD-19: invalid UTF-8 is an error at its place")
  func invalid() throws {
    let result = try Program.terreau.run(["render"], input: Array("ligne\ncaf".utf8) + [0xE9, 0x0A])
    #expect(result.errors.hasPrefix("<stdin>:2:4: erreur"))
    #expect(result.output == "")
    #expect(result.status == 1)
  }

  @Test("MD-08: more than 5 MiB is an error, and is not kept in memory", arguments: [["render"], ["render", "--plain"]])
  func tooLarge(_ arguments: [String]) throws {
    let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 10 * 1024 * 1024)
    let result = try Program.terreau.run(arguments, input: bytes)
    #expect(result.errors.contains("10485760"))
    #expect(result.output == "")
    #expect(result.status == 1)
  }

  @Test("MD-22: nothing gives nothing")
  func empty() throws {
    let result = try Program.terreau.run(["render"], input: [])
    #expect(result.output == "")
    #expect(result.status == 0)
  }

  @Test("A folder can't be read: status 4")
  func folder() throws {
    #expect(try Program.terreau.run(["render", "/"], input: []).status == 4)
  }
}
