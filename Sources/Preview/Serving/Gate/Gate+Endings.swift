import Glibc

extension Gate {
  /// Sends what waits to be sent, and goes on with what comes after it.
  func flushToClient(_ connection: GateConnection) {
    guard connections[connection.number] != nil else { return }
    switch connection.toClient.flush(to: connection.client) {
    case .ended: return drop(connection)
    case .moved: connection.deadline = now + settings.limits.stalledTime
    case .wouldWait: break
    }
    guard connection.toClient.isEmpty else { return }
    switch connection.phase {
    case .head:
      connection.deadline =
        now + (connection.head.isEmpty ? settings.limits.idleTime : settings.limits.headTime)
      // What came along with the request before: a client may not wait for answers.
      readHead(connection)
    case .answering: connection.deadline = now + settings.limits.answerTime
    // A page that listens is never late.
    case .live: connection.deadline = .seconds(Int64.max / 4)
    case .closing: linger(connection)
    case .lingering: return
    }
  }

  func refuse(_ connection: GateConnection, _ refusal: Refusal) {
    unreached.remove(connection.number)
    closeUpstream(of: connection)
    connection.toClient.append(refusal.bytes)
    connection.phase = .closing
    connection.deadline = now + settings.limits.stalledTime
    flushToClient(connection)
  }

  /// Closing a socket with unread bytes would throw away the answer on its way.
  private func linger(_ connection: GateConnection) {
    closeUpstream(of: connection)
    shutdown(connection.client, Int32(SHUT_WR))
    connection.phase = .lingering
    connection.deadline = now + settings.limits.lingeringTime
  }

  /// What becomes of a connection whose time is over.
  func runOut(_ connection: GateConnection) {
    switch connection.phase {
    case .head where connection.toClient.isEmpty && !connection.head.isEmpty: refuse(connection, .headTooSlow)
    case .answering where !connection.isAnswerBegun: refuse(connection, .tooSlowToAnswer)
    default: drop(connection)
    }
    rewatch(connection)
  }
}
