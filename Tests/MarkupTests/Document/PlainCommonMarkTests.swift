import CCMark
import Foundation
import Testing

@testable import Markup

@Suite("CommonMark and nothing else")
struct PlainCommonMarkTests {
  /// The Markdown of the platform, and texts that every pass would change.
  static let texts: [String] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../content")
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    let pages = paths.filter { $0.hasSuffix(".md") }.sorted()
      .compactMap { try? String(contentsOf: folder.appending(path: $0), encoding: .utf8) }
    return pages + [
      "| a | b |\n|---|:-:|\n| `c\\|d` | e", "a[^1]\n\n[^1]: b", ":::note[a]\nb\n:::\n\n::x[y]{z=1} :terme[u]",
      "~~a~~ ~b~ \\~c~", "- [ ] a\n- [x] b", "www.a.org https://b.org c@d.org", "\"a\" ! l'été... 1er 12 %",
      "<script>a()</script>\n\n<div onclick=b()>\n\nc <b>d</b> <!-- e -->", "![](a.png){décorative}",
      "[a](javascript:b) [c](https://d.org/?utm_source=e)", "# <b>A</b> & \"B\"\n\nC\n===\n\n### D", "a\u{0}b",
      "&#1; &nbsp; \u{1}", "\u{FEFF}# a\r\nb\rc", "e\u{301}", "#Titre\n\n[[a]]",
    ]
  }()

  @Test("MD-25: with every pass off, the output is cmark's, byte for byte, raw HTML included")
  func identity() throws {
    #expect(Self.texts.count > 100)
    for text in Self.texts {
      let bytes = Array(text.utf8)
      let expected = bytes.withUnsafeBytes { bytes -> [UInt8] in
        let source = bytes.assumingMemoryBound(to: CChar.self).baseAddress
        guard let html = cmark_markdown_to_html(source, bytes.count, CMARK_OPT_UNSAFE) else { return [] }
        defer { free(html) }
        return Array(UnsafeRawBufferPointer(start: html, count: strlen(html)))
      }
      #expect(try MarkdownDocument(parsing: bytes[...]).commonMark(rawHTML: true) == expected, "\(text.prefix(80))")
    }
  }
}
