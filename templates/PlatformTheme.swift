import Content
import HTML

/// The theme: every page of a platform as Swift string templates, with its style sheet, script and icon.
///
/// No page needs the script, and none holds inline styles or handlers, so that the strictest content security
/// policy can be set.
public struct PlatformTheme: Theme {
  private let files: ThemeFiles

  /// The theme with its files as they are in the program.
  public init() { files = .builtIn }

  /// The theme with its files as they are in a folder; those that aren't there are the program's.
  ///
  /// - Parameter folder: absolute.
  public init(filesIn folder: String) { files = ThemeFiles(folder: folder) }

  public func assets(for site: Site) -> [ThemeAsset] {
    let colours = StyleSheet.customProperties(for: site.settings.colours)
    var assets = [
      ThemeAsset(name: AssetName.styleSheet, bytes: Array(colours.utf8) + files.styleSheet),
      ThemeAsset(name: AssetName.script, bytes: files.site),
      ThemeAsset(name: AssetName.icon, bytes: StyleSheet.icon(files.icon, for: site.settings.colours)),
    ]
    if site.sections.agenda != nil {
      assets.append(ThemeAsset(name: AssetName.agendaScript, bytes: files.agenda))
    }
    if site.sections.positioning != nil {
      assets.append(ThemeAsset(name: AssetName.positioning, bytes: files.positioning))
    }
    if site.sections.library != nil {
      assets.append(ThemeAsset(name: AssetName.libraryScript, bytes: files.library))
    }
    if site.sections.search != nil {
      assets += [
        ThemeAsset(name: AssetName.searchScript, bytes: files.search),
        ThemeAsset(name: AssetName.searchBox, bytes: files.searchBox),
        ThemeAsset(name: AssetName.searchCore, bytes: files.searchCore),
      ]
    }
    if site.sections.library != nil || site.sections.search != nil {
      assets.append(ThemeAsset(name: AssetName.listingScript, bytes: files.listing))
    }
    return assets
  }

  public func libraryEntries(_ listing: LibraryListing, of site: Site) -> [LibraryEntry] {
    let rendering = Rendering(page: .library(number: 1), site: site, assets: [:], shared: SharedParts(of: site))
    return listing.items.map { rendering.libraryEntry($0) }
  }

  public func searchEntries(_ listing: SearchListing, of site: Site) -> SearchEntries {
    let rendering = Rendering(page: .search, site: site, assets: [:], shared: SharedParts(of: site))
    return rendering.searchEntries(listing)
  }

  public func renderer(
    for site: Site, assets: [String: URLReference], footprint: Footprint?
  ) -> any SiteRenderer {
    PlatformRenderer(site: site, assets: assets, footprint: footprint)
  }
}

/// The pages of one platform, by their kind.
struct PlatformRenderer: SiteRenderer {
  let site: Site
  let assets: [String: URLReference]
  private let footprint: Footprint?
  private let shared: SharedParts

  init(site: Site, assets: [String: URLReference], footprint: Footprint?) {
    self.site = site
    self.assets = assets
    self.footprint = footprint
    shared = SharedParts(of: site)
  }

  func render(_ page: Page) throws -> HTML {
    let rendering = Rendering(
      page: page, site: site, assets: assets, shared: shared, footprint: footprint)
    return switch page {
    case .home: rendering.homePage()
    case .list(let type, let number): rendering.listPage(site.types[type], at: type, number: number)
    case .item(let index): rendering.itemPage(index)
    case .vocabulary(let index): rendering.vocabularyPage(site.vocabularies[index], at: index)
    case .term(let term, let number): rendering.termPage(term, number: number)
    case .library(let number): rendering.libraryPage(number: number)
    case .agenda: rendering.agendaPage()
    case .search: rendering.searchPage()
    case .positioning(let answers): rendering.positioningPage(answers)
    case .whole(let index): rendering.wholePage(index)
    case .siteMap: rendering.siteMapPage()
    case .notFound: rendering.notFoundPage()
    case .redirect(let index): rendering.redirectPage(site.redirects[index])
    }
  }
}

/// The names of the theme's files.
enum AssetName {
  static let styleSheet = "site.css"
  static let script = "site.js"
  static let agendaScript = "agenda.js"
  static let icon = "favicon.svg"
  /// Of the pages that a positioning ends with.
  static let positioning = "positioning.js"
  static let libraryScript = "library.js"
  static let searchScript = "search.js"
  /// What the library and the search share.
  static let listingScript = "listing.js"
  /// What a search box asks for once somebody comes to it.
  static let searchBox = "search-box.js"
  static let searchCore = "search-core.js"
}
