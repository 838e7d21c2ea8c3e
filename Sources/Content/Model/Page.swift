import HTML

/// A page of the site, as the plan knows it and a theme renders it.
public enum Page: Sendable, Hashable {
  case home
  /// A page of a type's list; numbers are 1-based.
  case list(type: Int, number: Int)
  case item(Int)
  case vocabulary(Int)
  case term(TermReference, number: Int)
  case library(number: Int)
  case agenda
  case search
  /// What follows some answers: the next question, or the result. An answer is a term's index, `nil` where there
  /// is none.
  case positioning([Int?])
  /// All the chapters of an item on one page.
  case whole(Int)
  case siteMap
  case notFound
  /// A page at an old address that leads to the new one, by its index in `Site.redirects`.
  case redirect(Int)

  /// Whether it is no page of the site's own, but leads to one.
  public var isRedirect: Bool {
    if case .redirect = self { true } else { false }
  }
}

extension Site {
  /// The unencoded site path of a page: `/kits/`, `/kits/page/2/`, `/404.html`.
  public func path(of page: Page) -> String {
    switch page {
    case .home: "/"
    case .list(let type, let number): Site.numbered(types[type].listPath, number)
    case .item(let index): items[index].path
    case .vocabulary(let index): "/\(vocabularies[index].path)/"
    case .term(let term, let number):
      Site.numbered("/\(vocabularies[term.vocabulary].path)/\(self[term].id)/", number)
    case .library(let number): Site.numbered(sections.library?.heading.sitePath ?? "/", number)
    case .agenda: sections.agenda?.heading.sitePath ?? "/"
    case .search: sections.search?.heading.sitePath ?? "/"
    case .positioning(let answers): sections.positioning?.path(of: answers, vocabularies) ?? "/"
    case .whole(let index): "\(items[index].path)texte-complet/"
    case .siteMap: "/plan-du-site/"
    case .notFound: "/404.html"
    case .redirect(let index): redirects[index].from
    }
  }

  public func url(of page: Page) -> URLReference { .site(path(of: page)) }

  /// Every page of the site, in a fixed order.
  public var pages: [Page] {
    var pages: [Page] = [.home]
    for (index, type) in types.enumerated() where type.hasList {
      pages += (1...listPageCount(ofType: index)).map { .list(type: index, number: $0) }
    }
    pages += items.indices.map { .item($0) }
    for (index, vocabulary) in vocabularies.enumerated() where vocabulary.hasPages {
      pages.append(.vocabulary(index))
      for (number, term) in vocabulary.terms.enumerated() {
        let reference = TermReference(vocabulary: index, term: number)
        pages += (1...pageCount(term.items.count)).map { .term(reference, number: $0) }
      }
    }
    if sections.library != nil { pages += (1...pageCount(libraryItems.count)).map { .library(number: $0) } }
    if sections.agenda != nil { pages.append(.agenda) }
    if sections.search != nil { pages.append(.search) }
    if let positioning = sections.positioning {
      pages += positioning.answers(vocabularies).map { .positioning($0) }
    }
    pages += chapters.keys.sorted().map { .whole($0) }
    return pages + [.siteMap, .notFound] + redirects.indices.map { .redirect($0) }
  }

  /// Ids that templates use, and that no heading of a text may have.
  public static let reservedIDs: Set<String> = ["contenu", "menu", "recherche", "pied-de-page"]

  private static func numbered(_ path: String, _ number: Int) -> String {
    number == 1 ? path : "\(path)page/\(number)/"
  }
}

/// What turns pages into HTML: the seam between the generator and the templates.
public protocol Theme: Sendable {
  /// The theme's own files, such as its style sheet.
  func assets(for site: Site) -> [ThemeAsset]

  /// What the library shows of each of its items, in their order: the visitor's browser draws it again when the list
  /// is narrowed.
  func libraryEntries(_ listing: LibraryListing, of site: Site) -> [LibraryEntry]

  /// What a search shows of each of its documents, in their order; asked for on platforms with a search only.
  func searchEntries(_ listing: SearchListing, of site: Site) -> SearchEntries

  /// What renders the pages of one site; it may keep what they share.
  ///
  /// - Parameters:
  ///   - assets: the published address of each of the theme's files, by name, and those of the library's
  ///     data and the search's.
  ///   - footprint: what the other pages weigh, for those that show it; `nil` while they are measured.
  func renderer(
    for site: Site, assets: [String: URLReference], footprint: Footprint?
  ) -> any SiteRenderer
}

/// Renders the pages of one site.
public protocol SiteRenderer: Sendable {
  /// A page as HTML, in which addresses inside the site stay symbolic. Called from several threads at once; equal
  /// pages give equal bytes.
  func render(_ page: Page) throws -> HTML
}

/// A file of a theme, published under a name that holds a hash of its bytes.
public struct ThemeAsset: Sendable, Hashable {
  /// `site.css`
  public let name: String
  public let bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
