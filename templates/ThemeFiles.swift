import Content
import Glibc

/// The theme's own files as browsers get them: those in the program, or those of a folder while they are worked on.
struct ThemeFiles: Sendable {
  let styleSheet: [UInt8]
  let icon: [UInt8]
  let site: [UInt8]
  let listing: [UInt8]
  let library: [UInt8]
  let search: [UInt8]
  let searchBox: [UInt8]
  let searchCore: [UInt8]
  let agenda: [UInt8]
  let positioning: [UInt8]

  static let builtIn = ThemeFiles { _, bytes in bytes }

  /// - Parameter folder: absolute; a file that isn't there is the program's.
  init(folder: String) {
    self.init { name, bytes in ThemeFiles.contents(of: "\(folder)/\(name)") ?? bytes }
  }

  private init(_ file: (_ name: String, _ builtIn: [UInt8]) -> [UInt8]) {
    styleSheet = StyleSheet.minified(file("site.css", PackageResources.site_css))
    icon = file("favicon.svg", PackageResources.favicon_svg)
    site = Script.delivered(file("site.js", PackageResources.site_js))
    listing = Script.delivered(file("listing.js", PackageResources.listing_js))
    library = Script.delivered(file("library.js", PackageResources.library_js))
    search = Script.delivered(file("search.js", PackageResources.search_js))
    searchBox = Script.delivered(file("search-box.js", PackageResources.search_box_js))
    searchCore = Script.delivered(file("search-core.js", PackageResources.search_core_js))
    agenda = file("agenda.js", PackageResources.agenda_js)
    positioning = file("positioning.js", PackageResources.positioning_js)
  }

  private static func contents(of path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }
}
