import Testing

@testable import Generator

@Suite("Paths in the output folder")
struct OutputPathTests {
  @Test(
    "A plain relative path may be written",
    arguments: ["index.html", "a/b/c.html", ".nojekyll", ".well-known/x", "été/œuvre.html", "...", "a/..b"])
  func writable(_ path: String) {
    #expect(OutputPath(writable: path.utf8)?.text == path)
  }

  @Test(
    "OW-11: a path that leads elsewhere, or to what is the writer's own, may not",
    arguments: [
      "", "/", "/etc/passwd", "../x", "a/../x", "a/..", "..", ".", "./a", "a/./b", "a//b", "a/", "a\nb",
      "a\u{0}b",
      "a\u{7F}", String(repeating: "n", count: 256), ".terreau-manifest", ".terreau-staging/a",
      ".terreau-lock",
    ])
  func refused(_ path: String) {
    #expect(OutputPath(writable: path.utf8) == nil)
  }

  @Test("Two ways to compose an accent are two names")
  func composition() {
    #expect(OutputPath("\u{E9}") != OutputPath("e\u{301}"))
    #expect(Set([OutputPath("\u{E9}"), OutputPath("e\u{301}")]).count == 2)
  }

  @Test("A folder comes before what it holds, and parents are found")
  func order() {
    let paths = ["a", "a/b", "a/b/c", "a0", "b"].map { OutputPath($0) }
    #expect(paths.shuffled().sorted() == paths)
    #expect(OutputPath("a/b/c").ancestors.map(\.text) == ["a/b", "a"])
    #expect(OutputPath("a/b/c").name == OutputPath("c"))
    #expect(OutputPath("a").parent == nil)
  }
}
