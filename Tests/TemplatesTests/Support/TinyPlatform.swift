import Content
import Foundation
import HTML
import Templates

/// A whole platform of a few files, written to a folder of its own, read, checked and rendered as a build does.
struct TinyPlatform {
  let site: Site
  let diagnostics: [Diagnostic]
  private let theme = PlatformTheme()
  private let assets: [String: URLReference]

  /// - Parameters:
  ///   - settings: lines to add to `site.yml`, which has a name, an address and the language.
  ///   - files: texts by their path below `content/`.
  init(
    settings: String = "", language: String = "fr", files: [String: String], options: BuildOptions? = nil
  ) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "templates-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    var files = files
    files["site.yml"] = """
      name: "Le site"
      base_url: "https://exemple.org/projet/"
      language: \(language)
      \(settings)

      """
    for (path, text) in files {
      let file = folder.appending(path: "content/\(path)")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let sources = await LoadedSources(try SourceTree(folder: folder.path), jobs: 1)
    let reading = await SiteReader(options: options ?? BuildOptions(jobs: 1)).read(sources)
    site = reading.site
    diagnostics = reading.diagnostics.filter { $0.severity == .error }
    var assets: [String: URLReference] = [:]
    for asset in theme.assets(for: reading.site) { assets[asset.name] = .site("/assets/\(asset.name)") }
    self.assets = assets
  }

  /// The HTML of a page, as it is published.
  func html(_ page: Page, footprint: Footprint? = nil) throws -> String {
    let html = try theme.renderer(for: site, assets: assets, footprint: footprint).render(page)
    let style = AddressStyle.relative(to: site.path(of: page))
    return String(decoding: html.resolved(style), as: UTF8.self)
  }

  /// The HTML of the item of a title.
  func html(itemTitled title: String) throws -> String {
    guard let index = site.items.firstIndex(where: { $0.title == title }) else { throw Missing(title: title) }
    return try html(.item(index))
  }

  func index(ofType id: String) throws -> Int {
    guard let index = site.types.firstIndex(where: { $0.id == id }) else { throw Missing(title: id) }
    return index
  }

  struct Missing: Error {
    var title: String
  }
}
