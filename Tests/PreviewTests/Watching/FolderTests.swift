import CLinux
import Foundation
import Testing

@testable import Preview

@Suite("Watching: folders")
struct FolderTests {
  /// Both ways of learning of changes.
  enum Way: String, CaseIterable, Sendable {
    case events, looking

    var method: FolderWatcher.Method { self == .events ? .automatic : .polling(every: .milliseconds(10)) }
  }

  @Test("New folders within each other are seen with their files", arguments: Way.allCases)
  func nested(_ way: Way) async throws {
    let listener = try Listener(way.method)
    for number in 0..<20 { try listener.write("site/\(number)/b/c/d.md") }
    let told = try await listener.toldSoFar()
    #expect(
      told.paths == Dictionary(uniqueKeysWithValues: (0..<20).map { ("site/\($0)/b/c/d.md", .written) }))
    try listener.write("site/7/b/c/d.md", "again")
    #expect(try await listener.toldSoFar().paths == ["site/7/b/c/d.md": .written])
  }

  @Test("3,000 files at once are told in a few batches", arguments: Way.allCases)
  func checkout(_ way: Way) async throws {
    let listener = try Listener(way.method)
    let names = Set((0..<3_000).map { "site/\($0 / 100)/\($0).md" })
    let begin = ContinuousClock.now
    for name in names { try listener.write(name) }
    let spent = ContinuousClock.now - begin
    let told = try await listener.told { names.isSubset(of: $0.paths.keys) }
    #expect(Set(told.paths.keys) == names)
    #expect(told.batches <= 5 + Int(spent / .milliseconds(40)))
  }

  @Test("A renamed folder is gone at its old name and watched at its new one", arguments: Way.allCases)
  func renamed(_ way: Way) async throws {
    let listener = try Listener(way.method) { try save($0 + "/site/old/in/a.md") }
    try listener.rename("site/old", to: "site/new")
    let told = try await listener.told {
      $0.paths["site/new/in/a.md"] == .written && $0.hasRemoval(below: "site/old")
    }
    #expect(told.paths.keys.allSatisfy { $0.hasPrefix("site/old") || $0 == "site/new/in/a.md" })
    try listener.write("site/new/in/a.md", "again")
    #expect(try await listener.toldSoFar().paths == ["site/new/in/a.md": .written])
  }

  @Test("A folder moved out of the watched one isn't watched any more, one removed and made again is")
  func movedOut() async throws {
    let listener = try Listener { try save($0 + "/site/a/b/c.md") }
    try listener.rename("site/a", to: "elsewhere")
    #expect(try await listener.toldSoFar().paths == ["site/a": .removed])
    try listener.write("elsewhere/b/c.md", "unseen")
    try listener.write("site/a/b/c.md", "seen")
    let told = try await listener.toldSoFar()
    #expect(told.paths == ["site/a/b/c.md": .written])
    try FileManager.default.removeItem(atPath: listener / "site/a")
    try listener.write("site/a/b/c.md", "anew")
    #expect(try await listener.toldSoFar().paths["site/a/b/c.md"] == .written)
  }

  @Test("Two folders that change places are watched where they stand then")
  func exchanged() async throws {
    let listener = try Listener {
      try save($0 + "/site/a/in/1.md")
      try save($0 + "/site/b/in/2.md")
    }
    try #require(
      renameat2(AT_FDCWD, listener / "site/a", AT_FDCWD, listener / "site/b", UInt32(RENAME_EXCHANGE)) == 0)
    let told = try await listener.toldSoFar()
    #expect(told.paths["site/a/in/2.md"] == .written && told.paths["site/b/in/1.md"] == .written)
    for name in ["site/a/in/2.md", "site/b/in/1.md"] {
      try listener.write(name, "again")
      #expect(try await listener.toldSoFar().paths == [name: .written])
    }
  }

  @Test("A watched folder that isn't there yet, goes, and comes back", arguments: Way.allCases)
  func root(_ way: Way) async throws {
    let listener = try Listener(way.method) { _ in }
    try makeFolder(listener / "site/in")
    #expect(try await listener.told { $0.isEverything }.isEverything)
    try listener.write("site/in/a.md")
    _ = try await listener.told { $0.paths["site/in/a.md"] == .written }
    try FileManager.default.removeItem(atPath: listener / "site")
    #expect(try await listener.told { $0.isEverything }.isEverything)
    try makeFolder(listener / "site")
    #expect(try await listener.told { $0.isEverything }.isEverything)
    try listener.write("site/b.md")
    _ = try await listener.told { $0.paths["site/b.md"] == .written }
  }

  @Test("A watched folder whose surroundings are renamed is gone, and another in its place is watched")
  func surroundings() async throws {
    let listener = try Listener(roots: ["around/site"]) { try makeFolder($0 + "/around/site") }
    try listener.rename("around", to: "moved")
    try makeFolder(listener / "around/site")
    _ = try await listener.told { $0.isEverything }
    try listener.write("around/site/a.md")
    _ = try await listener.told { $0.paths["around/site/a.md"] == .written }
  }

  @Test("Symbolic links are told of, not followed", arguments: Way.allCases)
  func links(_ way: Way) async throws {
    let listener = try Listener(way.method) {
      try save($0 + "/outside/a.md")
      try makeFolder($0 + "/site")
      symlink($0 + "/outside", $0 + "/site/before")
    }
    symlink(listener / "outside", listener / "site/later")
    try listener.write("outside/a.md", "again")
    #expect(try await listener.toldSoFar().paths == ["site/later": .written])
  }

  @Test("Folders within each other are watched once")
  func overlapping() async throws {
    let listener = try Listener(roots: ["site/in", "site", "site"]) { try makeFolder($0 + "/site/in") }
    try listener.write("site/in/a.md")
    #expect(try await listener.toldSoFar().paths == ["site/in/a.md": .written])
  }

  @Test(
    "When the system loses events everything is said to have changed, and folders made meanwhile are watched")
  func overflow() throws {
    let listener = try Listener()
    var source = try EventSource(folders: [listener / "site"], system: .linux)
    let text = try String(contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8)
    let limit = try #require(text.split(separator: "\n").first.flatMap { Int($0) })
    for number in 0...(limit / 2) {
      mkdir(listener / "site/x\(number % 2)", 0o777)
      rmdir(listener / "site/x\(number % 2)")
    }
    try listener.write("site/new/a.md")
    func tell() throws -> Changes? {
      var batch = ChangeBatch(quiet: .zero)
      for _ in 0..<200 { try source.look(into: &batch) }
      return batch.take(at: .now + .seconds(1))
    }
    #expect(try tell() == .everything)
    try listener.write("site/new/a.md", "again")
    #expect(try tell() == .paths([listener / "site/new/a.md": .written]))
  }
}

extension Listener.Told {
  fileprivate func hasRemoval(below folder: String) -> Bool {
    paths.contains { $0.value == .removed && $0.key.hasPrefix(folder) }
  }
}
