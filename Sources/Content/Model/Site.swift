import HTML
import Markup

/// A whole platform, read and checked: immutable, complete, every reference resolved.
///
/// Items, vocabularies and terms are named by their indices. Items stand in the order of lists, one content type
/// after the other.
public struct Site: Sendable {
  public let settings: Settings
  /// In their declared order.
  public let types: [ContentType]
  public let vocabularies: [Vocabulary]
  public let items: [Item]
  /// The items of each type: a range of indices of `items` a type.
  public let itemRanges: [Range<Int>]
  public let home: Introduction?
  public let sections: Sections
  /// The chapters of each item that has some, in their order, by index.
  public let chapters: [Int: [Int]]
  public let assets: [Asset]
  public let redirects: [Redirect]
  /// What leads to each item, in the order of items.
  public let backlinks: [[Backlink]]
  /// The day that counts as today for release and expiry.
  public let now: PartialDate?

  public func items(of type: Int) -> Range<Int> { itemRanges[type] }

  /// The items of the library, in the order of lists.
  public var libraryItems: [Int] {
    (sections.library?.types ?? []).flatMap { type in itemRanges[type].filter { !items[$0].isHidden } }
  }

  public func type(of item: Item) -> ContentType { types[item.type] }

  public subscript(term: TermReference) -> Term { vocabularies[term.vocabulary].terms[term.term] }
}

/// A file that is published as it is.
public struct Asset: Sendable, Hashable {
  /// Its path relative to `content/`, in the bytes of the file system.
  public let source: String
  /// Its unencoded site path, in Unicode's composed form.
  public let path: String
  /// In bytes.
  public let size: Int
  public let location: SourceLocation
}

/// An old address that leads to a page.
public struct Redirect: Sendable, Hashable {
  /// Unencoded site path.
  public let from: String
  public let to: URLReference
  public let location: SourceLocation
}

/// Another item that leads here, and how.
public struct Backlink: Sendable, Hashable {
  public enum Reason: Sendable, Hashable {
    case text, source
    /// The field of the other item's type, by its index.
    case field(Int)
  }

  public let item: Int
  public let reason: Reason
}
