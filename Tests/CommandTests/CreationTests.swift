import Foundation
import Testing

/// What commands that make files leave behind when they can't.
@Suite("Making files")
struct CreationTests {
  /// Runs the program where every write fails, as on a full disk.
  private func runWithoutSpace(_ arguments: [String]) throws -> Program.Result {
    try Program.terreau.run(
      under: ["/bin/sh", "-c", "trap '' XFSZ; ulimit -f 0; exec \"$@\" | cat", "sh"], arguments)
  }

  @Test("Where there is no space, a new item leaves neither a file nor a folder")
  func item() throws {
    let platform = try Platform(
      Platform.small(with: [
        "content/types/cas.yml": "name: Cas\nplural: Cas\nfolder: un/cas\n"
      ]))
    let before = try tree(platform.folder)
    _ = try runWithoutSpace(["new", "cas", "Titre", "--source", platform.folder])
    #expect(try tree(platform.folder) == before)
    #expect(!platform.exists("content/un"))
    #expect(try Program.terreau.run(["new", "cas", "Titre", "--source", platform.folder]).status == 0)
    #expect(platform.exists("content/un/cas/titre.md"))
  }

  @Test("Where there is no space, a new platform leaves nothing")
  func platform() throws {
    let platform = try Platform([:])
    _ = try runWithoutSpace(["init", platform.folder + "/un/site"])
    _ = try runWithoutSpace(["init", platform.folder])
    #expect(try FileManager.default.subpathsOfDirectory(atPath: platform.surroundings) == ["site"])
  }

  @Test("The status tells of it")
  func status() throws {
    let platform = try Platform()
    chmod(platform.folder + "/content/notes", 0o555)
    defer { chmod(platform.folder + "/content/notes", 0o755) }
    let result = try Program.terreau.run(["new", "note", "Titre", "--source", platform.folder])
    // Root may write everywhere.
    #expect(result.status == (getuid() == 0 ? 0 : 4))
  }

  @Test("A new platform has nothing that a build would remark on", arguments: ["fr", "en"])
  func remarks(language: String) throws {
    let platform = try Platform([:])
    let made = try Program.terreau.run(["init", platform.folder, "--language", language])
    #expect(made.status == 0, "\(made.errors)")
    let report = try platform.build(["--strict", "--format", "json"]).report()
    #expect(report.findings == [])
    #expect(platform.exists("public/404.html"))
    #expect(try #require(report.summary).pages > 25)
  }
}
