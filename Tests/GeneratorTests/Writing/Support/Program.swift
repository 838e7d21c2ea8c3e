import Foundation
import Testing

/// A program's exit code (negative: the signal that ended it) and what it printed.
struct ProgramResult {
  let code: Int32
  let output: String
}

/// Runs a program to its end.
@discardableResult
func run(_ program: String, _ arguments: [String], input: String = "") throws -> ProgramResult {
  let running = try RunningProgram(program, arguments)
  return try running.finish(input)
}

/// A program that runs beside the test.
final class RunningProgram {
  let process = Process()
  private let input = Pipe()
  private let output = Pipe()

  init(_ program: String, _ arguments: [String]) throws {
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardInput = input
    process.standardOutput = output
    process.standardError = output
    try process.run()
  }

  /// What it has printed since the last call, waiting for something to be there.
  func read() -> String {
    String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
  }

  func finish(_ text: String = "") throws -> ProgramResult {
    if !text.isEmpty { try input.fileHandleForWriting.write(contentsOf: Data(text.utf8)) }
    try input.fileHandleForWriting.close()
    let printed = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let code = process.terminationStatus
    return ProgramResult(
      code: process.terminationReason == .exit ? code : -code,
      output: String(decoding: printed, as: UTF8.self))
  }
}

/// Where a program of the system is; its absence fails the test.
func systemProgram(_ name: String) throws -> String {
  let path = ["/usr/bin/", "/bin/", "/usr/sbin/", "/sbin/"].map { $0 + name }.first { access($0, X_OK) == 0 }
  return try #require(
    path, "This test needs the program \(name): install it (Debian: apt-get install \(name)).")
}

/// The probe stands beside the test program.
func probe() throws -> String {
  let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
  return (tests as NSString).deletingLastPathComponent + "/WriterProbe"
}
