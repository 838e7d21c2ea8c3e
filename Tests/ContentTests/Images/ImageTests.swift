import Testing

@testable import Content

@Suite("Images and files of pages")
struct ImageTests {
  private static func png(_ width: UInt32, _ height: UInt32) -> TinySite.File {
    .bytes(ImageSizeTests.png(width, height))
  }

  @Test("Images have their size; the page's first is fetched at once, the others near the reader")
  func images() async throws {
    let site = try TinySite([
      "notes/a.md": "---\ntitle: A\ntexte: \"![d](d.svg)\"\n---\n![b](b.png) ![c](/c.png?x=1 \"t\")\n",
      "notes/b.png": Self.png(640, 480), "c.png": Self.png(3, 2),
      "notes/d.svg": "<svg width='5' height='4'/>",
      "notes/e.md": "---\ntitle: E\ntexte: \"![d](d.svg)\"\n---\n",
      "index.md": "![b](notes/b.png)",
    ])
    let reading = try await site.read()
    #expect(reading.findings.isEmpty)
    let items = reading.site.items
    #expect(
      items.first?.body.text == "<p><img src=\"/notes/b.png\" width=\"640\" height=\"480\" alt=\"b\" /> "
        + "<img src=\"/c.png?x=1\" width=\"3\" height=\"2\" loading=\"lazy\" decoding=\"async\" alt=\"c\" title=\"t\" /></p>\n"
    )
    let fields = items.compactMap { item in
      item.fields.lazy.compactMap { if case .markdown(let body)? = $0 { body.text } else { nil } }.first
    }
    #expect(
      fields == [
        "<p><img src=\"/notes/d.svg\" width=\"5\" height=\"4\" loading=\"lazy\" decoding=\"async\" alt=\"d\" /></p>\n",
        "<p><img src=\"/notes/d.svg\" width=\"5\" height=\"4\" alt=\"d\" /></p>\n",
      ])
    #expect(reading.site.home?.body.text.contains("width=\"640\"") == true)
  }

  @Test("PL-25: an image that can't be read is shown without a size, and said once at its place")
  func corrupt() async throws {
    let site = try TinySite([
      "notes/a.md": "# A\n\n![b](b.png) ![b](b.png)\n", "notes/c.md": "# C\n\n![b](b.png)\n",
      "notes/b.png": "no image", "unused.png": "no image either",
    ])
    let reading = try await site.read()
    #expect(reading.findings == ["notes/b.png:1:1 warning image-size-unknown"])
    #expect(
      reading.site.items.first?.body.text == "<p><img src=\"/notes/b.png\" alt=\"b\" /> "
        + "<img src=\"/notes/b.png\" loading=\"lazy\" decoding=\"async\" alt=\"b\" /></p>\n")
  }

  @Test("PL-25: only the beginning of a large file is read")
  func large() async throws {
    let site = try TinySite([
      "notes/a.md": "# A\n\n![b](b.jpg)\n", "notes/b.jpg": .bytes([UInt8](repeating: 7, count: 3 << 20)),
    ])
    let tree = try SourceTree(folder: site.folder)
    #expect(tree.read(asset: "notes/b.jpg", upTo: 1024)?.count == 1024)
    #expect(tree.read(asset: "notes/none.jpg", upTo: 1024) == nil)
    #expect(try await site.read().findings == ["notes/b.jpg:1:1 warning image-size-unknown"])
  }

  @Test("A header behind much else is found all the same")
  func farHeader() async throws {
    let profile = [0xE2, 0xEA, 0x60] + [UInt8](repeating: 0, count: 0xEA60 - 2)
    let before = profile + [0xFF] + profile + [0xFF] + profile
    let site = try TinySite([
      "notes/a.md": "# A\n\n![b](b.jpg)\n", "notes/b.jpg": .bytes(ImageSizeTests.jpeg(9, 8, before: before)),
    ])
    let reading = try await site.read()
    #expect(reading.findings.isEmpty)
    #expect(reading.site.items.first?.body.text.contains("width=\"9\" height=\"8\"") == true)
  }

  @Test(
    "A6: an image without a text is an error at its place, unless it is called decorative",
    arguments: [
      Row(
        "missing", "# A\n\nÉté ![](b.png)\n", ["3:5 error alternative-text-missing"],
        says: ["« b.png »", "{décorative}"]),
      Row("blank", "# A\n\n![ ](b.png)\n", ["3:1 error alternative-text-missing"]),
      Row("in a link", "# A\n\n[![](b.png)](b.png)\n", ["3:2 error alternative-text-missing"]),
      Row(
        "of another site", "# A\n\n![](https://exemple.org/x.png)\n",
        ["3:1 error alternative-text-missing", "3:1 warning external-image"]),
      Row("decorative", "# A\n\n![](b.png){décorative} ![](b.png){DECORATIF} ![](b.png){de\u{301}coratif}\n"),
      Row(
        "in a field", "---\ntitle: A\ntexte: \"![](b.png)\"\n---\n", ["3:9 error alternative-text-missing"]),
    ])
  func alternatives(_ row: Row) async throws {
    var row = row
    row.others = ["notes/b.png": Self.png(1, 1)]
    try await row.check()
  }

  @Test("A9: a link to a file says its type and weight, once")
  func files() async throws {
    let site = try TinySite([
      "notes/a.md": """
      # A

      [Guide](g.pdf) [Guide (pdf, 3 pages)](g.pdf) [Données](/d/donnees.csv) [Sans](sans) [B](b.md) [![c](c.png)](g.pdf)
      """,
      "notes/b.md": "---\ntitle: B\nlanguage: en\n---\n[Guide](g.pdf#page=2)\n",
      "notes/g.pdf": .bytes([UInt8](repeating: 0, count: 1_234_567)), "d/donnees.csv": "a\n",
      "notes/sans": "a",
      "notes/c.png": Self.png(1, 1),
    ])
    let reading = try await site.read()
    #expect(reading.findings.isEmpty)
    let text = try #require(reading.site.items.first?.body.text)
    #expect(text.contains("<a href=\"/notes/g.pdf\">Guide (PDF, 1,2\u{A0}Mo)</a> "))
    #expect(text.contains("\">Guide (pdf, 3 pages)</a>"))
    #expect(text.contains("<a href=\"/d/donnees.csv\">Données (CSV, 2\u{A0}octets)</a>"))
    #expect(text.contains("<a href=\"/notes/sans\">Sans</a>"))
    #expect(text.contains("alt=\"c\" /> (PDF, 1,2\u{A0}Mo)</a>"))
    let english = try #require(reading.site.items.last?.body.text)
    #expect(english == "<p><a href=\"/notes/g.pdf#page=2\">Guide (PDF, 1.2\u{A0}MB)</a></p>\n")
  }

  @Test("Links to other sites lose what would follow readers, and it is said")
  func tracking() async throws {
    let row = Row(
      "tracking", "# A\n\n[x](https://exemple.org/a?utm_source=b&c=1)\n", ["3:1 note tracking-removed"],
      says: ["https://exemple.org/a?c=1"])
    try await row.check()
  }
}
