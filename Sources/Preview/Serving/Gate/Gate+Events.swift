import Glibc

extension Gate {
  func handle(_ event: Poller.Event, of connection: GateConnection) {
    if event.number & 1 == 0 {
      // Both directions are over: nobody is there to read an answer.
      if event.isBroken { return drop(connection) }
      if event.isWritable { flushToClient(connection) }
      if event.isReadable { readClient(connection) }
    } else {
      if event.isWritable { flushToUpstream(connection) }
      if event.isReadable || event.isBroken { readUpstream(connection) }
    }
    rewatch(connection)
  }

  /// Tells the poller what the connection now waits for.
  func rewatch(_ connection: GateConnection) {
    guard connections[connection.number] != nil else { return }
    let wanted = connection.wanted
    let watched = connection.watched
    guard wanted != watched else { return }
    let number = connection.number << 1
    if wanted[..<2] != watched[..<2] {
      poller.change(connection.client, number: number, readable: wanted[0], writable: wanted[1])
    }
    if wanted[2...] != watched[2...], connection.upstream >= 0 {
      poller.change(connection.upstream, number: number | 1, readable: wanted[2], writable: wanted[3])
    }
    connection.watched = wanted
  }

  private func readClient(_ connection: GateConnection) {
    guard connections[connection.number] != nil else { return }
    switch receive(connection.client, into: buffer) {
    case .wouldWait: return
    case .ended: drop(connection)
    case .moved(let count):
      let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<count])
      switch connection.phase {
      case .head:
        if connection.head.isEmpty { connection.deadline = now + settings.limits.headTime }
        connection.head.append(bytes)
        readHead(connection)
      case .live(var frames):
        guard frames.accept(bytes, now: now) else { return drop(connection) }
        connection.phase = .live(frames)
        connection.toUpstream.append(bytes)
        flushToUpstream(connection)
      case .answering, .closing, .lingering: return
      }
    }
  }

  /// Passes the next request on, if it is all there.
  func readHead(_ connection: GateConnection) {
    do throws(Refusal) {
      guard let bytes = try connection.head.next() else { return }
      let head = try RequestHead(bytes, limits: settings.limits)
      try head.check(settings.rule, ownAddress: connection.ownAddress)
      connection.closesAfterAnswer = head.wantsClose
      connection.isAnswerBegun = false
      connection.phase = .answering(AnswerMeter(isHead: head.isHead))
      connection.toUpstream.append(head.forwarded)
      connection.deadline = now + settings.limits.answerTime
      reachUpstream(connection)
    } catch {
      refuse(connection, error)
    }
  }

  /// Connects to FlyingFox, if that isn't done, and sends what waits to be sent.
  func reachUpstream(_ connection: GateConnection) {
    defer { rewatch(connection) }
    unreached.remove(connection.number)
    if connection.upstream < 0 {
      switch SocketName.connect(toPath: settings.upstreamPath) {
      case .success(let upstream):
        guard poller.add(upstream, number: connection.number << 1 | 1, readable: false, writable: false)
        else {
          close(upstream)
          return refuse(connection, .overloaded)
        }
        connection.upstream = upstream
        connection.reachingEnd = nil
      case .failure:
        // It is busy taking others, or about to start.
        let end = connection.reachingEnd ?? now + .seconds(5)
        connection.reachingEnd = end
        guard now < end else { return refuse(connection, .overloaded) }
        unreached.insert(connection.number)
        return
      }
    }
    flushToUpstream(connection)
  }

  func flushToUpstream(_ connection: GateConnection) {
    guard connection.upstream >= 0 else { return }
    if case .ended = connection.toUpstream.flush(to: connection.upstream) { upstreamEnded(connection) }
  }

  private func readUpstream(_ connection: GateConnection) {
    guard connections[connection.number] != nil, connection.upstream >= 0 else { return }
    switch receive(connection.upstream, into: buffer) {
    case .wouldWait: return
    case .ended: upstreamEnded(connection)
    case .moved(let count): pass(UnsafeRawBufferPointer(rebasing: buffer[..<count]), to: connection)
    }
  }

  private func pass(_ bytes: UnsafeRawBufferPointer, to connection: GateConnection) {
    connection.toClient.append(bytes)
    connection.deadline = now + settings.limits.stalledTime
    if case .answering(var meter) = connection.phase {
      connection.isAnswerBegun = true
      let progress = meter.pass(bytes)
      connection.phase =
        switch progress {
        case .more: .answering(meter)
        case .upgraded: .live(ClientFrames())
        case .complete: connection.closesAfterAnswer ? .closing : .head
        }
    }
    flushToClient(connection)
  }

  private func upstreamEnded(_ connection: GateConnection) {
    closeUpstream(of: connection)
    switch connection.phase {
    // FlyingFox may close between requests: the next one opens a connection of its own.
    case .head, .closing, .lingering: return
    case .answering where !connection.isAnswerBegun: refuse(connection, .unanswered)
    // An answer that stops short has to look like one.
    case .answering: drop(connection)
    case .live: connection.phase = .closing
    }
  }
}
