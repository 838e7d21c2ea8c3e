import Foundation
import Glibc

/// What one run of a command took.
struct Measurement {
  /// Wall-clock time in seconds.
  var seconds: Double
  /// User and system time in seconds.
  var processorSeconds: Double
  /// Peak resident memory in bytes.
  var memory: Int

  /// Runs a command to its end; what it prints on standard output is dropped.
  static func run(_ command: [String]) throws -> Measurement {
    var arguments = command.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    var child = pid_t()
    let start = ContinuousClock.now
    let code = posix_spawnp(&child, command[0], &actions, nil, &arguments, environ)
    guard code == 0 else { throw Failure(command: command, status: code) }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(child, &status, 0, &usage) < 0, errno == EINTR {}
    let elapsed = ContinuousClock.now - start
    guard status == 0 else { throw Failure(command: command, status: status) }
    return Measurement(
      seconds: Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18,
      processorSeconds: seconds(usage.ru_utime) + seconds(usage.ru_stime), memory: usage.ru_maxrss * 1024)
  }

  private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }

  struct Failure: Error, CustomStringConvertible {
    var command: [String]
    var status: Int32
    var description: String { "\(command.joined(separator: " ")) ended with status \(status)" }
  }
}

extension [Measurement] {
  func median(_ value: (Measurement) -> Double) -> Double {
    let sorted = map(value).sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }
}
