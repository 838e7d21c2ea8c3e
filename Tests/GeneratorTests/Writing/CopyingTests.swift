import Content
import Foundation
import Generator
import Testing

@Suite("Copying files into a site")
struct CopyingTests {
  let folder: TemporaryFolder
  var output: String { folder / "public" }

  init() throws {
    folder = try TemporaryFolder()
  }

  private func build(_ force: Bool = false) throws -> WriteSummary {
    let writer = try TestBuild(force: force).open(output)
    try writer.copy("media/film.bin", fromFile: folder / "film")
    return try writer.commit(inputs: ContentHash(of: []), pages: 0)
  }

  @Test("A copy has the file's content, is a file of its own, and is carried over while nothing changes")
  func copies() throws {
    let text = String(repeating: "0123456789", count: 100_000)
    try folder.write("film", text)
    #expect(try build().bytesWritten == 1_000_000)
    #expect(try folder.read("public/media/film.bin") == text)
    #expect(try folder.status("public/media/film.bin").st_ino != folder.status("film").st_ino)
    #expect(try build().publication == .untouched)
    try folder.write("film", text.replacingOccurrences(of: "9", with: "8"))
    #expect(try build().written == 1)
    #expect(try folder.read("public/media/film.bin").hasSuffix("6788"))
  }

  @Test("OW-12: a copy edited by hand stops the build")
  func edited() throws {
    try folder.write("film", "film")
    _ = try build()
    try folder.write("public/media/film.bin", "gilm")
    #expect(try problem { _ = try build() } == .outputEdited(path: output + "/media/film.bin"))
    #expect(try build(true).written == 1)
  }

  @Test(
    "What can't be read, or isn't a file, is named",
    arguments: [("missing", ENOENT), ("", EINVAL), ("pipe", EINVAL)])
  func unreadable(_ name: String, _ code: Int32) throws {
    mkfifo(folder / "pipe", 0o600)
    let source = folder / name
    let found = try problem {
      let writer = try TestBuild().open(output)
      try writer.copy("a", fromFile: source)
    }
    #expect(found == .readFailed(path: source, errno: code))
    #expect(try folder.names() == ["pipe"])
  }

  @Test("PL-22: a large file is copied in pieces, in little memory")
  func large() throws {
    // Sparse, so that only the copy takes room on the disk.
    let size = 192 * 1024 * 1024
    try folder.write("film", "")
    truncate(folder / "film", size)
    for expected in ["exchanged 5 written", "untouched 0 written"] {
      let result = try run(probe(), [output, "old", "copy=\(folder.path)/film"])
      #expect(result.code == 0 && result.output.hasPrefix(expected), "\(result.output)")
      let peak = try #require(result.output.split(separator: "\n").last.flatMap { Int($0) })
      #expect(peak > 0 && peak < 64 * 1024, "kibibytes")
    }
    #expect(try folder.status("public/film").st_size == size)
  }
}
