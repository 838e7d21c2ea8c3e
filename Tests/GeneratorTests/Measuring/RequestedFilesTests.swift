import HTML
import Testing

@testable import Generator

@Suite("The files a page asks for")
struct RequestedFilesTests {
  private static let file = URLReference.site("/a b.png")

  private static let rows: [(HTML, Bool)] = [
    ("<img alt=\"x\" src=\"\(file)\">", true),
    ("<img src=\"\(file)\"><img src=\"\(file)\">", true),
    ("<link rel=\"stylesheet\" href=\"\(file)\">", true),
    ("<link href=\"\(file)\" rel=\"shortcut icon\">", true),
    ("<script src=\"\(file)\" defer></script>", true),
    ("<video controls src=\"\(file)\"></video>", true),
    ("<object data=\"\(file)\"></object>", true),
    ("<svg><use href=\"\(file)\"/></svg>", true),
    ("<img loading=\"lazy\" src=\"\(file)\">", false),
    ("<img src=\"\(file)\" loading=\"lazy\">", false),
    ("<link rel=\"canonical\" href=\"\(file)\">", false),
    ("<a href=\"\(file)\">x</a>", false),
    ("<img alt=\"src=\" src=\"https://exemple.org/a.png\">", false),
    ("<p>&lt;img src=\"\(file)\"</p>", false),
    ("<img", false),
  ]

  @Test("What a first view needs is found, once, whatever stands before it", arguments: rows)
  func found(_ html: HTML, _ isFound: Bool) {
    #expect(RequestedFiles.paths(in: html.utf8) == (isFound ? ["/a%20b.png"] : []))
  }

  @Test("Queries, fragments and ampersands of an address don't hide its file")
  func parts() {
    let sprite = URLReference.site("/a&b.svg?c#d")
    let html: HTML = "<svg><use href=\"\(sprite)\"/></svg>"
    #expect(RequestedFiles.paths(in: html.utf8).count == 1)
  }
}
