import Glibc

/// What a watcher's thread does: waits for changes, gathers them, hands them over.
struct WatchLoop {
  private let folders: [String]
  private let pollingInterval: Duration
  private var source: any ChangeSource
  private var batch: ChangeBatch
  private let outbox: PendingChanges
  /// At its end as soon as nobody wants to know any more.
  private let lifeline: Descriptor

  init(
    folders: [String], quiet: Duration, pollingInterval: Duration, source: any ChangeSource, outbox: PendingChanges,
    lifeline: Descriptor
  ) {
    self.folders = folders
    self.pollingInterval = pollingInterval
    self.source = source
    self.outbox = outbox
    self.lifeline = lifeline
    batch = ChangeBatch(quiet: quiet)
  }

  /// Returns when nobody wants to know any more.
  mutating func run() {
    while wait(until: min(batch.due ?? source.nextLook, source.nextLook)) {
      do throws(PollingReason) {
        try source.look(into: &batch)
      } catch {
        source = PollingSource(folders: folders, every: pollingInterval)
        outbox.warning = error
        batch.addEverything(at: .now)
      }
      if let changes = batch.take(at: .now) { outbox.put(changes) }
    }
    outbox.finish()
  }

  /// Whether to go on.
  private func wait(until deadline: ContinuousClock.Instant) -> Bool {
    var watched = [pollfd(fd: lifeline.number, events: Int16(POLLIN), revents: 0)]
    if let descriptor = source.descriptor {
      watched.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0))
    }
    let rest = max(.zero, deadline - .now) / Duration.milliseconds(1)
    // Whole milliseconds: rounded up, or the last one would be spent asking again and again.
    poll(&watched, nfds_t(watched.count), Int32(min(rest, 60_000).rounded(.up)))
    return watched[0].revents == 0
  }
}
