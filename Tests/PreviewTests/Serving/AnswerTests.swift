import Foundation
import Testing

@testable import Preview

@Suite("What a preview answers")
struct AnswerTests {
  @Test("A page is the built one with one script more, which can be left out")
  func insertion() async throws {
    try await withServer { server, port in
      await server.tell(PreviewNews(number: 7, languageCode: "fr", change: .pages, problems: []))
      let page = try #require(await get(port, "/"))
      let parts = page.text.components(separatedBy: "<script")
      #expect(parts.count == 2)
      let script = try #require(parts.last?.components(separatedBy: "</script>").first)
      #expect(page.text.replacingOccurrences(of: "<script\(script)</script>", with: "") == FakeSite.home)
      #expect(page.text.hasSuffix("</script></body></html>\n"))
      #expect(script.contains("&#34;site&#34;:7") || script.contains("&quot;site&quot;:7"))
      #expect(!script.contains("<b>"))
      #expect(page.fields["content-type"] == "text/html; charset=utf-8")
      #expect(page.fields["x-content-type-options"] == "nosniff")
      #expect(page.fields["cache-control"] == "no-cache")
      #expect(await get(port, "/?terreau=brut")?.text == FakeSite.home)
      #expect(await get(port, "/", ["X-Terreau-Raw: 1"])?.text == FakeSite.home)
    }
  }

  @Test("Parts of a file, its tag and its head alone can be asked for")
  func conditions() async throws {
    try await withServer { _, port in
      let whole = try #require(await get(port, "/digits.txt"))
      let tag = try #require(whole.fields["etag"])
      #expect(whole.text == FakeSite.digits)
      for (fields, status, text, range) in [
        (["Range: bytes=2-4"], 206, "234", "bytes 2-4/10"), (["Range: bytes=7-"], 206, "789", "bytes 7-9/10"),
        (["Range: bytes=-2"], 206, "89", "bytes 8-9/10"),
        (["Range: bytes=5-99"], 206, "56789", "bytes 5-9/10"),
        (["Range: bytes=10-"], 416, "", "bytes */10"), (["Range: bytes=-0"], 416, "", "bytes */10"),
        (["Range: bytes=4-2"], 200, FakeSite.digits, nil),
        (["Range: bytes=0-1,3-4"], 200, FakeSite.digits, nil),
        (["Range: bytes=0-1", "If-Range: \(tag)"], 206, "01", "bytes 0-1/10"),
        (["Range: bytes=0-1", "If-Range: \"old\""], 200, FakeSite.digits, nil),
        (["If-None-Match: \"x\", W/\(tag)"], 304, "", nil), (["If-None-Match: *"], 304, "", nil),
        (["If-None-Match: \"x\""], 200, FakeSite.digits, nil),
      ] as [([String], Int, String, String?)] {
        let answer = await get(port, "/digits.txt", fields)
        #expect(answer?.status == status, "\(fields)")
        #expect(answer?.text == text, "\(fields)")
        #expect(answer?.fields["content-range"] == range, "\(fields)")
      }
      let head = await get(port, "/digits.txt", method: "HEAD")
      #expect(head?.body == [])
      #expect(head?.fields["content-length"] == "10")
      #expect(head?.fields["etag"] == tag)
    }
  }

  @Test("Redirections stay on this site")
  func redirections() async throws {
    try await withServer { _, port in
      #expect(await get(port, "/moved")?.status == 301)
      #expect(await get(port, "/moved")?.fields["location"] == "/moved/%C3%A9/")
      #expect(await get(port, "/moved?a=<b>")?.fields["location"] == "/moved/%C3%A9/?a=%3Cb%3E")
      #expect(await get(port, "/evil")?.fields["location"] == "/evil.example/")
    }
    try await withServer(FakeSite(basePath: "/projet/")) { server, port in
      #expect(await get(port, "/")?.fields["location"] == "/projet/")
      #expect(await get(port, "/projet")?.fields["location"] == "/projet/")
      #expect(await get(port, "/projet/")?.status == 200)
      #expect(await get(port, "/projet/moved")?.fields["location"] == "/projet/moved/%C3%A9/")
      #expect(await get(port, "/digits.txt")?.status == 404)
    }
  }

  @Test("What isn't there or can't be shown is said, and nothing of the address becomes markup")
  func missing() async throws {
    try await withServer { _, port in
      let missing = try #require(
        await get(port, "/%3Cscript%3Ealert(1)%3C/script%3E".replacing("3C/", with: "3C%2F")))
      #expect(missing.status == 400)
      let other = try #require(await get(port, "/%3Cscript%3Ealert(1)"))
      #expect(other.status == 404)
      #expect(!other.text.contains("<script>"))
      #expect(other.text.contains("/_terreau/preview.js"))
      #expect(other.fields["x-content-type-options"] == "nosniff")
      let down = try #require(await get(port, "/down"))
      #expect(down.status == 503)
      #expect(down.text.contains("Rien &lt;encore&gt;"))
      #expect(down.text.contains("/_terreau/preview.js"))
      #expect(
        await get(port, "/_terreau/preview.js")?.fields["content-type"] == "text/javascript; charset=utf-8")
      #expect(await get(port, "/_terreau/nothing.js")?.status == 404)
    }
  }

  @Test("Copied files are sent in pieces, and only regular files")
  func copies() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "terreau-\(UUID())").path
    try FileManager.default.createDirectory(atPath: folder + "/folder.csv", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0) }
    try Data(bytes).write(to: URL(fileURLWithPath: folder + "/copy.csv"))
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/link.csv", withDestinationPath: "/etc/passwd")
    mkfifo(folder + "/pipe.csv", 0o600)
    try await withServer(FakeSite(folder: folder)) { _, port in
      #expect(await get(port, "/copy.csv")?.body == bytes)
      #expect(
        await get(port, "/copy.csv", ["Range: bytes=70000-200000"])?.body == Array(bytes[70000...200000]))
      for path in ["/link.csv", "/folder.csv", "/pipe.csv"] {
        #expect(await get(port, path)?.status == 404, "\(path)")
      }
    }
  }

  @Test("A connection serves several requests, one after the other and sent at once")
  func keepAlive() async throws {
    try await withServer { _, port in
      let bodies = await waiting {
        let client = RawClient(port: port)
        let request = "GET /digits.txt HTTP/1.1\r\nHost: localhost\r\nRange: bytes=%-\r\n\r\n"
        return (0..<20).map { number in
          client.send(request.replacing("%", with: "\(number % 10)"))
          return client.receiveAnswer()?.text
        }
      }
      #expect(bodies == (0..<20).map { String(FakeSite.digits.dropFirst($0 % 10)) })
      let text = await ask(
        port,
        String(repeating: "HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n", count: 3)
          + "GET /digits.txt HTTP/1.0\r\nHost: localhost\r\n\r\n")?.text
      #expect(text?.components(separatedBy: "HTTP/1.1 200 OK").count == 4)
      #expect(text?.hasSuffix(FakeSite.digits) == true)
    }
  }
}
