import Foundation
import Glibc
import Testing

@testable import Preview

/// One at a time: they count descriptors and measure times.
@Suite("How many and how slow clients a preview bears", .serialized)
struct PatienceTests {
  @Test("A head that dribbles in is given up, and 500 of them hold nobody up")
  func slowHeads() async throws {
    var limits = ServerLimits()
    limits.headTime = .seconds(1)
    try await withServer(limits: limits) { _, port in
      let result = await waiting { () -> (slowest: Duration, statuses: Set<Int?>) in
        var slow: [Int32] = []
        for _ in 0..<500 {
          let client = RawClient(port: port)
          client.send("GET / HTTP/1.1\r\nX-")
          slow.append(client.keep())
        }
        var slowest = Duration.zero
        for _ in 0..<20 {
          let start = monotonicNow()
          let client = RawClient(port: port)
          client.send("GET /digits.txt HTTP/1.1\r\nHost: localhost\r\n\r\n")
          guard client.receiveAnswer()?.text == FakeSite.digits else { return (.seconds(99), []) }
          slowest = max(slowest, monotonicNow() - start)
        }
        var statuses: Set<Int?> = []
        for descriptor in slow {
          var bytes = [UInt8](repeating: 0, count: 4096)
          let count = read(descriptor, &bytes, bytes.count)
          statuses.insert(RawAnswer(Array(bytes[..<max(0, count)]))?.status)
          close(descriptor)
        }
        return (slowest, statuses)
      }
      #expect(result.slowest < .milliseconds(100))
      #expect(result.statuses == [408])
    }
  }

  @Test("A client that doesn't read its answer is given up; others are served meanwhile")
  func stalled() async throws {
    var limits = ServerLimits()
    limits.stalledTime = .seconds(1)
    try await withServer(limits: limits) { _, port in
      let received = await waiting {
        let stalled = RawClient(port: port, receiveBuffer: 4096)
        stalled.send("GET /big.bin HTTP/1.1\r\nHost: localhost\r\n\r\n")
        let client = RawClient(port: port)
        for _ in 0..<15 {
          usleep(100_000)
          client.send("GET /digits.txt HTTP/1.1\r\nHost: localhost\r\n\r\n")
          if client.receiveAnswer()?.text != FakeSite.digits { return -1 }
        }
        return stalled.receiveAll().count
      }
      #expect(received > 0 && received < 24 << 20)
    }
  }

  @Test("A slow reader gets the whole of a large answer")
  func large() async throws {
    try await withServer { _, port in
      let answer = await get(port, "/big.bin")
      #expect(answer?.body.count == 24 << 20)
      #expect(answer?.body == [UInt8](repeating: 7, count: 24 << 20))
    }
  }

  #if DEBUG
    /// Code that isn't optimised takes its time.
    private static let quick = Duration.milliseconds(1_000)
  #else
    private static let quick = Duration.milliseconds(100)
  #endif

  @Test("200 clients that ask all the time are answered in less than 100 ms, 99 times of 100")
  func manyClients() async throws {
    try await withServer { _, port in
      let times = await waiting { Crowd(clients: 200, port: port).ask(times: 10) }
      try #require(times.count == 2_000)
      #expect(times.sorted()[times.count * 99 / 100] < Self.quick)
    }
  }

  @Test("1,000 clients at once are served, and leave nothing behind")
  func descriptors() async throws {
    try await withServer { _, port in
      _ = await get(port, "/digits.txt")
      let before = openDescriptors()
      let answers = await waiting { Crowd(clients: 1_000, port: port).ask(times: 2).count }
      #expect(answers == 2_000)
      for _ in 0..<40 where openDescriptors() > before { try await Task.sleep(for: .milliseconds(50)) }
      #expect(openDescriptors() <= before)
    }
  }

  @Test("More clients than there is room for are told so")
  func full() async throws {
    var limits = ServerLimits()
    limits.connections = 16
    try await withServer(limits: limits) { _, port in
      let status = await waiting { () -> Int? in
        let crowd = Crowd(clients: 16, port: port)
        _ = crowd.ask(times: 1)
        let late = RawClient(port: port)
        return RawAnswer(late.receiveAll())?.status
      }
      #expect(status == 503)
    }
  }
}

/// Clients that keep their connections and ask together.
final class Crowd {
  private var descriptors: [Int32] = []

  init(clients: Int, port: Int) {
    for _ in 0..<clients { descriptors.append(RawClient(port: port).keep()) }
  }

  deinit {
    for descriptor in descriptors { close(descriptor) }
  }

  /// How long each answer took, of those that came.
  func ask(times: Int) -> [Duration] {
    let request = Array("GET /digits.txt HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8)
    var polled = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    var starts = descriptors.map { _ in Duration.zero }
    var left = descriptors.map { _ in times }
    var durations: [Duration] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    for index in descriptors.indices {
      starts[index] = monotonicNow()
      _ = write(descriptors[index], request, request.count)
    }
    while left.contains(where: { $0 > 0 }), poll(&polled, UInt(polled.count), 5_000) > 0 {
      for index in polled.indices where polled[index].revents != 0 {
        let count = read(polled[index].fd, &buffer, buffer.count)
        guard count > 0 else { return durations }
        // The head may come by itself.
        guard buffer[..<count].suffix(FakeSite.digits.utf8.count).elementsEqual(FakeSite.digits.utf8) else {
          continue
        }
        durations.append(monotonicNow() - starts[index])
        left[index] -= 1
        guard left[index] > 0 else {
          polled[index].fd = -1
          continue
        }
        starts[index] = monotonicNow()
        _ = write(descriptors[index], request, request.count)
      }
    }
    return durations
  }
}
