import Foundation
import Preview
import Testing

@Suite("News of a preview")
struct NewsTests {
  @Test("News go through JSON unchanged")
  func roundTrip() throws {
    let news = PreviewNews(
      number: 3, languageCode: "fr", change: .styleSheets(["/a.css": "/b.css"]),
      problems: [PreviewProblem(severity: "error", code: "unknown-key", message: "x", file: "content/a.md", line: 2)])
    #expect(try JSONDecoder().decode(PreviewNews.self, from: JSONEncoder().encode(news)) == news)
  }
}
