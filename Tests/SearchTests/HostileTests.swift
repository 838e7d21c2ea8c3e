import Foundation
import Testing

@testable import Search

@Suite("Hostile texts in the index")
struct HostileTests {
  /// A name, and the text that it stands for: 5 MiB where size is the point.
  struct Text: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    /// What the index must have.
    let forms: @Sendable ([String]) -> Bool

    init(_ name: String, _ bytes: [UInt8], _ forms: @escaping @Sendable ([String]) -> Bool) {
      testDescription = name
      self.bytes = bytes
      self.forms = forms
    }
  }

  static let size = 5 << 20

  static func repeated(_ text: String) -> [UInt8] {
    Array(repeatElement(Array(text.utf8), count: size / text.utf8.count).joined())
  }

  static let texts: [Text] = [
    Text("one letter without end", repeated("a")) { $0 == [String(repeating: "a", count: 40)] },
    Text("one word without end", repeated("alliance ")) { $0 == ["alliance"] },
    Text("an accented letter without end", repeated("é")) { $0 == [String(repeating: "e", count: 20)] },
    Text("marks without a letter", repeated("\u{301}")) { $0.allSatisfy { $0.utf8.count <= 80 } },
    Text("marks on one letter", Array("e".utf8) + repeated("\u{301}") + Array(" fin".utf8)) { $0.contains("fin") },
    Text("acronyms without end", repeated("a.")) { $0 == [String(repeating: "a", count: 40)] },
    Text("acronyms that end in a word", repeated("a.") + Array("fin".utf8)) { $0.contains("fin") && $0.count == 2 },
    Text("letters and dots that are none", repeated("a.bc")) { $0 == ["bc", "bca"] },
    Text("apostrophes", repeated("aujourd’")) { $0 == ["aujourd"] },
    Text("soft hyphens", repeated("\u{AD}")) { $0 == [] },
    Text("control characters", Array((0...31).map { UInt8($0) } + [0x7F]) + Array("fin".utf8)) { $0 == ["fin"] },
    Text("marks of symbolic addresses", [1, 2, 1] + Array("fin\u{1}suite".utf8)) { $0 == ["fin", "suite"] },
    Text("quotes and backslashes", Array(#"a"b\c "fin\" \u0022"#.utf8)) { $0 == ["fin", "u0022"] },
    Text("capitals of other scripts", Array("ŽIŽEK Ёлка ǅUNGLA".utf8)) { $0.allSatisfy { $0 == $0.lowercased() } },
    Text("bytes that aren't UTF-8", [0xC3, 0x28, 0xE2, 0x82, 0x20, 0xFF, 0xC3] + Array(" fin".utf8)) { $0.contains("fin") },
    Text("nothing", []) { $0 == [] },
  ]

  @Test("Each gives whole files, in time", arguments: texts)
  func text(text: Text) async throws {
    let start = ContinuousClock.now
    let index = await IndexTests.index([
      SearchText(title: [], parts: []), SearchText(title: text.bytes, parts: [text.bytes]),
    ])
    for file in index.files { _ = try JSONSerialization.jsonObject(with: Data(file.bytes)) }
    let reader = try IndexReader(index)
    #expect(text.forms(reader.forms), "\(reader.forms.prefix(10))")
    #expect(reader.forms.allSatisfy { reader.lookUp($0)?.documents == [1] })
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test("Words that are all different are all found, in bounded memory")
  func distinct() async throws {
    var text: [UInt8] = []
    var number = 0
    while text.count < HostileTests.size / 5 {
      text += "m\(String(number, radix: 36)) ".utf8
      number += 1
    }
    let before = peakMemory()
    let index = await IndexTests.index([SearchText(title: [], parts: [text])])
    #expect(peakMemory() - before < 200 << 20)
    let stopped = StopWords(languageCode: "fr").words.count { word in
      word.hasPrefix("m") && (Int(word.dropFirst(), radix: 36) ?? .max) < number
    }
    #expect(try IndexReader(index).forms.count == number - stopped)
  }

  @Test("No documents, one, and one without words")
  func few() async throws {
    for documents in [[], [SearchText(title: [], parts: [])], [SearchText(title: Array("le de".utf8), parts: [])]] {
      let index = await IndexTests.index(documents)
      #expect(index.files.isEmpty && index.keys.isEmpty && index.letters.isEmpty)
      let manifest = SearchManifest(index, count: documents.count, languageCode: "fr").json(adding: [])
      #expect(try JSONSerialization.jsonObject(with: Data(manifest)) is [String: Any])
    }
    let one = try IndexReader(await IndexTests.index([SearchText(title: Array("Île".utf8), parts: [])]))
    #expect(one.forms == ["ile"] && one.lookUp("ile")?.documents == [0])
  }
}
