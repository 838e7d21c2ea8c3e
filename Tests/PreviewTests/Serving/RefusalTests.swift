import Foundation
import Testing

@testable import Preview

@Suite("What a preview refuses")
struct RefusalTests {
  @Test("Addresses that lead out of the site are refused, and the server goes on")
  func paths() async throws {
    try await withServer { _, port in
      for target in [
        "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc/passwd", "/%2E./a", "/..%5c..",
        "//etc/passwd", "/./../", "/a/%00", "/a%0d%0ab", "/%", "/%4", "/%zz", "/%ff", "/a\\b", "etc/passwd",
        "http://evil.example/", "*",
      ] {
        #expect(await get(port, target)?.status == 400, "\(target)")
      }
      #expect(await get(port, "/%252e%252e/etc/passwd")?.status == 404)
      #expect(await get(port, "/")?.status == 200)
    }
  }

  @Test("Only names of this machine and those allowed may be asked for")
  func hosts() async throws {
    let options = ServerOptions(port: 0, allowedHosts: ["Preview.Example"])
    try await withServer(options: options) { _, port in
      for host in [
        "localhost", "LOCALHOST:1", "127.0.0.1:\(port)", "[::1]:80", "a.localhost", "preview.example:443",
      ] { #expect(await get(port, "/", host: host)?.status == 200, "\(host)") }
      for host in [
        "evil.example", "localhost.evil.example", "xlocalhost", ".localhost", "127.0.0.2", "[::2]",
        "localhost:x",
        "203.0.113.5", "", "evil.example:80@localhost",
      ] { #expect(await get(port, "/", host: host)?.status == 403, "\(host)") }
      #expect(await get(port, "/", host: nil)?.status == 400)
      #expect(await get(port, "/", ["Host: evil.example"])?.status == 400)
    }
  }

  @Test("Pages of other sites are refused, and nothing ever allows them to read")
  func origins() async throws {
    try await withServer { _, port in
      for origin in ["http://evil", "null", "http://203.0.113.5:80", "file://", "", "http://localhost.evil"] {
        for path in ["/", "/_terreau/live"] {
          let answer = await get(port, path, ["Origin: \(origin)"])
          #expect(answer?.status == 403, "\(origin)")
          #expect(answer?.fields["access-control-allow-origin"] == nil)
        }
      }
      let answer = await get(port, "/", ["Origin: http://localhost:\(port)"])
      #expect(answer?.status == 200)
      #expect(answer?.fields["access-control-allow-origin"] == nil)
      #expect(await get(port, "/_terreau/live")?.status == 403)
    }
  }

  @Test(
    "Methods that change things aren't allowed", arguments: ["POST", "PUT", "DELETE", "TRACE", "OPTIONS"])
  func methods(_ method: String) async throws {
    try await withServer { _, port in
      let answer = await get(port, "/", method: method, ["Content-Length: 0"])
      #expect(answer?.status == 405)
      #expect(answer?.fields["allow"] == "GET, HEAD")
    }
  }

  @Test("Heads are read up to a size, and never bodies")
  func sizes() async throws {
    try await withServer { _, port in
      let long = String(repeating: "a", count: 1 << 20)
      #expect(await get(port, "/", ["X-Long: \(long)"])?.status == 431)
      #expect(await get(port, "/" + long)?.status == 414)
      #expect(await get(port, "/" + String(repeating: "a", count: 8 << 10))?.status == 414)
      #expect(await get(port, "/", Array(repeating: "X: y", count: 200_000))?.status == 431)
      #expect(await get(port, "/", Array(repeating: "X: \(long)", count: 10))?.status == 431)
      #expect(await get(port, "/", Array(repeating: "X: y", count: 98))?.status == 200)
      #expect(await get(port, "/", ["Content-Length: 1000000000000000000"])?.status == 413)
      #expect(
        await get(port, "/", method: "POST", ["Content-Length: 99999999999999999999999"])?.status == 413)
      #expect(await get(port, "/", ["Content-Length: 5"])?.status == 413)
      #expect(await get(port, "/", ["Content-Length: -1"])?.status == 400)
      #expect(await get(port, "/", ["Content-Length: 1", "Content-Length: 1"])?.status == 400)
      #expect(await get(port, "/", ["Content-Length: 1", "Transfer-Encoding: chunked"])?.status == 400)
      #expect(await get(port, "/", method: "POST", ["Transfer-Encoding: chunked"])?.status == 413)
    }
  }

  @Test(
    "What isn't HTTP is refused",
    arguments: [
      "GET\r\n\r\n", "GET / HTTP/2.0\r\nHost: localhost\r\n\r\n",
      "GET  / HTTP/1.1\r\nHost: localhost\r\n\r\n",
      "GET / HTTP/1.1\r\nHost : localhost\r\n\r\n", "GET / HTTP/1.1\r\nHost: localhost\r\n folded\r\n\r\n",
      "GET / HTTP/1.1\nHost: localhost\n\n", "GET / HTTP/1.1\r\nHost: localhost\r\nX: a\u{0}b\r\n\r\n",
      "\u{16}\u{3}\u{1}\r\n\r\n", "G(T / HTTP/1.1\r\nHost: localhost\r\n\r\n",
    ])
  func framing(_ request: String) async throws {
    try await withServer { _, port in
      #expect(await ask(port, request)?.status == 400)
    }
  }
}
