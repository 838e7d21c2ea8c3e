import Synchronization

/// What a watcher has found and nobody has taken yet: one value, however long that lasts.
final class PendingChanges: Sendable {
  private struct State {
    var changes: Changes?
    var warning: PollingReason?
  }

  private let state = Mutex(State())
  private let signal: AsyncStream<Void>.Continuation
  /// Says that there may be something to take.
  let signals: AsyncStream<Void>

  init(warning: PollingReason?) {
    (signals, signal) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    state.withLock { $0.warning = warning }
  }

  func put(_ changes: Changes) {
    state.withLock { $0.changes = $0.changes?.followed(by: changes) ?? changes }
    signal.yield()
  }

  func take() -> Changes? {
    state.withLock { state in
      defer { state.changes = nil }
      return state.changes
    }
  }

  var warning: PollingReason? {
    get { state.withLock { $0.warning } }
    set { state.withLock { $0.warning = newValue } }
  }

  func finish() { signal.finish() }
}
