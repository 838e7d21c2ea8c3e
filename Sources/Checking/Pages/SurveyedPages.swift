import Content
import Generator
import HTML

/// Every page of a site as it was rendered, and every address that the site has.
struct SurveyedPages: Sendable {
  let site: Site
  let views: [(page: Page, view: PageSurvey)]
  /// The encoded site path of each page, in the order of `views`.
  let paths: [String]
  /// The encoded site paths of all files; of pages, without the `index.html`.
  private let files: Set<String>
  /// The places of pages in `views`, by path.
  private let pages: [String: Int]
  private let ids: [Set<String>]
  /// Where each address leads that pages name: most are named by many.
  private var targets: [String: Target] = [:]

  init(_ site: Site, _ plan: Plan, _ views: [(page: Page, view: PageSurvey)]) {
    self.site = site
    self.views = views
    paths = views.map { site.url(of: $0.page).sitePath ?? "/" }
    pages = Dictionary(zip(paths, paths.indices)) { first, _ in first }
    ids = views.map { Set($0.view.ids) }
    files = Set(plan.files.compactMap { URLReference.site("/" + $0.path).sitePath })
    for address in Set(views.lazy.flatMap(\.view.siteLinks)) { targets[address] = found(address) }
  }

  /// Where an address leads.
  enum Target: Hashable {
    case page(Int)
    case file, nowhere
    /// The page is there, the anchor is not.
    case noAnchor
    case elsewhere
  }

  /// - Parameter address: an encoded site path with its query and fragment.
  func target(ofSitePath address: String) -> Target { targets[address] ?? found(address) }

  private func found(_ address: String) -> Target {
    let end = address.utf8.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
    let path = String(address[..<(end ?? address.endIndex)])
    guard let page = pages[path] ?? pages[String(path.dropLast("index.html".count))] else {
      return files.contains(path) ? .file : .nowhere
    }
    guard let mark = address.utf8.firstIndex(of: UInt8(ascii: "#")) else { return .page(page) }
    let fragment = address[address.utf8.index(after: mark)...]
    guard !fragment.isEmpty, fragment != "top" else { return .page(page) }
    return ids[page].contains(fragment.removingPercentEncoding) ? .page(page) : .noAnchor
  }

  /// Where an address leads that a template wrote by hand.
  func target(of address: String, from page: Int) -> Target {
    if let path = sitePath(of: address, from: page) { return target(ofSitePath: path) }
    return .elsewhere
  }

  /// The site path that an address means on a page; `nil` for those of other sites and of no page.
  private func sitePath(of address: String, from page: Int) -> String? {
    if address.isEmpty || address.hasPrefix("#") { return paths[page] + address }
    for base in [site.settings.baseURL, site.settings.basePath] where address.hasPrefix(base) {
      return "/" + address.dropFirst(base.count)
    }
    guard !address.hasPrefix("/"),
      !address.prefix(while: { $0 != "/" && $0 != "?" && $0 != "#" }).contains(":")
    else { return nil }
    return resolved(address, on: paths[page])
  }

  /// A relative address on a page (RFC 3986 § 5.2).
  private func resolved(_ address: String, on path: String) -> String {
    let tail = address.firstIndex { $0 == "?" || $0 == "#" } ?? address.endIndex
    var parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().dropFirst()
    for part in address[..<tail].split(separator: "/", omittingEmptySubsequences: false) {
      switch part {
      case ".": continue
      case "..": _ = parts.popLast()
      default: parts.append(part)
      }
    }
    if address[..<tail].hasSuffix("..") || address[..<tail].hasSuffix(".") { parts.append("") }
    return "/" + parts.joined(separator: "/") + address[tail...]
  }
}

extension Substring {
  /// The text with `%C3%A9` read as what it stands for; as it is where that is no UTF-8.
  var removingPercentEncoding: String {
    guard utf8.contains(UInt8(ascii: "%")) else { return String(self) }
    var bytes: [UInt8] = []
    var rest = utf8
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let value = UInt8(String(Substring(rest.prefix(2))), radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? String(self)
  }
}
