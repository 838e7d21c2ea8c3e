import Foundation
import Testing

/// The probe's new site is written over its old one, among somebody else's files, with one system call broken
/// at a time.
private struct FaultyBuild {
  let folder: TemporaryFolder
  let options: [String]
  var output: String { folder / "public" }

  static let new = [
    "index.html": "new home", "same/index.html": "the same", "fresh/index.html": "fresh",
    "turned/index.html": "a folder", "notes.txt": "mine", "same/mine/notes.txt": "mine too",
  ]

  /// One system call of the probe's: the `number`-th of its name in the whole run.
  struct Call {
    let name: String
    let number: Int
    let text: String
  }

  init(_ options: [String] = []) throws {
    self.options = options
    folder = try TemporaryFolder()
    let result = try run(probe(), [folder / "public", "old"] + options)
    try #require(result.code == 0, "\(result.output)")
    try folder.write("public/notes.txt", "mine")
    try folder.write("public/same/mine/notes.txt", "mine too")
    symlink("notes.txt", folder / "public/link")
  }

  /// The calls of the given names that the probe itself makes.
  func trace(_ names: [String]) throws -> [Call] {
    let copy = try FaultyBuild(options)
    let log = copy.folder / "log"
    let result = try run(
      systemProgram("strace"),
      [
        "-f", "-qq", "-o", log, "-e", "trace=access," + names.joined(separator: ","), try probe(),
        copy.output, "new",
      ]
        + options)
    try #require(result.code == 0, "\(result.output)")
    var counts: [String: Int] = [:]
    var calls: [Call] = []
    var hasBegun = false
    for line in try copy.folder.read("log").split(separator: "\n") {
      let text = line.drop { $0 != " " }.drop { $0 == " " }
      let name = String(text.prefix { $0 != "(" })
      counts[name, default: 0] += 1
      if text.contains("/writer-probe-begins") { hasBegun = true }
      // What the probe prints at its end isn't the writer's.
      if hasBegun && names.contains(name) && !text.hasPrefix("write(1,") {
        calls.append(Call(name: name, number: counts[name] ?? 0, text: String(text)))
      }
    }
    return calls
  }

  /// Builds the new site with `fault` (as strace names it) at one call.
  func build(_ fault: String, at call: Call) throws -> ProgramResult {
    // Signals aren't delivered under the faster way of tracing.
    let pace = fault.hasPrefix("signal") ? [] : ["--seccomp-bpf"]
    return try run(
      systemProgram("strace"),
      ["-f", "-qq"] + pace + [
        "-o", "/dev/null", "-e", "trace=" + call.name, "-e",
        "inject=\(call.name):\(fault):when=\(call.number)", try probe(), output, "new",
      ] + options)
  }

  func buildAgain() throws -> ProgramResult {
    try run(probe(), [output, "new"] + options)
  }
}

@Suite("Broken system calls")
struct FaultTests {
  private static let errors = ["ENOSPC", "EIO", "EDQUOT", "EROFS", "EACCES"]
  private static let calls = [
    "openat", "write", "mkdirat", "linkat", "renameat", "renameat2", "fsync", "syncfs", "close", "fchmod",
    "utimensat", "unlinkat", "ftruncate", "read", "getdents64", "flock", "lseek",
  ]

  @Test(
    "OW-01, OW-02: whatever fails at whichever call, the old site is byte-identical, or the new one is whole",
    arguments: 0..<4)
  func errors(_ share: Int) throws {
    let template = try FaultyBuild()
    var failures = 0
    for (index, call) in try template.trace(Self.calls).enumerated() where index % 4 == share {
      let site = try FaultyBuild()
      let before = try snapshot(site.output)
      let error = Self.errors[(index / 4) % Self.errors.count]
      let result = try site.build("error=" + error, at: call)
      let what = Comment(rawValue: "\(error) at \(call.text): \(result.output)")
      if result.code == 0 {
        #expect(try files(site.output) == FaultyBuild.new, what)
        guard try site.folder.names() != ["public"] else { continue }
        // What couldn't be cleared away is cleared away by the next build.
        #expect(call.name == "unlinkat" || result.output.contains("outputLeftover"), what)
        #expect(try site.buildAgain().code == 0, what)
        #expect(try files(site.output) == FaultyBuild.new, what)
        #expect(try site.folder.names() == ["public"], what)
      } else {
        failures += 1
        #expect(result.code == 4, what)
        // A folder of ours that can't be opened is in the way of its pages.
        #expect(result.output.contains("Failed(") || result.output.contains("outputBlocked("), what)
        #expect(try snapshot(site.output) == before, what)
        // A lock that couldn't be taken may leave its file, which locks nothing.
        let names = try site.folder.names().filter { call.name != "flock" || $0 != ".public.terreau-lock" }
        #expect(names == ["public"], what)
      }
    }
    #expect(failures > 10)
  }

  @Test(
    "OW-04: wherever a build is killed, a whole site stands, and the next build needs no help",
    arguments: 0..<4)
  func kills(_ share: Int) throws {
    let template = try FaultyBuild()
    let calls = try template.trace([
      "openat", "write", "mkdirat", "linkat", "renameat", "renameat2", "fsync", "syncfs", "unlinkat",
    ])
    for (index, call) in calls.enumerated() where index % 4 == share {
      let site = try FaultyBuild()
      let before = try snapshot(site.output)
      let result = try site.build("signal=KILL", at: call)
      let what = Comment(rawValue: "killed at \(call.text)")
      #expect(result.code == -SIGKILL, what)
      if try snapshot(site.output) != before {
        #expect(try files(site.output) == FaultyBuild.new, what)
      }
      let again = try site.buildAgain()
      #expect(again.code == 0, "\(what): \(again.output)")
      #expect(try files(site.output) == FaultyBuild.new, what)
      #expect(try site.folder.names() == ["public"], what)
    }
  }

  @Test(
    "OW-01, OW-04: published file by file, a build that fails or is killed is undone or finished by the next",
    arguments: ["error=ENOSPC", "error=EIO", "signal=KILL"])
  func inPlace(_ fault: String) throws {
    let template = try FaultyBuild(["in-place"])
    let calls = try template.trace([
      "openat", "write", "mkdirat", "renameat", "fsync", "syncfs", "unlinkat", "getdents64",
    ])
    for (index, call) in calls.enumerated() where index % 2 == (fault == "error=EIO" ? 0 : 1) {
      let site = try FaultyBuild(["in-place"])
      let before = try snapshot(site.output)
      let result = try site.build(fault, at: call)
      let what = Comment(rawValue: "\(fault) at \(call.text): \(result.output)")
      if result.code > 0 && !site.folder.exists("public/.terreau-commit") {
        #expect(try snapshot(site.output) == before, what)
      }
      let again = try site.buildAgain()
      #expect(again.code == 0, "\(what): \(again.output)")
      #expect(try files(site.output) == FaultyBuild.new, what)
      #expect(try site.folder.names() == ["public"], what)
      #expect(try !site.folder.names("public").contains(".terreau-commit"), what)
    }
  }

  @Test(
    "A file system that knows no exchange, or moves no folders, gets its site all the same",
    arguments: [("EINVAL", "exchanged"), ("EXDEV", "inPlace"), ("EBUSY", "inPlace")])
  func noExchange(_ error: String, _ publication: String) throws {
    let site = try FaultyBuild()
    let exchange = FaultyBuild.Call(name: "renameat2", number: 1, text: "")
    let result = try site.build("error=" + error, at: exchange)
    #expect(result.code == 0 && result.output.hasPrefix(publication), "\(result.output)")
    #expect(try files(site.output) == FaultyBuild.new)
    #expect(try site.folder.names() == ["public"])
    #expect(
      try !site.folder.names("public").contains { $0.hasPrefix(".terreau-") && $0 != ".terreau-manifest" })
  }

  @Test("OW-04: killed between the two renames of such a file system, the old site is put back")
  func killedWithoutExchange() throws {
    let site = try FaultyBuild()
    let before = try snapshot(site.output)
    rename(site.output, site.folder / ".public.terreau-old")
    try site.folder.write(".public.terreau-staging/index.html", "new home")
    let result = try run(probe(), [site.output, "old"])
    #expect(result.code == 0 && result.output.hasPrefix("untouched"), "\(result.output)")
    #expect(try snapshot(site.output) == before)
    #expect(try site.folder.names() == ["public"])
  }

  @Test("A file system without second names gets copies", arguments: ["EPERM", "EMLINK"])
  func noLinks(_ error: String) throws {
    let site = try FaultyBuild()
    let notes = try site.folder.status("public/notes.txt")
    let result = try run(
      systemProgram("strace"),
      ["-f", "-qq", "-o", "/dev/null", "-e", "inject=linkat:error=" + error, try probe(), site.output, "new"])
    #expect(result.code == 0, "\(result.output)")
    #expect(try files(site.output) == FaultyBuild.new)
    #expect(try site.folder.names() == ["public"])
    // Its owner's file itself has replaced the copy.
    let found = try site.folder.status("public/notes.txt")
    #expect(found.st_ino == notes.st_ino && found.st_mtim.tv_nsec == notes.st_mtim.tv_nsec)
  }

  @Test("OW-06: data is on the disk before the exchange, the exchange before the end")
  func durable() throws {
    let calls = try FaultyBuild().trace(["write", "linkat", "syncfs", "renameat2", "fsync", "mkdirat"])
    let names = calls.map(\.name)
    let sync = try #require(names.firstIndex(of: "syncfs"))
    let exchange = try #require(names.firstIndex(of: "renameat2"))
    #expect(Set(names[..<sync]) == ["write", "linkat", "mkdirat"])
    #expect(Array(names[sync...]) == ["syncfs", "renameat2", "fsync"])
    #expect(exchange == sync + 1)
  }

  @Test("OW-23: out of memory, the old site or the new one is whole")
  func memoryLimit() throws {
    for mebibytes in [40, 80, 100, 150, 300] {
      let site = try FaultyBuild()
      let before = try snapshot(site.output)
      let result = try run(
        systemProgram("sh"),
        ["-c", "ulimit -v \(mebibytes * 1024); exec '\(try probe())' '\(site.output)' new"])
      if result.code == 0 {
        #expect(try files(site.output) == FaultyBuild.new)
      } else {
        #expect(try snapshot(site.output) == before)
      }
      #expect(try site.buildAgain().code == 0)
      #expect(try site.folder.names() == ["public"])
    }
  }
}
