import FlyingFox
import FlyingSocks
import Foundation
import Testing

@testable import Checking

@Suite("Asking by curl")
struct CurlTests {
  /// Runs some work beside a server on 127.0.0.1.
  private func serving(_ work: (String) async throws -> Void) async throws {
    let server = try HTTPServer(address: .inet(ip4: "127.0.0.1", port: 0), logger: .disabled)
    await server.appendRoute("GET,HEAD /bien") { _ in HTTPResponse(statusCode: .ok, body: Data("bien".utf8)) }
    await server.appendRoute("GET,HEAD /long") { _ in
      HTTPResponse(statusCode: .ok, body: Data(repeating: 65, count: 4_000_000))
    }
    await server.appendRoute("GET,HEAD /ailleurs") { _ in
      HTTPResponse(statusCode: .movedPermanently, headers: HTTPHeaders([.location: "/bien"]))
    }
    await server.appendRoute("GET,HEAD /plus-tard") { _ in
      HTTPResponse(statusCode: .serviceUnavailable, headers: HTTPHeaders([HTTPHeader("Retry-After"): "7"]))
    }
    await server.appendRoute("GET,HEAD /lent") { _ in
      try? await Task.sleep(for: .seconds(3))
      return HTTPResponse(statusCode: .ok)
    }
    await server.appendRoute("GET,HEAD /qui") { request in
      HTTPResponse(statusCode: request.headers[.cookie] == nil ? .ok : .badRequest)
    }
    let task = Task { try await server.run() }
    defer { task.cancel() }
    try await server.waitUntilListening()
    guard case .ip4(_, let port)? = await server.listeningAddress else {
      Issue.record("no port")
      return
    }
    try await work("http://127.0.0.1:\(port)")
  }

  @Test("It tells the status, where a redirect leads, and how long to wait")
  func answers() async throws {
    try await serving { base async throws in
      let client = CurlClient(timeout: 1)
      for method in [LinkMethod.head, .get] {
        #expect(try await client.ask(base + "/bien", method) == .answer(status: 200))
        #expect(try await client.ask(base + "/rien", method) == .answer(status: 404))
        #expect(
          try await client.ask(base + "/ailleurs", method) == .answer(status: 301, location: base + "/bien"))
        #expect(try await client.ask(base + "/plus-tard", method) == .answer(status: 503, retryAfter: 7))
      }
      #expect(try await client.ask(base + "/long", .get) == .answer(status: 200), "however long the page is")
      #expect(try await client.ask(base + "/lent", .head) == .timeout)
      let closed = try await client.ask("http://127.0.0.1:1/", .head)
      guard case .failure(let words) = closed else {
        Issue.record("\(closed)")
        return
      }
      #expect(words.contains("127.0.0.1"))
    }
  }

  @Test(
    "No address commands curl, or a shell",
    arguments: [
      "/bien\"\noutput = \"FILE\"", "/bien\\\" -o FILE", "/bien;touch FILE", "/bien`touch FILE`",
      "/bien$(touch FILE)", "/[1-3]{a,b}", "/bien\r\nCookie: a=b",
    ])
  func hostile(_ path: String) async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "terreau-curl-\(UUID().uuidString)")
      .path
    try await serving { base async throws in
      _ = try await CurlClient(timeout: 2).ask(base + path.replacing("FILE", with: file), .get)
    }
    #expect(!FileManager.default.fileExists(atPath: file))
  }

  @Test("Other protocols are refused")
  func protocols() async throws {
    for url in ["file:///etc/hostname", "ftp://127.0.0.1/", "gopher://127.0.0.1/", "--version"] {
      let response = try await CurlClient(timeout: 2).ask(url, .get)
      guard case .answer = response else { continue }
      Issue.record("\(url): \(response)")
    }
  }

  @Test("A visit follows redirects over the network")
  func visit() async throws {
    try await serving { base async throws in
      let visit = LinkVisit(
        client: CurlClient(timeout: 2), patience: LinkVisit.Patience(interval: .zero, backoff: .zero),
        turns: HostTurns(interval: .zero))
      #expect(try await visit.answer(of: base + "/ailleurs") == .moved(to: base + "/bien"))
      #expect(try await visit.answer(of: base + "/rien") == .gone(status: 404))
    }
  }
}
