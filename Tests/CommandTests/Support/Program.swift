import Foundation
import Testing

/// A program built beside the tests.
struct Program: Sendable {
  let name: String

  static let terreau = Program(name: "terreau")
  static let themeProbe = Program(name: "ThemeProbe")

  struct Result {
    /// The exit status; for a signal, its negative number.
    var status: Int32
    var output: String
    var errors: String
    var duration: Duration
  }

  func path() throws -> String {
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return (tests as NSString).deletingLastPathComponent + "/" + name
  }

  /// Runs the program to its end, in a plain environment.
  func run(
    _ arguments: [String], environment: [String: String] = [:], in directory: String = "/tmp",
    input: [UInt8] = []
  ) throws -> Result {
    try Running([path()] + arguments, environment, directory, input: input).finish()
  }

  /// Starts the program.
  func start(_ arguments: [String]) throws -> Running { try Running([path()] + arguments, [:], "/tmp") }

  /// Runs a system's program, which runs this one.
  func run(
    under command: [String], _ arguments: [String], environment: [String: String] = [:]
  ) throws -> Result {
    try Running(command + [path()] + arguments, environment, "/tmp").finish()
  }

  /// A program that runs.
  final class Running {
    private let process = Process()
    private let folder: String
    private let begin = ContinuousClock.now

    init(
      _ command: [String], _ environment: [String: String], _ directory: String, input: [UInt8] = []
    ) throws {
      // Files, not pipes: nobody has to empty them.
      var template = Array("/tmp/terreau-output-XXXXXX".utf8CString)
      folder = try String(cString: #require(mkdtemp(&template)))
      process.executableURL = URL(fileURLWithPath: command[0])
      process.arguments = Array(command.dropFirst())
      process.environment = ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent"].merging(environment) { $1 }
      process.currentDirectoryURL = URL(fileURLWithPath: directory)
      try Data(input).write(to: URL(fileURLWithPath: folder + "/in"))
      process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: folder + "/in"))
      process.standardOutput = try Running.file(folder + "/out")
      process.standardError = try Running.file(folder + "/err")
      try process.run()
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    private static func file(_ path: String) throws -> FileHandle {
      try Data().write(to: URL(fileURLWithPath: path))
      return try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    }

    var isRunning: Bool { process.isRunning }

    /// The most memory it has held so far, in bytes; 0 where that can't be read any more.
    var peakMemory: Int { (status("VmHWM:").flatMap { Int($0) } ?? 0) * 1024 }

    /// Whether it has asked to handle a signal.
    func handles(_ signal: Int32) -> Bool {
      let mask = status("SigCgt:").flatMap { UInt64($0, radix: 16) } ?? 0
      return mask >> UInt64(signal - 1) & 1 == 1
    }

    private func status(_ name: String) -> String? {
      let text = try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
      let line = text?.split(separator: "\n").first { $0.hasPrefix(name) }
      return (line?.split { $0 == " " || $0 == "\t" }.dropFirst().first).map(String.init)
    }

    func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

    func finish() throws -> Result {
      process.waitUntilExit()
      let duration = ContinuousClock.now - begin
      func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)), as: UTF8.self)
      }
      let status = process.terminationStatus
      return Result(
        status: process.terminationReason == .exit ? status : -status, output: try text("out"),
        errors: try text("err"), duration: duration)
    }
  }
}

/// What `--format json` says, read by somebody else's reader.
struct Report: Decodable {
  struct Diagnostic: Decodable {
    var severity: String
    var code: String
    var message: String
    var advice: String?
    var file: String?
    var line: Int?
    var column: Int?

    /// `notes/a.md:3:7 error unknown-key`
    var finding: String {
      let place = file.map { "\($0):\(line ?? 0):\(column ?? 0) " } ?? ""
      return "\(place.hasPrefix("content/") ? String(place.dropFirst(8)) : place)\(severity) \(code)"
    }
  }

  struct Summary: Decodable {
    var pages: Int
    var files: Int
    var written: Int
    var unchanged: Int
    var removed: Int
  }

  var ok: Bool
  var diagnostics: [Diagnostic]
  var summary: Summary?

  var findings: [String] { diagnostics.map(\.finding) }
  var messages: String { diagnostics.map { "\($0.message) \($0.advice ?? "")" }.joined(separator: "\n") }
}

extension Program.Result {
  func report() throws -> Report { try JSONDecoder().decode(Report.self, from: Data(output.utf8)) }
}
