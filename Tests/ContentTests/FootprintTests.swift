import Testing

@testable import Content

@Suite("The weight of a site")
struct FootprintTests {
  private static func pages(_ sizes: [Int]) -> [PageWeight] {
    sizes.enumerated().map { index, size in
      PageWeight(page: .item(index), htmlBytes: size, requests: 1 + index % 3, firstViewBytes: size + 10, scriptBytes: size)
    }
  }

  @Test(
    "The middle is between two pages where there is none, and 95 % is the nearest page above",
    arguments: [
      ([7], 7, 7), ([1, 4], 2, 4), ([9, 1, 5], 5, 9), (Array(1...100), 50, 95), (Array(1...20), 10, 19),
      (Array(1...21), 11, 20),
    ])
  func distribution(_ sizes: [Int], _ median: Int, _ percentile: Int) throws {
    let footprint = try #require(Footprint(pages: Self.pages(sizes), files: [], unmeasured: 0))
    #expect(footprint.medianHTML == median)
    #expect(footprint.percentile95HTML == percentile)
    #expect(footprint.largestHTML.htmlBytes == sizes.max())
    #expect(footprint.pageCount == sizes.count)
  }

  @Test("Where two pages weigh the same, the first is named")
  func ties() throws {
    let footprint = try #require(Footprint(pages: Self.pages([3, 8, 8, 1]), files: [], unmeasured: 1))
    #expect(footprint.largestHTML.page == .item(1))
    #expect(footprint.heaviestView.page == .item(1))
    #expect(footprint.mostRequests.page == .item(2))
    #expect(footprint.unmeasuredCount == 1)
  }

  @Test("Redirects are files and no pages; files are told apart by their type and who made them")
  func groups() throws {
    let redirect = PageWeight(page: .redirect(0), htmlBytes: 900, requests: 9, firstViewBytes: 900, scriptBytes: 0)
    let files = [
      ("a.css", 10, true), ("b.js", 20, true), ("c.svg", 30, true), ("d.SVG", 40, false), ("e.woff2", 50, false),
      ("f", 60, false), ("g.d/h", 70, false),
    ].map { FileWeight(path: $0, bytes: $1, isOfTheme: $2) }
    let footprint = try #require(Footprint(pages: Self.pages([100]) + [redirect], files: files, unmeasured: 0))
    #expect(footprint.pageCount == 1)
    #expect(footprint.largestHTML.htmlBytes == 100)
    #expect((footprint.all.count, footprint.all.bytes) == (9, 1_280))
    #expect(footprint.styleSheets.bytes == 10)
    #expect(footprint.scripts.bytes == 20)
    #expect(footprint.icons.bytes == 30)
    #expect(footprint.images.bytes == 40)
    #expect(footprint.fonts.bytes == 50)
    #expect(Footprint(pages: [redirect], files: files, unmeasured: 0) == nil)
  }

  @Test("The pages that show it are known wherever the directive stands")
  func showing() async throws {
    let text = "## Titre\n\n::écoconception\n"
    let reading = try await TinySite([
      "index.md": .text(text), "notes/index.md": .text(text), "vocabularies/themes/eau.md": .text(text),
      "notes/a.md": "---\ntitle: A\ntexte: |\n  ::écoconception\n---\n",
      "notes/b.md": "---\ntitle: B\n---\n::inclure{fichier=\"_c.md\"}\n", "notes/_c.md": .text(text),
      "notes/d.md": "---\ntitle: D\n---\n::accessibilité\n",
    ]).read()
    let site = reading.site
    let paths = site.pagesShowingFootprint.map { site.path(of: $0) }.sorted()
    #expect(paths == ["/", "/notes/", "/notes/a/", "/notes/b/", "/themes/eau/"])
  }
}
