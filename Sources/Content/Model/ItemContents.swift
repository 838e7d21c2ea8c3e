import HTML
import Markup

/// What an item's file says: references and links are resolved while the site is put together.
public struct ItemContents: Sendable {
  /// Stable and unique: `<type>/<file name>` unless the author gave one.
  public internal(set) var id: String
  /// The index of its content type.
  public internal(set) var type: Int
  /// The source file, relative to the platform's folder.
  public internal(set) var file: String
  /// The unencoded site path: `/kits/odd-17/`.
  public internal(set) var path: String
  public internal(set) var url: URLReference
  public internal(set) var title: String
  public internal(set) var summary: String?
  /// The plain text of the body's first paragraph, for where no summary is given.
  public internal(set) var lead: String?
  public internal(set) var date: DateSpan?
  /// Whether the author says that the sources give no date.
  public internal(set) var dateIsUnspecified: Bool
  public internal(set) var updated: DateSpan?
  /// The language (BCP 47), where it is not the site's.
  public internal(set) var languageCode: String?
  /// `nil` when neither the item nor the platform states one.
  public internal(set) var licence: Licence?
  public internal(set) var order: Int?
  public internal(set) var isHidden: Bool
  public internal(set) var layout: PageLayout
  /// Why the item would not be published: set only in builds that include it all the same.
  public internal(set) var unpublished: Problem.Reason?
  /// Values of the type's fields, in the order of their declaration.
  public internal(set) var fields: [FieldValue?]
  public internal(set) var capabilities: Capabilities
  /// Every term it carries, by vocabulary and order.
  public internal(set) var terms: [TermReference]
  public internal(set) var sources: [Source]
  public internal(set) var body: Body
  /// The codes of findings that a check is not to tell of this item.
  public internal(set) var acceptedFindings: [AcceptedFinding] = []
  /// Old site paths that lead here.
  var aliases: [Item.Alias]
  var location: SourceLocation
  /// The place in the content that gives its address.
  public internal(set) var addressLocation: SourceLocation
}
