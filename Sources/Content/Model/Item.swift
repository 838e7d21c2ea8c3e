import HTML
import Markup

/// One page that an author wrote.
///
/// It never changes, and is an object so that the many places that look at it share it.
@dynamicMemberLookup
public final class Item: Sendable, Identifiable {
  @usableFromInline let contents: ItemContents

  /// Whether a text of it includes fragments, or shows other files of the content, which change without it.
  let includesFragments: Bool
  let showsOtherSources: Bool
  /// Whether a text of it may show images, tables or other files.
  let showsFiles: Bool

  init(_ contents: ItemContents) {
    self.contents = contents
    includesFragments = contents.includesFragments
    showsOtherSources = contents.showsOtherSources
    showsFiles = contents.showsFiles
  }

  /// Stable and unique: `<type>/<file name>` unless the author gave one.
  public var id: String { contents.id }

  @inlinable
  public subscript<Value>(dynamicMember member: KeyPath<ItemContents, Value>) -> Value {
    contents[keyPath: member]
  }

  /// An item with other contents; this one stays.
  func changed(_ change: (inout ItemContents) -> Void) -> Item {
    var contents = contents
    change(&contents)
    return Item(contents)
  }

  struct Alias: Sendable {
    var path: String
    var location: SourceLocation
  }
}

/// A page's layout, chosen in its front matter.
public enum PageLayout: String, Sendable, CaseIterable {
  case standard, wide
}

/// What is known of a licence.
public enum Licence: Sendable, Hashable {
  case stated(String)
  case unspecified
}

/// The value of a declared field.
public enum FieldValue: Sendable {
  /// The author says that the sources don't say.
  case unspecified
  case text(String)
  case markdown(Body)
  case date(DateSpan)
  case number(DecimalNumber)
  case link(URLReference)
  case boolean(Bool)
  case term(TermReference)
  case reference(Reference)
  case list([FieldValue])

  /// The value's parts: those of a list, else itself.
  public var parts: [FieldValue] {
    if case .list(let values) = self { values } else { [self] }
  }
}

/// A reference to another item, resolved when the site is checked.
public struct Reference: Sendable {
  /// What the author wrote.
  public let text: String
  /// The index of the item it leads to.
  public internal(set) var target: Int?
  let location: SourceLocation
}

/// Where a statement comes from.
public struct Source: Sendable {
  /// A document that is itself an item of the platform.
  public internal(set) var reference: Reference?
  /// Another document, by its name.
  public let text: String?
  public let url: URLReference?
  /// Where in it: a page, a slide.
  public let page: String?
  public let date: DateSpan?
  public let note: String?
}
