import Testing

@testable import Content

/// A case of a table: a file of one text, and all that must be said about it.
struct Row: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let file: String
  let contents: TinySite.File
  /// Each as `3:7 error unknown-key`, or with a file before it when it is another's.
  let findings: [String]
  /// What the French sentences must hold.
  let says: [String]
  var others: [String: TinySite.File] = [:]

  init(
    _ words: String, _ contents: TinySite.File, file: String = "notes/a.md", _ findings: [String] = [],
    says: [String] = [], with others: [String: TinySite.File] = [:]
  ) {
    testDescription = words
    self.file = file
    self.contents = contents
    self.findings = findings.map { $0.first?.isNumber == true ? "\(file):\($0)" : $0 }
    self.says = says
    self.others = others
  }

  /// Reads the site with this file in it, and compares all that is said with what must be.
  @discardableResult
  func check() async throws -> SiteReader.Reading {
    let site = try TinySite(others.merging([file: contents], uniquingKeysWith: { $1 }))
    let reading = try await site.read()
    #expect(reading.findings == findings)
    let sentences = reading.sentences
    for text in says { #expect(sentences.contains(text), "\(sentences)") }
    return reading
  }
}
