import CLinux
import Foundation
import Glibc

/// Starts and buries the processes that build for a preview.
enum WorkerProcess {
  /// Starts a program as a worker.
  ///
  /// - Throws: the number of the system's error (errno(3)).
  static func start(_ program: String, _ setup: WorkerSetup) throws(Failure) -> pid_t {
    guard let json = try? JSONEncoder().encode(setup) else { throw Failure(errno: EINVAL) }
    let texts = [program, PreviewWorker.argument, String(decoding: json, as: UTF8.self)]
    let arguments: [UnsafeMutablePointer<CChar>?] = texts.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, program, nil, nil, arguments, environ)
    guard code == 0 else { throw Failure(errno: code) }
    return process
  }

  struct Failure: Error {
    let errno: Int32
  }

  /// Makes processes whose parent left the children of this one, so that they can be buried.
  static func adoptOrphans() { _ = terreau_adopt_orphans() }

  /// Ends a process that isn't wanted any more, and waits for it.
  static func end(_ process: pid_t) {
    kill(process, SIGKILL)
    waitpid(process, nil, 0)
  }

  /// Waits for a process that is about to end by itself, and ends it if it doesn't.
  static func bury(_ process: pid_t) {
    Thread.detachNewThread {
      for _ in 0..<300 {
        let found = waitpid(process, nil, WNOHANG)
        if found == process || found < 0 && errno == ECHILD && kill(process, 0) != 0 { return }
        usleep(100_000)
      }
      end(process)
    }
  }
}
