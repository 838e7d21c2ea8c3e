// Builds a platform with a theme one of whose pages has a fault, to see what becomes of the build.
//
//     ThemeProbe SOURCE FAULT PAGE...
//
// FAULT is `none`, `throw`, `index`, `unwrap`, `overflow`, `recursion` or `loop`; PAGE is the site path of a page
// that has it. A page that takes a second counts as endless.

import Content
import Generator
import Glibc
import HTML

struct FaultyTheme: Theme {
  enum Fault: String {
    case none, `throw`, index, unwrap, overflow, recursion, loop
  }

  let fault: Fault
  let pages: Set<String>

  func assets(for site: Site) -> [ThemeAsset] { [] }

  func libraryEntries(_ listing: LibraryListing, of site: Site) -> [LibraryEntry] { [] }

  func searchEntries(_ listing: SearchListing, of site: Site) -> SearchEntries { SearchEntries() }

  func renderer(
    for site: Site, assets: [String: URLReference], footprint: Footprint?
  ) -> any SiteRenderer {
    FaultyRenderer(site: site, fault: fault, pages: pages)
  }
}

struct FaultyRenderer: SiteRenderer {
  struct Failure: Error, CustomStringConvertible {
    let description = "no such thing"
  }

  let site: Site
  let fault: FaultyTheme.Fault
  let pages: Set<String>

  func render(_ page: Page) throws -> HTML {
    let path = site.path(of: page)
    if pages.contains(path) { try fail(path) }
    return "<!DOCTYPE html>\n<title>\(path)</title>\n"
  }

  private func fail(_ path: String) throws {
    let nothing: [String] = path.isEmpty ? ["a"] : []
    switch fault {
    case .none: break
    case .throw: throw Failure()
    case .index: print(nothing[path.utf8.count])
    case .unwrap: print(nothing.first!)
    case .overflow: print(Int.max - path.utf8.count.distance(to: 0))
    case .recursion: print(partial(path).isEmpty)
    case .loop: while getpid() > 0 {}
    }
  }

  /// Two partials that hold each other.
  private func partial(_ path: String) -> HTML { "<p>\(otherPartial(path + "/"))</p>" }

  private func otherPartial(_ path: String) -> HTML { path.isEmpty ? "" : "<b>\(partial(path))</b>" }
}

let arguments = CommandLine.arguments.dropFirst()
guard let source = arguments.first, let fault = arguments.dropFirst().first.flatMap(FaultyTheme.Fault.init)
else {
  exit(2)
}
RenderMonitor.reportTraps()
RenderMonitor.watchForStalls(limit: .seconds(1)) { page in
  print(DiagnosticWording.english.text(of: .templateTooSlow(page: page, seconds: 1)).message)
  fflush(nil)
  _exit(70)
}
let theme = FaultyTheme(fault: fault, pages: Set(arguments.dropFirst(2)))
let report = await SiteBuilder(request: BuildRequest(source: source, jobs: 2), theme: theme).build()
for diagnostic in report.diagnostics {
  print(DiagnosticWording.english.text(of: diagnostic.problem).message)
}
exit(report.exitStatus)
