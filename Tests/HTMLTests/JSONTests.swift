import Foundation
import HTML
import Testing

@Suite("JSON")
struct JSONTests {
  static let cases: [(JSON, String)] = [
    (.null, "null"), (true, "true"), (-12, "-12"), (1.5, "1.5"), (.number(2), "2"),
    (.number(1e300), "1e+300"),
    (.number(-0.25), "-0.25"), (.number(.nan), "null"), (.number(.infinity), "null"), ([], "[]"), ([:], "{}"),
    (["b": 1, "a": [.null, "x"]], #"{"b":1,"a":[null,"x"]}"#),
    ("é\"\\/\n\u{1}", #""é\u0022\u005C/\u000A\u0001""#),
    ("\"\u{301}", "\"\\u0022\u{301}\""),
    ("</script><!--&\u{2028}\u{2029}", #""\u003C/script\u003E\u003C!--\u0026\u2028\u2029""#),
    ("\u{FFFE}\u{FFFF}", #""\uFFFE\uFFFF""#),
    (.url(.site("/a")), "\"\u{1}/a\u{2}\""),
  ]

  @Test("values are written compactly, as RFC 8259 says", arguments: cases)
  func serialization(json: JSON, expected: String) {
    #expect(json.serialized() == Array(expected.utf8))
  }

  @Test("what is written reads back the same, whatever the string")
  func roundTrip() throws {
    let scalars = (0...0x10FFFF).lazy.filter { $0 < 0x3100 || $0 % 0x1001 == 0xFFE }.compactMap(
      Unicode.Scalar.init)
    let string = String(String.UnicodeScalarView(scalars))
    let bytes = (["a": .string(string)] as JSON).serialized()
    let read = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: String])
    #expect(read["a"]?.unicodeScalars.elementsEqual(string.unicodeScalars) == true)
    #expect(!bytes.contains { $0 < 0x20 || $0 == 0x3C || $0 == 0x3E || $0 == 0x26 })
  }

  @Test("linked data stands in a script element of its own")
  func linkedData() {
    let html = HTML(linkedData: ["@type": "Event", "url": .url(.site("/a/"))])
    #expect(
      written(html) == #"<script type="application/ld+json">{"@type":"Event","url":"{/a/}"}</script>"#)
  }
}
