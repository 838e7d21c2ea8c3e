import Content
import Testing

@testable import Generator

@Suite("The manifest")
struct ManifestTests {
  private let manifest = Manifest(
    inputs: ContentHash(of: [1]), pages: 2,
    entries: ["b/index.html", "index.html", "a/été.html"].map {
      Manifest.Entry(location: OutputPath($0), hash: ContentHash(of: Array($0.utf8)), size: $0.utf8.count)
    })

  @Test("Its text is fixed, its lines stand in the order of the paths' bytes")
  func text() {
    let lines = String(decoding: manifest.text, as: UTF8.self).split(separator: "\n")
    #expect(lines.first == "terreau-manifest 1")
    #expect(lines[2] == "pages 2")
    #expect(lines[3...5].map { $0.split(separator: " ")[2] } == ["a/été.html", "b/index.html", "index.html"])
    #expect(lines[3].split(separator: " ")[1] == "12")
    #expect(lines[6].hasPrefix("checksum "))
    #expect(lines.count == 7)
  }

  @Test("It is read back as it was written")
  func roundTrip() throws {
    #expect(try Manifest(text: manifest.text) == manifest)
    let empty = Manifest(inputs: ContentHash(of: []), pages: 0, entries: [])
    #expect(try Manifest(text: empty.text) == empty)
  }

  @Test("It knows its files and folders")
  func lookup() {
    #expect(manifest.lists(OutputPath("b/index.html")))
    #expect(!manifest.lists(OutputPath("b")))
    #expect(manifest.hasFiles(below: OutputPath("b")))
    #expect(!manifest.hasFiles(below: OutputPath("b/index.html")))
    #expect(!manifest.hasFiles(below: OutputPath("i")))
  }

  @Test("OW-11: a truncated manifest isn't read, wherever it ends")
  func truncated() {
    let text = manifest.text
    for length in 0..<text.count {
      #expect(throws: Manifest.Invalid.self) { try Manifest(text: Array(text[..<length])) }
    }
  }

  @Test("OW-11: a manifest with any byte changed, added or taken out isn't read")
  func edited() {
    let text = manifest.text
    for position in text.indices {
      var changed = text
      changed[position] ^= 1
      #expect(throws: Manifest.Invalid.self) { try Manifest(text: changed) }
      changed = text
      changed.remove(at: position)
      #expect(throws: Manifest.Invalid.self) { try Manifest(text: changed) }
      changed.insert(UInt8(ascii: "0"), at: position)
      changed.insert(text[position], at: position)
      #expect(throws: Manifest.Invalid.self) { try Manifest(text: changed) }
    }
  }

  @Test(
    "OW-11: even with the right checksum, a line out of the ordinary is refused, and named",
    arguments: [
      ("../x", "1"), ("/etc/passwd", "1"), ("a/../../x", "1"), ("a//b", "1"), (".terreau-manifest", "1"),
      ("x", "01"), ("x", "-1"), ("x", "9999999999999999999"), ("x", ""), ("a/index.html", "1"),
    ])
  func forged(_ path: String, _ size: String) throws {
    let lines = String(decoding: manifest.text, as: UTF8.self).split(separator: "\n")
    let hash = ContentHash(of: []).description
    let body = (lines[0...2] + ["\(hash) 4 m/n", "\(hash) \(size) \(path)"]).joined(separator: "\n") + "\n"
    let text = Array("\(body)checksum \(ContentHash(of: Array(body.utf8)))\n".utf8)
    let error = #expect(throws: Manifest.Invalid.self) { try Manifest(text: text) }
    #expect(error?.line == 5)
  }

  @Test("100,000 entries are read in a moment")
  func large() throws {
    let entries = (0..<100_000).map {
      Manifest.Entry(location: OutputPath("pages/page-\($0)/index.html"), hash: ContentHash(of: []), size: $0)
    }
    let text = Manifest(inputs: ContentHash(of: []), pages: 1, entries: entries).text
    let clock = ContinuousClock()
    let start = clock.now
    #expect(try Manifest(text: text).entries.count == 100_000)
    // A debug build on a busy machine takes some twenty times as long as the release build's 50 ms.
    #expect(clock.now - start < .seconds(5))
  }
}
