import HTML
import Markup

/// The library's items, and which of them each value of each facet keeps.
///
/// Items are named by their numbers, from 0 in the order of the list.
public struct LibraryListing: Sendable {
  /// The items, as indices of `Site.items`.
  public let items: [Int]
  /// The type first, then the vocabularies in the order that the settings give them.
  public let facets: [Facet]

  /// One way to narrow the list.
  public struct Facet: Sendable {
    public enum Kind: Sendable, Hashable {
      case type
      /// A vocabulary, by index.
      case vocabulary(Int)
    }

    public let kind: Kind
    /// What it is called in addresses: `type`, or the id of its vocabulary.
    public let id: String
    public let values: [Value]
  }

  /// A type or a term.
  public struct Value: Sendable {
    public let id: String
    public let label: String
    /// The page that lists what carries it; `nil` where there is none.
    public let url: URLReference?
    /// The numbers of the items that carry it, ascending.
    public let numbers: [Int]
  }

  /// The parameters of the library's address, and the search's, that are no vocabularies.
  private static let reserved: Set<String> = ["type", "q", "tri"]

  /// What a vocabulary is called in these addresses.
  static func facetID(_ vocabulary: Vocabulary) -> String {
    reserved.contains(vocabulary.id) ? vocabulary.id + "_" : vocabulary.id
  }

  public init(_ site: Site) {
    items = site.libraryItems
    guard let library = site.sections.library else {
      facets = []
      return
    }
    // Hidden items carry terms too, and have no number.
    var numbers = [Int?](repeating: nil, count: site.items.count)
    for (number, item) in items.enumerated() { numbers[item] = number }
    let types = library.types.map { index in
      let type = site.types[index]
      return Value(
        id: type.id, label: type.plural, url: type.hasList ? type.url : nil,
        numbers: site.items(of: index).compactMap { numbers[$0] })
    }
    facets =
      [Facet(kind: .type, id: "type", values: types)]
      + library.facets.map { index in
        let vocabulary = site.vocabularies[index]
        let terms = vocabulary.terms.map { term in
          Value(
            id: term.id, label: term.name, url: term.url, numbers: term.items.compactMap { numbers[$0] })
        }
        return Facet(kind: .vocabulary(index), id: LibraryListing.facetID(vocabulary), values: terms)
      }
  }
}

/// How the library's list can be sorted, beside the order of lists; what addresses and data call it.
public enum LibraryOrder: String, Sendable, CaseIterable {
  /// The newest first, what has no date last.
  case date
  case title = "titre"
}

/// What the library shows of an item, in the words of a theme.
public struct LibraryEntry: Sendable {
  public let title: String
  public let url: URLReference
  /// The language (BCP 47) of the title and the summary, where it is not the site's.
  public let languageCode: String?
  /// What kind of thing it is.
  public let type: String
  public let summary: String?
  public let date: DateSpan?
  public let dateInWords: String?
  /// The labels of a few terms.
  public let terms: [String]

  public init(
    title: String, url: URLReference, languageCode: String?, type: String, summary: String?, date: DateSpan?,
    dateInWords: String?, terms: [String]
  ) {
    self.title = title
    self.url = url
    self.languageCode = languageCode
    self.type = type
    self.summary = summary
    self.date = date
    self.dateInWords = dateInWords
    self.terms = terms
  }
}
