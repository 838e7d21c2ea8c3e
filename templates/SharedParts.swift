import Content
import HTML
import Synchronization

/// Parts that many pages of a site have in common, each made once.
///
/// A card stands in the list of its type, on the page of each of its terms and beside its relatives; the header and
/// the footer stand everywhere, and differ only by which of their entries is the current one.
final class SharedParts: Sendable {
  enum Key: Hashable {
    case card(item: Int, Rendering.CardStyle)
    case header(current: [Currency], hasSearch: Bool)
    case footer(current: [Currency])
    case libraryLinks, libraryControls
  }

  private let parts = Mutex<[Key: HTML]>([:])
  /// What chooses the results of the site's positioning, where it has one.
  let adviser: Adviser?
  let termGroups: TermGroups
  /// The library's items and facets, worked out once.
  let library: LibraryListing

  init(of site: Site) {
    library = LibraryListing(site)
    adviser = site.sections.positioning.map { Adviser($0, in: site) }
    termGroups = TermGroups(site)
  }

  /// A part, made by `make` where it isn't known yet. Two threads may make the same one: it is the same.
  func part(_ key: Key, _ make: () -> HTML) -> HTML {
    if let known = parts.withLock({ $0[key] }) { return known }
    let made = make()
    parts.withLock { $0[key] = made }
    return made
  }
}

/// How a menu entry stands to the page it is shown on.
enum Currency: Hashable {
  case elsewhere
  /// The section the page stands in.
  case section
  case page
}
