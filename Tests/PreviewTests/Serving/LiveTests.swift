import Foundation
import Glibc
import Testing

@testable import Preview

@Suite("The live channel of a preview", .serialized)
struct LiveTests {
  static func handshake(_ port: Int) -> String {
    [
      "GET /_terreau/live HTTP/1.1", "Host: localhost:\(port)", "Origin: http://localhost:\(port)",
      "Upgrade: websocket", "Connection: keep-alive, Upgrade", "Sec-WebSocket-Version: 13",
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "", "",
    ].joined(separator: "\r\n")
  }

  /// What a page was told, without the frame's head.
  static func message(_ bytes: [UInt8]) -> [String: Any]? {
    guard let start = bytes.firstIndex(of: UInt8(ascii: "{")) else { return nil }
    return try? JSONSerialization.jsonObject(with: Data(bytes[start...])) as? [String: Any]
  }

  @Test("Twenty pages are told at once, and one that comes later gets the latest")
  func twentyPages() async throws {
    try await withServer { server, port in
      let pages = await waiting { (0..<20).map { _ in LivePage(port) } }
      #expect(pages.allSatisfy { $0.isOpen })
      while await server.listeningPages < 20 { try await Task.sleep(for: .milliseconds(5)) }
      let problem = PreviewProblem(severity: "error", code: "x", message: "é\"<")
      await server.tell(PreviewNews(number: 3, languageCode: "fr", change: .pages, problems: [problem]))
      let sites = await waiting { pages.map { Self.message($0.receive())?["site"] as? Int } }
      #expect(sites == Array(repeating: 3, count: 20))

      await server.tell(
        PreviewNews(number: 4, languageCode: "fr", change: .styleSheets(["/a b.css": "/c.css"]), problems: [])
      )
      let late = await waiting { LivePage(port) }
      let message = try #require(
        await waiting { Self.summary(late.greeting.isEmpty ? late.receive() : late.greeting) })
      #expect(message == "site 4 after 3, /a%20b.css: /c.css")
    }
  }

  static func summary(_ bytes: [UInt8]) -> String? {
    guard let message = message(bytes), let site = message["site"], let former = message["formerSite"],
      let sheet = (message["styleSheets"] as? [String: String])?.first
    else { return nil }
    return "site \(site) after \(former), \(sheet.key): \(sheet.value)"
  }

  @Test("Pages that close or break off are forgotten, and their descriptors with them")
  func leaving() async throws {
    try await withServer { server, port in
      _ = await get(port, "/digits.txt")
      let before = openDescriptors()
      do {
        let pages = await waiting { (0..<10).map { _ in LivePage(port) } }
        while await server.listeningPages < 10 { try await Task.sleep(for: .milliseconds(5)) }
        // A masked close frame without reason.
        #expect(await waiting { pages.prefix(5).allSatisfy { $0.send([0x88, 0x80, 1, 2, 3, 4]) } })
      }
      for _ in 0..<100 where await server.listeningPages > 0 { try await Task.sleep(for: .milliseconds(20)) }
      #expect(await server.listeningPages == 0)
      for _ in 0..<40 where openDescriptors() > before { try await Task.sleep(for: .milliseconds(50)) }
      #expect(openDescriptors() <= before)
    }
  }

  @Test("A page gives a sign of life, and is given one")
  func signs() async throws {
    var limits = ServerLimits()
    limits.pingTime = .milliseconds(50)
    try await withServer(limits: limits) { server, port in
      let page = await waiting { LivePage(port) }
      #expect(await waiting { page.receive() } == [0x89, 0])
      #expect(await waiting { page.send([0x8A, 0x80, 0, 0, 0, 0]) })
      #expect(await waiting { page.receive() } == [0x89, 0])
    }
  }

  @Test(
    "A page has nothing long to say, and says nothing unmasked or in pieces",
    arguments: [
      [0x82, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], [0x82, 0xFE, 0x10, 0x00], [0x8A, 0x00],
      [0x02, 0x80, 0, 0, 0, 0], [0xCA, 0x80, 0, 0, 0, 0], [0x83, 0x80, 0, 0, 0, 0],
    ] as [[UInt8]])
  func hostile(_ frame: [UInt8]) async throws {
    try await withServer { server, port in
      let page = await waiting { LivePage(port) }
      #expect(page.isOpen)
      #expect(await waiting { page.send(frame) && page.receive().isEmpty })
      for _ in 0..<100 where await server.listeningPages > 0 { try await Task.sleep(for: .milliseconds(10)) }
      #expect(await server.listeningPages == 0)
    }
  }

  @Test("A page that doesn't read what it is told is given up")
  func stalled() async throws {
    var limits = ServerLimits()
    limits.stalledTime = .milliseconds(300)
    try await withServer(limits: limits) { server, port in
      let page = await waiting { LivePage(port) }
      #expect(page.isOpen)
      let long = PreviewProblem(severity: "error", code: "x", message: String(repeating: "x", count: 4 << 20))
      for number in 0..<400 where await server.listeningPages > 0 {
        await server.tell(PreviewNews(number: number, languageCode: "fr", change: .nothing, problems: [long]))
        try await Task.sleep(for: .milliseconds(20))
      }
      #expect(await server.listeningPages == 0)
    }
  }
}

/// An open page's end of the channel.
final class LivePage: Sendable {
  private let descriptor: Int32
  let isOpen: Bool
  /// What the page was told along with the handshake's answer.
  let greeting: [UInt8]

  init(_ port: Int) {
    let client = RawClient(port: port)
    client.send(LiveTests.handshake(port))
    let answer = RawAnswer(client.receive())
    isOpen = answer?.status == 101 && answer?.fields["sec-websocket-accept"] == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="
    greeting = answer?.body ?? []
    descriptor = client.keep()
  }

  deinit { close(descriptor) }

  func send(_ bytes: [UInt8]) -> Bool { write(descriptor, bytes, bytes.count) == bytes.count }

  func receive() -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
      count = max(0, read(descriptor, buffer.baseAddress, buffer.count))
    }
  }
}
