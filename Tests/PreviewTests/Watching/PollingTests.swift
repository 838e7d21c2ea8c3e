import Content
import Foundation
import Testing

@testable import Preview

@Suite("Watching: where the system doesn't tell")
struct PollingTests {
  /// A system that fails.
  struct Fault: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var warning: PollingReason
    var system: EventSystem
  }

  private static func limit(_ name: String) -> Int? {
    let text = try? String(contentsOfFile: "/proc/sys/fs/inotify/\(name)", encoding: .utf8)
    return text.flatMap { Int($0.trimmingCharacters(in: .newlines)) }
  }

  private static func linux(_ change: (inout EventSystem) -> Void) -> EventSystem {
    var system = EventSystem.linux
    change(&system)
    return system
  }

  @Sendable private static func fail(_ code: Int32) -> Int32 {
    errno = code
    return -1
  }

  static let faults = [
    Fault(
      testDescription: "too many folders", warning: .watchLimit(limit("max_user_watches")),
      system: linux { $0.watch = { _, _, _ in fail(ENOSPC) } }),
    Fault(
      testDescription: "too many programs", warning: .instanceLimit(limit("max_user_instances")),
      system: linux { $0.start = { fail(EMFILE) } }),
    Fault(
      testDescription: "no inotify", warning: .refused(errno: ENOSYS),
      system: linux { $0.start = { fail(ENOSYS) } }),
  ]

  @Test("A preview goes on by looking, and says why", arguments: faults)
  func fallsBack(_ fault: Fault) async throws {
    let listener = try Listener(system: fault.system)
    #expect(listener.watcher.warning == fault.warning)
    try listener.write("site/in/a.md")
    #expect(try await listener.toldSoFar().paths == ["site/in/a.md": .written])
  }

  @Test("The limits have a name and a value, and nothing is warned of where the system tells")
  func limits() throws {
    #expect(PollingReason(watchFailedWith: ENOSPC).limitName == "fs.inotify.max_user_watches")
    #expect(PollingReason(startFailedWith: EMFILE).limitName == "fs.inotify.max_user_instances")
    guard case .watchLimit(let value?) = PollingReason(watchFailedWith: ENOSPC) else {
      Issue.record("the limit's value is known")
      return
    }
    #expect(value > 0)
    #expect(try Listener().watcher.warning == nil)
    #expect(try Listener(.polling(every: .milliseconds(10))).watcher.warning == .requested)
  }

  @Test(
    "The warning names what is the matter, in both languages",
    arguments: [
      (PollingReason.watchLimit(8), "fs.inotify.max_user_watches (8)"),
      (.instanceLimit(nil), "fs.inotify.max_user_instances"),
      (.fileSystem("9p", folder: "/mnt/site"), "/mnt/site"), (.refused(errno: 38), "errno 38"), (.requested, "."),
    ])
  func wording(_ reason: PollingReason, _ part: String) {
    let problems = DiagnosticWording.allCases.map { reason.previewed(in: $0) }
    for problem in problems {
      #expect(problem.message.contains(part) && problem.severity == "warning")
      #expect((problem.advice != nil) == (reason.limitName != nil))
    }
    #expect(Set(problems.map(\.message)).count == problems.count)
  }

  @Test(
    "File systems without events of what others do are looked at",
    arguments: [(0x0102_1997, "9p"), (0x6969, "nfs"), (0x6573_5546, "fuse"), (0xff53_4d42, "cifs")])
  func fileSystems(_ number: Int, _ name: String) async throws {
    let listener = try Listener(system: Self.linux { $0.fileSystem = { _ in number } })
    #expect(listener.watcher.warning == .fileSystem(name, folder: listener / "site"))
    #expect(EventSystem.linux.fileSystem("/proc") == 0x9fa0)
  }

  @Test("A limit reached later is said then, and nothing is missed")
  func later() async throws {
    let system = Self.linux { system in
      system.watch = { descriptor, folder, mask in
        folder.contains("/beyond")
          ? PollingTests.fail(ENOSPC) : EventSystem.linux.watch(descriptor, folder, mask)
      }
    }
    let listener = try Listener(system: system)
    #expect(listener.watcher.warning == nil)
    try listener.write("site/beyond/a.md")
    _ = try await listener.told { $0.isEverything }
    #expect(listener.watcher.warning?.limitName == "fs.inotify.max_user_watches")
    try listener.write("site/beyond/a.md", "again")
    _ = try await listener.told { $0.paths["site/beyond/a.md"] == .written }
  }

  @Test("A file that keeps its size and is saved within the same second is seen")
  func sameSize() async throws {
    let listener = try Listener(.polling(every: .milliseconds(10))) { try save($0 + "/site/a.md", "1") }
    try listener.write("site/a.md", "2")
    _ = try await listener.told { $0.paths["site/a.md"] == .written }
    unlink(listener / "site/a.md")
    _ = try await listener.told { $0.paths["site/a.md"] == .removed }
  }
}
