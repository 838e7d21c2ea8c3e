/// A client's connection, and the one to FlyingFox that answers it.
final class GateConnection {
  enum Phase {
    /// Between requests, or within a head.
    case head
    case answering(AnswerMeter)
    case live(ClientFrames)
    /// All is said: only what is still to be sent, then the end.
    case closing
    /// All is said and sent: what the client sends is thrown away, so that it gets to read the answer.
    case lingering
  }

  let number: UInt64
  let client: Int32
  /// The address of this machine by which the client came, where that decides what it may ask for.
  let ownAddress: String?
  var upstream: Int32 = -1
  var phase = Phase.head
  var head: HeadReader
  var toClient = Outbox()
  var toUpstream = Outbox()
  var closesAfterAnswer = false
  /// Whether a byte of the answer under way has come.
  var isAnswerBegun = false
  /// Until when FlyingFox is tried to be reached.
  var reachingEnd: Duration?
  /// When patience with the client, or with the answer, ends.
  var deadline: Duration
  /// What the poller was last told to watch: reading and writing, of the client and of FlyingFox.
  var watched: [Bool] = [true, false, false, false]

  init(number: UInt64, client: Int32, ownAddress: String?, limits: ServerLimits, now: Duration) {
    self.number = number
    self.client = client
    self.ownAddress = ownAddress
    head = HeadReader(limits: limits)
    deadline = now + limits.idleTime
  }

  /// What there is to wait for, as in ``watched``.
  var wanted: [Bool] {
    let readsUpstream = toClient.isEmpty && upstream >= 0
    return switch phase {
    case .head: [toClient.isEmpty, !toClient.isEmpty, false, false]
    case .answering: [false, !toClient.isEmpty, readsUpstream, !toUpstream.isEmpty]
    case .live: [toUpstream.isEmpty, !toClient.isEmpty, readsUpstream, !toUpstream.isEmpty]
    case .closing: [false, true, false, false]
    case .lingering: [true, false, false, false]
    }
  }
}
