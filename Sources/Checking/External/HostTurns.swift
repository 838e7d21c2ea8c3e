/// Lets one request at once to each host, and leaves some time between two.
actor HostTurns {
  private let interval: Duration
  private var busy: Set<String> = []
  private var waiting: [String: [CheckedContinuation<Void, Never>]] = [:]
  private var last: [String: ContinuousClock.Instant] = [:]

  init(interval: Duration) { self.interval = interval }

  /// Waits for the host's turn; `end` must follow.
  func begin(_ host: String) async {
    if !busy.insert(host).inserted {
      await withCheckedContinuation { waiting[host, default: []].append($0) }
    }
    if let last = last[host] { try? await Task.sleep(until: last + interval, clock: .continuous) }
  }

  func end(_ host: String) {
    last[host] = .now
    if waiting[host]?.isEmpty == false {
      // The turn is handed over: the host stays busy.
      waiting[host]?.removeFirst().resume()
    } else {
      busy.remove(host)
    }
  }
}
