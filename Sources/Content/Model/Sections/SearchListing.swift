import HTML
import Markup

/// The documents of the search, and which of them each value of each facet keeps.
///
/// A document is named by its number: its place in ``documents``.
public struct SearchListing: Sendable {
  /// A page that may be found.
  public enum Document: Sendable, Hashable {
    /// An index of `Site.items`.
    case item(Int)
    case term(TermReference)
  }

  /// The items in the order of lists, then the terms.
  public let documents: [Document]
  /// The type first, then the vocabularies in the order that the settings give them.
  public let facets: [LibraryListing.Facet]

  public init(_ site: Site) {
    let terms = site.searchTerms
    documents = site.searchItems.map { .item($0) } + terms.map { .term($0) }
    guard let search = site.sections.search else {
      facets = []
      return
    }
    let first = documents.count - terms.count
    let all = LibraryListing.facets(
      of: site, numbers: site.numbers(of: site.searchItems), types: site.types.indices, vocabularies: search.facets,
      own: Dictionary(uniqueKeysWithValues: zip(terms, first...)))
    // Terms have no type: whoever chooses one looks for items, and a type without any is none to choose.
    facets = all.map { facet in
      guard facet.kind == .type else { return facet }
      return LibraryListing.Facet(
        kind: .type, id: facet.id, values: facet.values.filter { !$0.numbers.isEmpty })
    }
  }
}

extension Site {
  /// The items that may be found, in the order of lists: neither hidden nor drafts, not even in builds with drafts.
  public var searchItems: [Int] {
    items.indices.filter { !items[$0].isHidden && items[$0].unpublished == nil }
  }

  /// The terms that may be found: those with a page that says more than which items carry them.
  public var searchTerms: [TermReference] {
    vocabularies.indices.filter { vocabularies[$0].hasPages }.flatMap { index in
      vocabularies[index].terms.enumerated().compactMap { place, term in
        term.page != nil || term.description != nil ? TermReference(vocabulary: index, term: place) : nil
      }
    }
  }
}

/// What a search shows, in the words of a theme.
public struct SearchEntries: Sendable {
  /// One for each document, in their order.
  public var entries: [SearchEntry]
  /// What each facet is called, in their order.
  public var facetNames: [String]

  public init(entries: [SearchEntry] = [], facetNames: [String] = []) {
    self.entries = entries
    self.facetNames = facetNames
  }
}

/// What a search shows of a document.
public struct SearchEntry: Sendable {
  public let title: String
  public let url: URLReference
  /// The language (BCP 47) of its text, where it is not the site's.
  public let languageCode: String?
  /// What kind of thing it is.
  public let type: String
  public let date: DateSpan?
  public let dateInWords: String?
  /// The labels of the steps between the home page and the document.
  public let breadcrumb: [String]

  public init(
    title: String, url: URLReference, languageCode: String?, type: String, date: DateSpan?, dateInWords: String?,
    breadcrumb: [String]
  ) {
    self.title = title
    self.url = url
    self.languageCode = languageCode
    self.type = type
    self.date = date
    self.dateInWords = dateInWords
    self.breadcrumb = breadcrumb
  }
}
