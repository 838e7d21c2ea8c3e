import Foundation
import Testing

@testable import Preview

@Suite("Watching: for long", .serialized)
struct EnduranceTests {
  /// The targets of this process's descriptors that a watcher has.
  private func descriptors(_ kind: String) throws -> Int {
    try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count {
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)").contains(kind))
        ?? false
    }
  }

  private func memory() throws -> Int {
    let text = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
    return try #require(text.split(separator: " ").dropFirst().first.flatMap { Int($0) }) * Int(getpagesize())
  }

  @Test("A thousand edits leave memory and watches as they were, and the last state is told")
  func thousandEdits() async throws {
    let listener = try Listener()
    func edit(_ count: Int) async throws {
      for number in 0..<count {
        try listener.write("site/\(number % 10)/a.md", "\(number)")
        try listener.rename("site/\(number % 10)", to: "site/\(number % 10)-moved")
        try FileManager.default.removeItem(atPath: listener / "site/\(number % 10)-moved")
        try listener.write("site/last.md", "\(number)")
        if number % 10 == 9 { _ = try await listener.told { $0.paths["site/last.md"] == .written } }
      }
    }
    try await edit(200)
    let before = try memory()
    try await edit(1_000)
    #expect(Double(try memory()) < Double(before) * 1.1)
  }

  @Test("Watching ends with the last use of it, and gives its descriptors back")
  func descriptors() async throws {
    let before = try descriptors("inotify")
    for _ in 0..<200 {
      let listener = try Listener()
      try listener.write("site/a.md")
      _ = try await listener.told { $0.paths["site/a.md"] == .written }
    }
    // Other tests watch at the same time, and threads end when they come to it.
    let deadline = ContinuousClock.now + .seconds(10)
    while try descriptors("inotify") > before + 20, .now < deadline {
      try await Task.sleep(for: .milliseconds(5))
    }
    #expect(try descriptors("inotify") <= before + 20)
  }
}
