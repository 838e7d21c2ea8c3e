import Content
import HTML
import Testing

@testable import Checking

@Suite("Pages as rendered")
struct PageTests {
  /// What is on the page of an item, and all that must be said of it.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let html: String
    let findings: [String]

    init(_ words: String, _ html: String, _ findings: [String] = []) {
      testDescription = words
      self.html = html
      self.findings = findings
    }
  }

  static let cases = [
    Case("A plain page", "<h1>A</h1><h2>B</h2><h3>C</h3><h2>D</h2>"),
    Case("A link to a page, with a query", "<h1>A</h1><a href=\"{/notes/?q=eau&amp;p=2}\">B</a>"),
    Case("A link to a file", "<h1>A</h1><a href=\"{/robots.txt}\">B</a>"),
    Case("A link to nothing", "<h1>A</h1><a href=\"{/nulle/part/}\">B</a>", ["page-link-broken"]),
    Case("An image that isn't there", "<h1>A</h1><img src=\"{/a.png}\" alt=\"\">", ["page-link-broken"]),
    Case("An anchor of the page", "<h1 id=\"a\">A</h1><a href=\"#a\">B</a><a href=\"{/notes/a/#a}\">C</a>"),
    Case("An anchor that isn't there", "<h1>A</h1><a href=\"#b\">B</a>", ["page-anchor-broken"]),
    Case("An anchor with an accent, encoded", "<h1 id=\"é\">A</h1><a href=\"{/notes/a/#%C3%A9}\">B</a>"),
    Case("The top of the page", "<h1>A</h1><a href=\"#\">B</a><a href=\"#top\">C</a>"),
    Case("An address written by hand", "<h1>A</h1><a href=\"../../notes/\">B</a><a href=\"/notes/a/\">C</a>"),
    Case("A wrong address written by hand", "<h1>A</h1><a href=\"../b/\">B</a>", ["page-link-broken"]),
    Case("The site's own address", "<h1>A</h1><a href=\"https://exemple.org/notes/\">B</a>"),
    Case(
      "The site's own address, wrong", "<h1>A</h1><a href=\"https://exemple.org/c/\">B</a>",
      ["page-link-broken"]),
    Case(
      "Other addresses", "<h1>A</h1><a href=\"https://exemple.net/c/\">B</a><a href=\"mailto:a@b.fr\">C</a>"),
    Case("An old address", "<h1>A</h1><a href=\"{/ancienne/}\">B</a>", ["link-to-redirect"]),
    Case("An id twice", "<h1 id=\"a\">A</h1><p id=\"a\">B</p>", ["repeated-id"]),
    Case("No main heading", "<h2>A</h2>", ["main-headings"]),
    Case("Two main headings", "<h1>A</h1><h1>B</h1>", ["main-headings"]),
    Case("A level skipped", "<h1>A</h1><h3>B</h3>", ["heading-skips-level"]),
    Case("A heading of nothing but space", "<h1>A</h1><h2> <b></b></h2>", ["heading-empty"]),
    Case("A heading that is an image", "<h1><img src=\"{/robots.txt}\" alt=\"Nom\"></h1>"),
    Case("An image without text", "<h1>A</h1><img src=\"{/robots.txt}\">", ["image-without-text"]),
    Case("A decorative image", "<h1>A</h1><img src=\"{/robots.txt}\" alt=\"\">"),
    Case("A link without text", "<h1>A</h1><a href=\"{/notes/}\"> <i></i></a>", ["link-without-text"]),
    Case(
      "A link that is an image", "<h1>A</h1><a href=\"{/}\"><img src=\"{/robots.txt}\" alt=\"Accueil\"></a>"),
    Case("A link with a name for screen readers", "<h1>A</h1><a href=\"{/}\" aria-label=\"Accueil\"></a>"),
    Case(
      "A link whose drawing has a name", "<h1>A</h1><a href=\"{/}\"><svg aria-label=\"Accueil\"></svg></a>"),
    Case(
      "Tags in scripts and comments",
      "<h1>A</h1><script>\"<h1><img>\"</script><!-- <h1> --><style>a>b{}</style>"),
    Case("A > in a value", "<h1 title=\"a > b\">A</h1>"),
  ]

  @Test("What is wrong on a page is found, and nothing else", arguments: cases)
  func page(_ row: Case) async throws {
    let site = try CheckedSite([
      "notes/a.md": CheckedSite.page("Première", "Un texte.\n", more: "aliases: [/ancienne/]\n")
    ])
    // Every page leads to every other: nothing is out of reach.
    let links = "<a href=\"{/notes/}\">N</a><a href=\"{/notes/a/}\">A</a>"
    let report = await site.check(theme: ProbeTheme { $0 == "/notes/a/" ? row.html : "<h1>A</h1>" + links })
    #expect(report.findings.map { String($0.split(separator: " ").last ?? "") } == row.findings)
  }

  @Test("What many pages have is told once, with their number; what one has, at its file")
  func once() async throws {
    let site = try CheckedSite()
    let all = await site.check(
      theme: ProbeTheme { _ in
        "<h1>A</h1><a href=\"{/notes/}\">N</a><a href=\"{/notes/a/}\">A</a><img src=\"{/x.png}\" alt=\"\">"
      })
    #expect(all.findings == ["page-link-broken"])
    guard case .check(.pageLinkBroken("/x.png", page: "/", let others)) = all.diagnostics.first?.problem
    else {
      Issue.record("\(all.diagnostics)")
      return
    }
    #expect(others == all.pages - 1)
    let one = await site.check(
      theme: ProbeTheme { path in
        "<h1>A</h1><a href=\"{/notes/}\">N</a><a href=\"{/notes/a/}\">A</a>"
          + (path == "/notes/a/" ? "<h1>B</h1>" : "")
      })
    #expect(one.findings == ["notes/a.md:1:1 main-headings"])
  }

  @Test("A page that only the site map names is out of reach")
  func unreachable() async throws {
    let site = try CheckedSite([
      "types/page.yml": "name: Page\nplural: Pages\nfolder: pages\npath: \"\"\nlist: false\n",
      "pages/perdue.md": CheckedSite.page("Perdue", "Un texte.\n"),
      "pages/liee.md": CheckedSite.page("Liée", "Un texte.\n"),
      "index.md": "Voir [la page](pages/liee.md).\n",
    ])
    #expect(await site.check().findings == ["pages/perdue.md:2:8 page-unreachable"])
  }

  @Test("A template that fails is told with the status of one, and the others are still looked at")
  func failure() async throws {
    struct Failing: Theme {
      let inner = ProbeTheme { _ in "<h1>A</h1>" }
      func assets(for site: Site) -> [ThemeAsset] { [] }
      func libraryEntries(_ listing: LibraryListing, of site: Site) -> [LibraryEntry] { [] }
      func searchEntries(_ listing: SearchListing, of site: Site) -> SearchEntries { SearchEntries() }
      func renderer(
        for site: Site, assets: [String: URLReference], footprint: Footprint?
      ) -> any SiteRenderer {
        Renderer(inner: inner.renderer(for: site, assets: assets, footprint: footprint))
      }
      struct Renderer: SiteRenderer {
        let inner: any SiteRenderer
        func render(_ page: Page) throws -> HTML {
          if page == .siteMap { throw Diagnostic(.error, .interrupted) }
          if page == .notFound { throw CancellationError() }
          return try inner.render(page)
        }
      }
    }
    let report = await (try CheckedSite()).check(theme: Failing())
    #expect(report.findings.contains("template-failed"))
    #expect(report.exitStatus(.never) >= 70)
  }
}
