import Testing

@testable import Content

@Suite("Both wordings of what checks find")
struct CheckWordingTests {
  /// One of each finding at least, and of each way it is worded.
  static let samples: [CheckFinding] = [
    .pageLinkBroken("/a/", page: "/b/", others: 0), .pageLinkBroken("/a/", page: "/b/", others: 1),
    .pageLinkBroken("/a/", page: "/b/", others: 2), .pageAnchorBroken("/a/#c", page: "/b/", others: 0),
    .linkToRedirect("/a/", to: "/c/", page: "/b/", others: 0), .repeatedID("a", page: "/b/", others: 0),
    .mainHeadings(count: 0, page: "/b/", others: 0), .mainHeadings(count: 2, page: "/b/", others: 0),
    .headingSkipsLevel("a", from: 2, to: 4, page: "/b/", others: 0), .headingEmpty(page: "/b/", others: 0),
    .imageWithoutText("a.png", page: "/b/", others: 0), .linkWithoutText("/a/", page: "/b/", others: 0),
    .pageUnreachable("/a/"), .imageTextVague("image"), .linkTextVague("here"),
    .linkTextIsAddress("https://a.fr/"),
    .linkTextAmbiguous("a", line: 3), .summaryMissing, .summaryShort(12, least: 30),
    .summaryLong(400, most: 300),
    .titleInCapitals, .ordinalSpelling("2nd", suggestion: "2e"),
    .abbreviationSpelling("Mr", suggestion: "M."),
    .accentMissing("Etat", suggestion: "Etat"), .apostropheSpelling, .spaceRepeated, .wordRepeated("de"),
    .quoteUnpaired, .hyphenForDash, .nearDuplicate(of: "a", file: "content/a.md", percent: 93),
    .termUnused("a"),
    .vocabularyUnused("a"), .fieldUnused("a"), .reviewDue(since: "2023-06", months: 12), .reviewDateMissing,
    .sourcesMissing, .externalPageGone("https://a.fr/", status: 404),
    .externalPageMoved("https://a.fr/", to: "https://b.fr/"),
    .externalPageRefused("https://a.fr/", status: 403),
    .externalSiteFailing("https://a.fr/", status: 503), .externalSiteUnknown("https://a.fr/"),
    .externalSiteSilent("https://a.fr/", seconds: 15),
    .externalSiteUnreachable("https://a.fr/", reason: "TLS"),
    .externalExceptionUnused("https://a.fr/"), .externalProgramMissing, .pagesNotRendered(errors: 1),
    .pagesNotRendered(errors: 2), .unknownCode("a", suggestion: "b"), .unknownCode("a", suggestion: nil),
  ]

  @Test("Every finding is worded in both languages, in whole and different sentences", arguments: samples)
  func sentences(_ finding: CheckFinding) {
    let french = DiagnosticWording.french.text(of: .check(finding))
    let english = DiagnosticWording.english.text(of: .check(finding))
    #expect(french != english)
    #expect((french.advice == nil) == (english.advice == nil))
    for text in [french, english] {
      #expect(text.message.count > 5 && !text.message.hasSuffix("."), "the code follows")
      #expect(text.advice.map { ".?".contains($0.last ?? " ") } ?? false, "each says what to do")
      for part in [text.message, text.advice ?? "x"] {
        #expect(!part.isEmpty && !part.contains("Optional(") && !part.contains("  ") && part.first != " ")
      }
    }
    #expect(!(french.message + (french.advice ?? "")).contains("'"), "French typography")
    #expect(!(english.message + (english.advice ?? "")).contains { "«»é".contains($0) })
  }

  @Test("The list of codes holds every problem's, each once, and nothing else")
  func codes() {
    let problems = WordingTests.samples + CheckWordingTests.samples.map { .check($0) }
    #expect(Set(Problem.codes) == Set(problems.map(\.code)))
    #expect(Set(Problem.codes).count == Problem.codes.count)
    #expect(Problem.check(.repeatedID("a", page: "/", others: 0)).code == "repeated-id")
    #expect(Problem.code(nearest: "link-text-vage") == "link-text-vague")
    #expect(Problem.code(nearest: "xyz") == nil)
  }
}
