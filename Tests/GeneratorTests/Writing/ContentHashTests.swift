import Testing

@testable import Generator

@Suite("Content hashes")
struct ContentHashTests {
  @Test(
    "A hash is XXH3-128 in its canonical text form",
    arguments: [("", "99aa06d3014798d86001c324468d497f"), ("a", "a96faf705af16834e6c632b61e964e1f")])
  func knownHashes(_ text: String, _ expected: String) {
    #expect(ContentHash(of: Array(text.utf8)).description == expected)
  }

  @Test("Content in pieces has the hash of the whole", arguments: [1, 7, 240, 1_000])
  func pieces(_ size: Int) {
    let bytes = (0..<1_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    var hasher = ContentHasher()
    for start in stride(from: 0, to: bytes.count, by: size) {
      bytes[start..<min(start + size, bytes.count)].withUnsafeBytes { hasher.update($0) }
    }
    #expect(hasher.finish() == ContentHash(of: bytes))
  }

  @Test("The text form is read back, and only the text form")
  func readsText() {
    func read(_ text: String) -> ContentHash? {
      Array(text.utf8).withUnsafeBytes { ContentHash(hexadecimal: $0) }
    }
    let hash = ContentHash(of: Array("Terreau".utf8))
    #expect(read(hash.description) == hash)
    let rest = hash.description.dropFirst()
    for text in [
      "", "99", hash.description + "0", "g" + rest, "A" + rest, "/" + rest, ":" + rest, "`" + rest,
    ] {
      #expect(read(text) == nil, "\(text)")
    }
  }
}
