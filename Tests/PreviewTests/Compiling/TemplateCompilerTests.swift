import Content
import Foundation
import Testing

@testable import Preview

@Suite("Compiling templates")
struct TemplateCompilerTests {
  @Test("A success gives a copy of the program, which the next one replaces")
  func success() async throws {
    let site = try CompiledSite("mkdir -p .build/release; echo \"$@\" > .build/release/terreau")
    let compiler = site.compiler
    guard case .program(let first) = await compiler.compile() else {
      Issue.record("it compiles")
      return
    }
    #expect(
      try String(contentsOfFile: first, encoding: .utf8)
        == "build --configuration release --static-swift-stdlib -Xlinker -s --product terreau\n")
    try save(site.folder + "/.build/release/terreau", "built again")
    #expect(try String(contentsOfFile: first, encoding: .utf8) != "built again")
    guard case .program(let second) = await compiler.compile() else {
      Issue.record("it compiles again")
      return
    }
    #expect(first != second)
    #expect(access((first as NSString).deletingLastPathComponent, F_OK) != 0)
    #expect(access(second, F_OK) == 0)
  }

  @Test("Errors are told with their places, at a lower priority")
  func errors() async throws {
    let site = try CompiledSite("echo \"$PWD/templates/A.swift:1:2: error: $(nice)\"; echo noise >&2; exit 1")
    guard case .failed(let problems) = await site.compile() else {
      Issue.record("it fails")
      return
    }
    #expect(problems.map(\.place?.file) == ["templates/A.swift"])
    #expect(
      problems.first.flatMap { Int($0.message) }
        == min(19, Int(getpriority(.init(PRIO_PROCESS.rawValue), 0)) + 10))
  }

  @Test("A failure without a place is told with the last lines of both outputs")
  func placeless() async throws {
    let site = try CompiledSite("echo Fetching; echo 'error: no network' >&2; exit 1")
    #expect(
      await site.compile()
        == .failed([.init(severity: .error, message: "Fetching\nerror: no network")]))
  }

  @Test("A flood of output is read to its end")
  func flood() async throws {
    let site = try CompiledSite("yes | head -c 2000000; echo \"$PWD/A.swift:1:1: error: x\"; exit 1")
    guard case .failed(let problems) = await site.compile() else {
      Issue.record("it fails")
      return
    }
    #expect(problems.map(\.message) == ["x"])
  }

  @Test(
    "A compilation that is cancelled ends with every process it started",
    arguments: ["", "trap '' INT TERM;"])
  func cancelled(_ stubbornness: String) async throws {
    let site = try CompiledSite(
      "\(stubbornness) sleep 1000 & echo $! > child; echo $$ > leader; mv leader started; wait; sleep 1000")
    let compiler = site.compiler
    let task = Task { await compiler.compile() }
    try await site.waitUntil { access(site.folder + "/started", F_OK) == 0 }
    task.cancel()
    #expect(await task.value == .cancelled)
    for name in ["started", "child"] {
      let process = try site.number(in: name)
      try await site.waitUntil { CompiledSite.isGone(process) }
    }
  }

  @Test("A newer compilation takes the place of the one that runs")
  func superseded() async throws {
    let site = try CompiledSite(
      "[ -e started ] && exit 1; sleep 1000 & echo $! > child; echo $$ > leader; mv leader started; wait")
    let compiler = site.compiler
    let first = Task { await compiler.compile() }
    try await site.waitUntil { access(site.folder + "/started", F_OK) == 0 }
    let second = await compiler.compile()
    #expect(await first.value == .cancelled)
    #expect(second == .failed([.init(severity: .error, message: "")]))
    let child = try site.number(in: "child")
    try await site.waitUntil { CompiledSite.isGone(child) }
  }

  @Test("What is missing is named")
  func obstacles() async throws {
    let site = try CompiledSite("exit 1")
    #expect(site.compiler.isAvailable)
    let nowhere = TemplateCompiler(
      package: site.folder, product: "terreau", configuration: .release, searchPath: "/nonexistent")
    #expect(await nowhere.compile() == .unavailable(.noSwift))
    let other = TemplateCompiler(
      package: site.folder, product: "other", configuration: .release, searchPath: site.searchPath)
    #expect(await other.compile() == .unavailable(.noPackage))
    try FileManager.default.removeItem(atPath: site.folder + "/templates")
    #expect(await site.compile() == .unavailable(.noTemplates))
    try FileManager.default.removeItem(atPath: site.folder + "/Package.swift")
    #expect(await site.compile() == .unavailable(.noPackage))
    #expect(!site.compiler.isAvailable)
  }

  @Test("A build that leaves no program is no success")
  func noProgram() async throws {
    guard case .unavailable(.system(let reason)) = try await CompiledSite("exit 0").compile() else {
      Issue.record("there is nothing to copy")
      return
    }
    #expect(reason.contains(".build/release/terreau"))
  }

  @Test("The real compiler's errors are told as they stand in the file", .enabled(if: hasCompiler))
  func realErrors() async throws {
    let site = try CompiledSite("exec \(Self.realCompiler) \"$@\"")
    try save(
      site.folder + "/Package.swift",
      """
      // swift-tools-version: 6.0
      import PackageDescription

      let package = Package(
        name: "site", products: [.executable(name: "terreau", targets: ["terreau"])],
        targets: [.executableTarget(name: "terreau", path: "templates")])

      """)
    try save(site.folder + "/templates/main.swift", "let été = 1\nprint(été, missing)\n")
    guard case .failed(let problems) = await site.compile() else {
      Issue.record("it fails")
      return
    }
    let shown = problems.map { $0.previewed(in: .english) }
    #expect(shown.map(\.message) == ["This template does not compile: cannot find 'missing' in scope"])
    #expect(
      shown.first?.file == "templates/main.swift" && shown.first?.line == 2 && shown.first?.column == 12)
    #expect(shown.first?.excerpt == "print(été, missing)")
  }

  private static let realCompiler: String = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { "\($0)/swift" }.first { (path: String) in access(path, X_OK) == 0 } ?? ""
  }()
  private static var hasCompiler: Bool { !realCompiler.isEmpty }
}

/// A package whose `swift` is a script, in a folder that goes when the test does.
private final class CompiledSite: Sendable {
  let folder: String
  let searchPath: String

  init(_ script: String) throws {
    var template = Array("/tmp/terreau-compiling-XXXXXX".utf8CString)
    folder = try String(cString: #require(mkdtemp(&template)))
    searchPath = folder + "/bin:/usr/bin:/bin"
    try makeFolder(folder + "/templates")
    try save(folder + "/Package.swift", "products: [.executable(name: \"terreau\", targets: [])]\n")
    try save(folder + "/bin/swift", "#!/bin/sh\n\(script)\n")
    chmod(folder + "/bin/swift", 0o755)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  var compiler: TemplateCompiler {
    TemplateCompiler(package: folder, product: "terreau", configuration: .release, searchPath: searchPath)
  }

  func compile() async -> TemplateCompiler.Outcome { await compiler.compile() }

  func number(in name: String) throws -> pid_t {
    let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
    return try #require(pid_t(text.trimmingCharacters(in: .newlines)))
  }

  /// Whether a process has ended, if only its parent doesn't know yet.
  static func isGone(_ process: pid_t) -> Bool {
    guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8) else {
      return true
    }
    return status.contains("State:\tZ") || status.contains("State:\tX")
  }

  struct Timeout: Error {}

  func waitUntil(_ condition: () -> Bool) async throws {
    let deadline = ContinuousClock.now + .seconds(20)
    while !condition() {
      guard .now < deadline else { throw Timeout() }
      try await Task.sleep(for: .milliseconds(2))
    }
  }
}
