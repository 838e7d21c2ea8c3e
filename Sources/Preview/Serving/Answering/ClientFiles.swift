/// The files of the client, which are built into the program.
enum ClientFiles {
  private static let files: [String: [UInt8]] = [
    "preview.js": PackageResources.preview_js,
    "live.js": PackageResources.live_js,
    "position.js": PackageResources.position_js,
    "sheets.js": PackageResources.sheets_js,
    "banner.js": PackageResources.banner_js,
    "panel.js": PackageResources.panel_js,
    "elements.js": PackageResources.elements_js,
    "texts.js": PackageResources.texts_js,
    "preview.css": PackageResources.preview_css,
    "page.css": PackageResources.page_css,
  ]

  /// - Parameter path: a request's, which begins with ``folder``.
  static func file(at path: String) -> PreviewedFile? {
    let name = String(path.dropFirst(folder.count))
    return files[name].map { PreviewedFile(content: .bytes($0), outputPath: name) }
  }

  static let folder = "/_terreau/"
}
