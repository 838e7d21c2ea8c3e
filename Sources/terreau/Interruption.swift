import Glibc
import Synchronization

/// SIGINT and SIGTERM, turned into a request that the build ends cleanly.
struct Interruption: Sendable {
  private static let signal = Atomic<Int32>(0)

  /// Starts to listen. A second signal ends the process at once, and so does a build that can't end in a second.
  static func watch() -> Interruption {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { number in
      let first = Interruption.signal.compareExchange(expected: 0, desired: number, ordering: .relaxed).exchanged
      guard first else { _exit(128 + number) }
      alarm(1)
    }
    sigaction(SIGINT, &action, nil)
    sigaction(SIGTERM, &action, nil)
    var timeout = sigaction()
    timeout.__sigaction_handler.sa_handler = { _ in _exit(128 + Interruption.signal.load(ordering: .relaxed)) }
    sigaction(SIGALRM, &timeout, nil)
    return Interruption()
  }

  var isRequested: @Sendable () -> Bool {
    { Interruption.signal.load(ordering: .relaxed) != 0 }
  }

  /// 130 for SIGINT, 143 for SIGTERM.
  var exitStatus: Int32 {
    128 + Interruption.signal.load(ordering: .relaxed)
  }
}
