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
    var numbers = [Int?](repeating: nil, count: site.items.count)
    for case (let number, .item(let index)) in documents.enumerated() { numbers[index] = number }
    let first = documents.count - terms.count
    let termNumbers = Dictionary(uniqueKeysWithValues: zip(terms, first...))
    // Terms have no type: whoever chooses one looks for items.
    let types = site.types.indices.map { index in
      LibraryListing.Value(
        id: site.types[index].id, label: site.types[index].plural,
        url: site.types[index].hasList ? site.types[index].url : nil,
        numbers: site.items(of: index).compactMap { numbers[$0] })
    }
    facets =
      [LibraryListing.Facet(kind: .type, id: "type", values: types.filter { !$0.numbers.isEmpty })]
      + search.facets.map { index in
        let vocabulary = site.vocabularies[index]
        let values = vocabulary.terms.enumerated().map { place, term in
          let own = termNumbers[TermReference(vocabulary: index, term: place)]
          return LibraryListing.Value(
            id: term.id, label: term.name, url: term.url,
            numbers: term.items.compactMap { numbers[$0] } + (own.map { [$0] } ?? []))
        }
        return LibraryListing.Facet(
          kind: .vocabulary(index), id: LibraryListing.facetID(vocabulary), values: values)
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
