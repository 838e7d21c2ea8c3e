import Foundation
import Testing

@testable import Preview

@Suite("Watching: how editors save")
struct SavingTests {
  /// A way to save `site/a.md`, which stands there.
  struct Editor: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var save: @Sendable (Listener) throws -> Void
  }

  static let editors = [
    Editor(testDescription: "writes in place") { try $0.write("site/a.md", "new") },
    Editor(testDescription: "appends") { listener in
      let file = try #require(fopen(listener / "site/a.md", "a"))
      fputs("more", file)
      fclose(file)
    },
    Editor(testDescription: "truncates, then writes") { listener in
      truncate(listener / "site/a.md", 0)
      try listener.write("site/a.md", "new")
    },
    Editor(testDescription: "renames over (VS Code, sed)") { listener in
      try listener.write("site/.a.md.tmp-1", "new")
      try listener.rename("site/.a.md.tmp-1", to: "site/a.md")
    },
    Editor(testDescription: "moves the old one away, with a trial and a swap file (Vim)") { listener in
      try listener.write("site/.a.md.swp")
      try listener.write("site/4913", "")
      unlink(listener / "site/4913")
      try listener.rename("site/a.md", to: "site/a.md~")
      try listener.write("site/a.md", "new")
      unlink(listener / "site/a.md~")
      unlink(listener / "site/.a.md.swp")
    },
    Editor(testDescription: "keeps a lock and a copy (Emacs)") { listener in
      symlink("lou@host.1", listener / "site/.#a.md")
      try listener.write("site/#a.md#")
      link(listener / "site/a.md", listener / "site/a.md~")
      try listener.write("site/a.md", "new")
      unlink(listener / "site/#a.md#")
      unlink(listener / "site/.#a.md")
    },
    Editor(testDescription: "writes beside and exchanges (gedit)") { listener in
      try listener.write("site/.goutputstream-X1Y2Z3", "new")
      link(listener / "site/a.md", listener / "site/a.md~")
      try listener.rename("site/.goutputstream-X1Y2Z3", to: "site/a.md")
    },
    Editor(testDescription: "with a safe write (JetBrains)") { listener in
      try listener.write("site/a.md___jb_tmp___", "new")
      try listener.rename("site/a.md", to: "site/a.md___jb_old___")
      try listener.rename("site/a.md___jb_tmp___", to: "site/a.md")
      unlink(listener / "site/a.md___jb_old___")
    },
    Editor(testDescription: "removes, then writes") { listener in
      unlink(listener / "site/a.md")
      try listener.write("site/a.md", "new")
    },
    Editor(testDescription: "changes permissions") { chmod($0 / "site/a.md", 0o600) },
  ]

  @Test("Every way of saving tells of the saved file and of nothing else", arguments: editors)
  func events(_ editor: Editor) async throws {
    try await expectOneFile(editor, .automatic)
  }

  @Test("So it does where files are looked at", arguments: editors)
  func polling(_ editor: Editor) async throws {
    try await expectOneFile(editor, .polling(every: .milliseconds(10)))
  }

  private func expectOneFile(_ editor: Editor, _ method: FolderWatcher.Method) async throws {
    let listener = try Listener(method) { try save($0 + "/site/a.md", "old") }
    try editor.save(listener)
    let told = try await listener.toldSoFar()
    #expect(told.paths == ["site/a.md": .written])
    #expect(!told.isEverything)
  }

  @Test("Copies and locks alone are no change")
  func copies() async throws {
    let listener = try Listener()
    for name in [
      "a.md~", ".a.md.swp", ".#a.md", "4913", ".goutputstream-1", "a.md___jb_tmp___", ".git/index",
    ] {
      try listener.write("site/\(name)")
      unlink(listener / "site/\(name)")
    }
    #expect(try await listener.toldSoFar().paths == [:])
  }

  @Test("A lone save is told within 20 ms, as the median of 50")
  func latency() async throws {
    let listener = try Listener()
    var delays: [Duration] = []
    for number in 0..<50 {
      try listener.write("site/a.md", "\(number)")
      let saved = ContinuousClock.now
      _ = try await listener.told { $0.paths["site/a.md"] == .written }
      delays.append(.now - saved)
    }
    #expect(delays.sorted()[25] < .milliseconds(20))
  }
}
