import Content
import Foundation
import Generator
import Testing

@Suite("Two builds at once")
struct LockingTests {
  let folder: TemporaryFolder
  var output: String { folder / "public" }

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test(
    "OW-17: a second build ends at once and says which process holds the first", arguments: [false, true])
  func second(_ inPlace: Bool) throws {
    try build(output, ["a": "1"])
    let first = try TestBuild(inPlace: inPlace).open(output)
    try first.write("a", Array("2".utf8))
    #expect(try problem { try build(output, ["a": "3"]) } == .outputBusy(path: output, pid: getpid()))
    _ = try first.commit(inputs: ContentHash(of: []), pages: 1)
    #expect(try files(output) == ["a": "2"])
    try build(output, ["a": "3"])
    #expect(try folder.names() == ["public"])
  }

  @Test("OW-17: a build killed with kill -9 leaves no lock that holds")
  func killed() throws {
    let first = try RunningProgram(probe(), [output, "old", "wait"])
    #expect(first.read() == "ready\n")
    #expect(
      try problem { try build(output, ["a": "1"]) }
        == .outputBusy(path: output, pid: first.process.processIdentifier))
    kill(first.process.processIdentifier, SIGKILL)
    #expect(try first.finish().code == -SIGKILL)
    try build(output, ["a": "1"])
    #expect(try folder.names() == ["public"])
  }

  @Test("OW-17: a lock file that nobody holds doesn't matter, whatever it says")
  func stale() throws {
    try folder.write(".public.terreau-lock", "1\n")
    chmod(folder / ".public.terreau-lock", 0o444)
    try build(output, ["a": "1"])
    #expect(try folder.names() == ["public"])
  }

  @Test("OW-18: builds into two folders side by side don't meet")
  func sideBySide() throws {
    let one = try build.open(folder / "public")
    let two = try build.open(folder / "preview")
    try one.write("a", Array("1".utf8))
    try two.write("a", Array("2".utf8))
    _ = try two.commit(inputs: ContentHash(of: []), pages: 1)
    _ = try one.commit(inputs: ContentHash(of: []), pages: 1)
    #expect(try files(folder / "public") == ["a": "1"])
    #expect(try files(folder / "preview") == ["a": "2"])
    #expect(try folder.names() == ["preview", "public"])
  }
}
