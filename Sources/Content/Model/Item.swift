import HTML
import Markup

/// One page that an author wrote.
///
/// It never changes, and is an object so that the many places that look at it share it.
public final class Item: Sendable, Identifiable {
  /// Stable and unique: `<type>/<file name>` unless the author gave one.
  public let id: String
  /// The index of its content type.
  public let type: Int
  /// The source file, relative to the platform's folder.
  public let file: String
  /// The unencoded site path: `/kits/odd-17/`.
  public let path: String
  public let url: URLReference
  public let title: String
  public let summary: String?
  /// The plain text of the body's first paragraph, for where no summary is given.
  public let lead: String?
  public let date: DateSpan?
  /// Whether the author says that the sources give no date.
  public let dateIsUnspecified: Bool
  public let updated: DateSpan?
  /// The language (BCP 47), where it is not the site's.
  public let languageCode: String?
  /// `nil` when neither the item nor the platform states one.
  public let licence: Licence?
  public let order: Int?
  public let isHidden: Bool
  public let layout: PageLayout
  /// Why the item would not be published: set only in builds that include it all the same.
  public let unpublished: Problem.Reason?
  /// Values of the type's fields, in the order of their declaration.
  public let fields: [FieldValue?]
  public let capabilities: Capabilities
  /// Every term it carries, by vocabulary and order.
  public let terms: [TermReference]
  public let sources: [Source]
  public let body: Body
  /// The codes of findings that a check is not to tell of this item.
  public let acceptedFindings: [AcceptedFinding]
  /// Old site paths that lead here.
  let aliases: [Alias]
  let location: SourceLocation
  /// The place in the content that gives its address.
  public let addressLocation: SourceLocation

  init(_ draft: ItemContents) {
    id = draft.id
    type = draft.type
    file = draft.file
    path = draft.path
    url = draft.url
    title = draft.title
    summary = draft.summary
    lead = draft.lead
    date = draft.date
    dateIsUnspecified = draft.dateIsUnspecified
    updated = draft.updated
    languageCode = draft.languageCode
    licence = draft.licence
    order = draft.order
    isHidden = draft.isHidden
    layout = draft.layout
    unpublished = draft.unpublished
    fields = draft.fields
    capabilities = draft.capabilities
    terms = draft.terms
    sources = draft.sources
    body = draft.body
    acceptedFindings = draft.acceptedFindings
    aliases = draft.aliases
    location = draft.location
    addressLocation = draft.addressLocation
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
