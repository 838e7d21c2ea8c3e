import Content
import HTML

/// Weighs pages against the files that a plan publishes beside them.
struct PageMeter: Sendable {
  /// Every file that isn't a page.
  let files: [FileWeight]
  /// The bytes of these, by the encoded site path.
  private let sizes: [String: Int]

  init(_ plan: Plan, _ site: Site) {
    let copied = Dictionary(site.assets.map { ($0.source, $0.size) }) { first, _ in first }
    let themed = Set(plan.assets.values)
    var files: [FileWeight] = []
    var sizes: [String: Int] = [:]
    for file in plan.files {
      let bytes: Int
      switch file.content {
      case .page: continue
      case .made(let make): bytes = make().count
      case .bytes(let content): bytes = content.count
      case .copy(let source): bytes = copied[source] ?? 0
      }
      let url = URLReference.site("/" + file.path)
      files.append(FileWeight(path: file.path, bytes: bytes, isOfTheme: themed.contains(url)))
      if let path = url.sitePath { sizes[path] = bytes }
    }
    self.files = files
    self.sizes = sizes
  }

  /// - Parameters:
  ///   - html: the page with its addresses still symbolic.
  ///   - bytes: how many it has as published.
  func weight(of page: Page, html: HTML, bytes: Int) -> PageWeight {
    let wanted = RequestedFiles.paths(in: html.utf8).filter { sizes[$0] != nil }
    func sum(_ paths: some Sequence<String>) -> Int { paths.reduce(0) { $0 + (sizes[$1] ?? 0) } }
    return PageWeight(
      page: page, htmlBytes: bytes, requests: 1 + wanted.count, firstViewBytes: bytes + sum(wanted),
      scriptBytes: sum(wanted.filter { $0.utf8.suffix(3).elementsEqual(".js".utf8) }))
  }
}
