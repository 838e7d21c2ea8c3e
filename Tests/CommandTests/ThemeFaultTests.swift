import Foundation
import Testing

@Suite("Templates with faults")
struct ThemeFaultTests {
  @Test(
    "TE-12, TE-14, CC-07: a template that traps or recurses without end names its page, and the old site stays",
    arguments: ["index", "unwrap", "overflow", "recursion"])
  func traps(_ fault: String) throws {
    let platform = try Platform()
    #expect(try Program.themeProbe.run([platform.folder, "none"]).status == 0)
    let before = try tree(platform.folder + "/public")
    try platform.write("content/notes/c.md", "# C\n")
    let result = try Program.themeProbe.run([platform.folder, fault, "/notes/b/"])
    #expect(result.status == 70)
    #expect(result.errors.contains("page : /notes/b/"), "\(result.errors)")
    #expect(result.errors.contains("bug"))
    #expect(try tree(platform.folder + "/public") == before)
    let next = try Program.themeProbe.run([platform.folder, "none"])
    #expect(next.status == 0, "the next build needs no cleaning up")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: platform.folder).sorted() == ["content", "public"])
  }

  @Test("TE-13: a template that never ends is stopped, and its page named")
  func endless() throws {
    let platform = try Platform()
    #expect(try Program.themeProbe.run([platform.folder, "none"]).status == 0)
    let before = try tree(platform.folder + "/public")
    try platform.write("content/notes/c.md", "# C\n")
    let result = try Program.themeProbe.run([platform.folder, "loop", "/notes/a/"])
    #expect(result.status == 70)
    #expect(result.output.contains("/notes/a/"))
    #expect(result.duration < .seconds(8))
    #expect(try tree(platform.folder + "/public") == before)
  }

  @Test("OW-07, TE-12: of a thousand pages three fail: all three are named, and nothing changes")
  func threeOfAThousand() throws {
    var files = Platform.small
    for number in 0..<1000 { files["content/notes/n\(number).md"] = "# N\(number)\n" }
    let platform = try Platform(files)
    let empty = try Program.themeProbe.run([
      platform.folder, "throw", "/notes/n7/", "/notes/n500/", "/notes/n999/",
    ])
    #expect(empty.status == 70)
    #expect(!platform.exists("public"), "nothing was published before, nothing is now")
    #expect(try Program.themeProbe.run([platform.folder, "none"]).status == 0)
    let before = try tree(platform.folder + "/public")
    try platform.write("content/notes/a.md", "# Autre\n")
    let result = try Program.themeProbe.run([
      platform.folder, "throw", "/notes/n7/", "/notes/n500/", "/notes/n999/",
    ])
    #expect(result.status == 70)
    #expect(
      result.output.split(separator: "\n").sorted() == [
        "the template of page “/notes/n500/” failed: no such thing",
        "the template of page “/notes/n7/” failed: no such thing",
        "the template of page “/notes/n999/” failed: no such thing",
      ])
    #expect(try tree(platform.folder + "/public") == before)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: platform.folder).sorted() == ["content", "public"])
  }
}
