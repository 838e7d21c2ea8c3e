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

  public init(_ site: Site) {
    items = site.libraryItems
    guard let library = site.sections.library else {
      facets = []
      return
    }
    facets = LibraryListing.facets(
      of: site, numbers: site.numbers(of: items), types: library.types, vocabularies: library.facets)
  }

  /// The type, then vocabularies, and what each of their values keeps.
  ///
  /// - Parameters:
  ///   - numbers: by the indices of `Site.items`; hidden items carry terms too, and have none.
  ///   - own: the numbers of terms that stand in the list themselves.
  static func facets(
    of site: Site, numbers: [Int?], types: some Sequence<Int>, vocabularies: [Int],
    own: [TermReference: Int] = [:]
  ) -> [Facet] {
    let types = types.map { index in
      let type = site.types[index]
      return Value(
        id: type.id, label: type.plural, url: type.hasList ? type.url : nil,
        numbers: site.items(of: index).compactMap { numbers[$0] })
    }
    return [Facet(kind: .type, id: "type", values: types)]
      + vocabularies.map { index in
        let vocabulary = site.vocabularies[index]
        let values = vocabulary.terms.enumerated().map { place, term in
          let itself = own[TermReference(vocabulary: index, term: place)].map { [$0] } ?? []
          return Value(
            id: term.id, label: term.name, url: term.url,
            numbers: term.items.compactMap { numbers[$0] } + itself)
        }
        // Some names are those of other parameters of the address.
        let id = LibraryListing.reserved.contains(vocabulary.id) ? vocabulary.id + "_" : vocabulary.id
        return Facet(kind: .vocabulary(index), id: id, values: values)
      }
  }
}

extension Site {
  /// The places of some items among themselves, by the indices of `items`.
  func numbers(of items: some Sequence<Int>) -> [Int?] {
    var numbers = [Int?](repeating: nil, count: self.items.count)
    for (number, item) in items.enumerated() { numbers[item] = number }
    return numbers
  }
}

/// How the library's list can be sorted, beside the order of lists; what addresses and data call it.
public enum LibraryOrder: String, Sendable, CaseIterable {
  /// The newest first, what has no date last.
  case date
  case title = "titre"

  /// The places of dates, the newest first and what has none last; equal ones stay as they are.
  public static func newestFirst(_ dates: [DateSpan?]) -> [Int] {
    let days = dates.map { $0?.earliestDay.daysSinceEpoch ?? .min }
    return days.indices.sorted { (days[$1], $0) < (days[$0], $1) }
  }
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
