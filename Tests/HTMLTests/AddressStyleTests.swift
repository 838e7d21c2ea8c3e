import HTML
import Testing

@Suite("Address styles")
struct AddressStyleTests {
  @Test(
    "addresses are relative to the page",
    arguments: [
      ("/kits/odd-17/", "/", "../../"), ("/kits/odd-17/", "/kits/odd-17/#x", "#x"),
      ("/kits/odd-17/", "/kits/odd-17/", "./"), ("/kits/odd-17/", "/kits/odd-17/?q", "?q"),
      ("/kits/odd-17/", "/kits/odd-17/a.pdf", "a.pdf"), ("/kits/odd-17/", "/kits/odd-18/", "../odd-18/"),
      ("/kits/odd-17/", "/kits/#x", "../#x"), ("/", "/kits/", "kits/"), ("/", "/", "./"), ("/", "/#x", "#x"),
      ("/a.html", "/a.html", "a.html"), ("/a.html", "/b.html", "b.html"), ("/a.html", "/", "./"),
      ("/a.html", "/?q", "./?q"), ("/x/a.html", "/x/", "./"), ("/x/a.html", "/a.html", "../a.html"),
      ("/x/a.html", "/x/a.html/b", "a.html/b"), ("/x/a/", "/x/a", "../a"), ("/x/a", "/x/a/", "a/"),
      ("/x/ab/", "/x/ac/", "../ac/"), ("/", "/javascript:x", "./javascript:x"), ("/", "/a/b:c", "a/b:c"),
      ("/x/", "/a:b", "../a:b"), ("/a:b", "/a:b", "./a:b"), ("/a/?q#f", "/a/", "./"),
    ])
  func relative(page: String, target: String, expected: String) {
    #expect(written(target, .relative(to: page)) == expected)
  }

  @Test(
    "addresses begin at the server's root or with the site's own address",
    arguments: [
      (AddressStyle.rooted(""), "/a/#b", "/a/#b"), (.rooted("/"), "/", "/"),
      (.rooted("/demo/"), "/a", "/demo/a"),
      (.rooted("demo"), "/", "/demo/"), (.rooted("//evil.example"), "/", "/evil.example/"),
    ])
  func prefixed(style: AddressStyle, target: String, expected: String) {
    #expect(written(target, style) == expected)
  }

  @Test(
    "absolute addresses begin with the site's own",
    arguments: ["https://a.fr", "https://a.fr/", "https://a.fr/?x"])
  func absolute(base: String) throws {
    let style = AddressStyle.absolute(try #require(URLReference(base)))
    #expect(written("/a/#b", style) == "https://a.fr/a/#b")
    #expect(style.string(for: .site("/é")) == "https://a.fr/%C3%A9")
    #expect(style.string(for: try #require(URLReference("mailto:a@b.fr"))) == "mailto:a@b.fr")
  }

  @Test("marks are replaced, wherever they stand, and nothing else")
  func resolution() {
    let page: HTML = """
      <a href="\(URLReference.site("/a/", query: "b&c"))">\(URLReference.site("/"))</a><script>\
      \(["u": .url(.site("/é", query: "b&c"))] as JSON)</script>
      """
    let bytes = page.resolved(.relative(to: "/a/d/"))
    let expected = ##"<a href="../?b&amp;c">../../</a><script>{"u":"../../%C3%A9?b\u0026c"}</script>"##
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
    #expect(HTML(trusted: "a").resolved(.rooted("/")) == [0x61])
    #expect(HTML(trusted: [0x61, 0x01, 0x2F]).resolved(.rooted("/b")) == [0x61, 0x01, 0x2F], "half a mark")
  }

  @Test("a relative address, resolved as RFC 3986 says, is the address it came from")
  func roundTrip() {
    var generator = SplitMix(state: 42)
    for _ in 0..<20_000 {
      let page = generator.path()
      let target = generator.path() + ["", "#f", "?q=/a", "?q#f"][Int(generator.next() % 4)]
      let relative = written(target, .relative(to: page))
      #expect(resolved(relative, at: page) == target, "\(relative) at \(page)")
      #expect(!relative.isEmpty && relative.utf8.first != 0x2F)
    }
  }

  private func written(_ sitePath: String, _ style: AddressStyle) -> String {
    var output: [UInt8] = []
    style.write(Array(sitePath.utf8)[...], to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// RFC 3986 § 5.2.2, for a reference without scheme or host.
  private func resolved(_ reference: String, at base: String) -> String {
    let beforeSlash = reference.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    if beforeSlash.contains(":") { return "a scheme: \(reference)" }
    let path = String(reference.prefix { $0 != "?" && $0 != "#" })
    let rest = reference.dropFirst(path.count)
    if path.isEmpty { return base + rest }
    var segments: [Substring] = []
    let merged = base.prefix(through: base.lastIndex(of: "/") ?? base.startIndex) + path
    let all = merged.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    for (index, segment) in all.enumerated() {
      if segment == ".." { _ = segments.popLast() } else if segment != "." { segments.append(segment) }
      if index == all.count - 1, segment == "." || segment == ".." { segments.append("") }
    }
    return "/" + segments.joined(separator: "/") + rest
  }
}

/// Reproducible random numbers (SplitMix64).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A path of few and short names, so that two of them often share some.
  mutating func path() -> String {
    let names = ["a", "b", "ab", "a:b", "a.html"]
    var path = "/"
    for _ in 0..<(next() % 4) { path += (names.randomElement(using: &self) ?? "a") + "/" }
    if next() % 2 == 0 { path += names.randomElement(using: &self) ?? "a" }
    return path
  }
}
