import Content
import Foundation
import Generator
import Synchronization
import Testing

@Suite("Stopping a build")
struct CancellingTests {
  @Test(
    "OW-05: wherever a build is stopped, the old site is whole or the new one is, and nothing is left",
    arguments: [false, true])
  func everywhere(_ inPlace: Bool) throws {
    var wasPublished = false
    for limit in 1..<60 where !wasPublished {
      let folder = try TemporaryFolder()
      try build(folder / "public", ["a": "1", "b": "b", "c/d": "d"])
      try folder.write("public/notes.txt", "mine")
      let before = try snapshot(folder / "public")
      let questions = Atomic(0)
      let stopping = TestBuild(inPlace: inPlace, workers: 1) {
        questions.add(1, ordering: .relaxed).newValue >= limit
      }
      do {
        try stopping(folder / "public", ["a": "2", "b": "b", "e": "e"])
        wasPublished = true
        #expect(limit > 6)
        #expect(try files(folder / "public") == ["a": "2", "b": "b", "e": "e", "notes.txt": "mine"])
      } catch let error as Diagnostic {
        #expect(error.problem == .interrupted)
        #expect(try snapshot(folder / "public") == before)
      }
      #expect(try folder.names() == ["public"])
    }
    #expect(wasPublished)
  }

  @Test("A writer that is dropped leaves the old site and nothing else")
  func dropped() throws {
    let folder = try TemporaryFolder()
    try build(folder / "public", ["a": "1"])
    do {
      let writer = try build.open(folder / "public")
      try writer.write("a", [])
      #expect(try folder.names().count == 3)
    }
    #expect(try folder.names() == ["public"])
    #expect(try files(folder / "public") == ["a": "1"])
  }

  @Test("After an error, and after the end, nothing more is written")
  func ended() throws {
    let folder = try TemporaryFolder()
    let writer = try build.open(folder / "public")
    #expect(throws: Diagnostic.self) { try writer.write("..", []) }
    #expect(throws: Diagnostic.self) { try writer.write("a", []) }
    #expect(throws: Diagnostic.self) { try writer.commit(inputs: ContentHash(of: []), pages: 0) }
    #expect(throws: Diagnostic.self) { try writer.commit(inputs: ContentHash(of: []), pages: 0) }
    writer.cancel()
    #expect(try folder.names() == [])
  }
}
