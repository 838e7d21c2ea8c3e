import CLinux
import Glibc

/// What stands between clients and FlyingFox, which has neither limits nor patience of its own.
///
/// The gate accepts connections, reads each request's head within limits of size and time, refuses what isn't
/// well formed or comes from elsewhere, and passes the rest on over a socket that only this user can reach.
/// It copies answers back as fast as the client reads them. One thread serves all connections and never waits
/// for one.
final class Gate {
  struct Settings: Sendable {
    var listeners: [Int32]
    /// FlyingFox's socket.
    var upstreamPath: String
    var rule: HostRule
    /// Whether clients may come by any address of this machine, and ask for it by that.
    var takesAnyAddress: Bool
    var limits: ServerLimits
    var stop: WakeUp
  }

  let settings: Settings
  var poller: Poller
  var connections: [UInt64: GateConnection] = [:]
  /// Connections that couldn't reach FlyingFox yet.
  var unreached: Set<UInt64> = []
  var now = monotonicNow()
  let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
  private var lastNumber: UInt64 = 0
  private var nextSweep = Duration.zero
  private var acceptsAgainAt: Duration?

  /// Of the poller's numbers the lowest bit says which end of a connection is meant; these are no
  /// connection's.
  private static let stopNumber: UInt64 = 0
  private static let firstListener = UInt64.max - 64

  init(_ settings: Settings) throws(ServerError) {
    self.settings = settings
    poller = try Poller()
    guard poller.add(settings.stop.descriptor, number: Self.stopNumber, readable: true, writable: false)
    else { throw .systemRefused(reason: systemReason()) }
    for (index, listener) in settings.listeners.enumerated() {
      guard poller.add(listener, number: Self.firstListener + UInt64(index), readable: true, writable: false)
      else { throw .systemRefused(reason: systemReason()) }
    }
  }

  deinit {
    buffer.deallocate()
  }

  /// Serves until told to stop; then closes every connection and the listening sockets.
  func run() {
    serving: while true {
      let events = poller.wait(milliseconds: patience)
      now = monotonicNow()
      for event in events {
        if event.number == Self.stopNumber { break serving }
        if event.number >= Self.firstListener {
          accept(from: settings.listeners[Int(event.number - Self.firstListener)])
        } else if let connection = connections[event.number >> 1] {
          handle(event, of: connection)
        }
      }
      for number in unreached { connections[number].map(reachUpstream) }
      sweep()
    }
    for connection in connections.values { drop(connection) }
    for listener in settings.listeners { close(listener) }
    poller.close()
  }

  /// How long nothing has to be looked at, in milliseconds.
  private var patience: Int32 {
    if !unreached.isEmpty { return 2 }
    return connections.isEmpty && acceptsAgainAt == nil ? -1 : 100
  }

  /// Ends what took too long.
  private func sweep() {
    guard now >= nextSweep else { return }
    nextSweep = now + .milliseconds(100)
    if let again = acceptsAgainAt, now >= again {
      acceptsAgainAt = nil
      watchListeners(true)
    }
    for connection in connections.values where now >= connection.deadline { runOut(connection) }
  }

  private func accept(from listener: Int32) {
    for _ in 0..<64 {
      let client = accept4(listener, nil, nil, Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue))
      guard client >= 0 else {
        if [EMFILE, ENFILE, ENOBUFS, ENOMEM].contains(errno) {
          // No room for another: those that wait are taken when there is.
          watchListeners(false)
          acceptsAgainAt = now + .milliseconds(100)
        }
        return
      }
      guard connections.count < settings.limits.connections else {
        _ = Refusal.overloaded.bytes.withUnsafeBytes { transmit($0, to: client) }
        close(client)
        continue
      }
      var on: Int32 = 1
      setsockopt(client, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
      lastNumber += 1
      let connection = GateConnection(
        number: lastNumber, client: client,
        ownAddress: settings.takesAnyAddress ? SocketName.ownAddress(of: client) : nil,
        limits: settings.limits,
        now: now)
      guard poller.add(client, number: lastNumber << 1, readable: true, writable: false) else {
        close(client)
        continue
      }
      connections[lastNumber] = connection
    }
  }

  private func watchListeners(_ isWatched: Bool) {
    for (index, listener) in settings.listeners.enumerated() {
      poller.change(
        listener, number: Self.firstListener + UInt64(index), readable: isWatched, writable: false)
    }
  }

  func drop(_ connection: GateConnection) {
    guard connections.removeValue(forKey: connection.number) != nil else { return }
    unreached.remove(connection.number)
    closeUpstream(of: connection)
    close(connection.client)
  }

  func closeUpstream(of connection: GateConnection) {
    guard connection.upstream >= 0 else { return }
    close(connection.upstream)
    connection.upstream = -1
    connection.toUpstream = Outbox()
    connection.watched[2...] = [false, false]
  }
}
