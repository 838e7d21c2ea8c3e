import HTML
import Markup

/// What a directive asks of the site, found and checked: the theme draws it.
public enum SlotDrawing: Sendable {
  /// Items, by their indices, as cards whose headings have a level of 2 to 6.
  case cards(items: [Int], headingLevel: Int)
  case button(URLReference, label: HTML)
  case download(Download)
  case table(DataTableView)
  /// A fragment of Markdown in its place.
  case include(Body)
  /// A fragment of Markdown, its text first.
  case example(source: CodeListing, result: Body)
  case code(CodeListing)
  /// The fields that items of a content type have, by the type's index.
  case fields(type: Int)
  /// What is drawn from the whole site. Headings in it have at least this level, 2 to 6.
  case site(Slot.SitePart, headingLevel: Int)
  /// Nothing: an error says why.
  case missing
}

extension SlotDrawing {
  /// Makes links of mentions of terms in a text that stands in the slot.
  mutating func linkMentions(found finder: TermFinder, _ address: (_ term: Int) -> URLReference?) {
    switch self {
    case .include(var body):
      body.linkMentions(found: finder, address)
      self = .include(body)
    case .example(let source, var body):
      body.linkMentions(found: finder, address)
      self = .example(source: source, result: body)
    case .cards, .button, .download, .table, .code, .fields, .site, .missing: break
    }
  }
}

/// A document offered for download.
public struct Download: Sendable {
  public let url: URLReference
  public let asset: Asset
  public let label: HTML
  /// The document's language (BCP 47), where its author says it.
  public let languageCode: String?
}

/// The part of a table that a page shows.
public struct DataTableView: Sendable {
  /// How many rows a page shows.
  public static let rowLimit = 200

  public let table: DataTable
  /// Empty where the author gives none.
  public let caption: HTML
  /// The caption's plain text.
  public let title: String
  /// The file, offered below the table.
  public let asset: Asset
  public let columns: [Column]
  public let decimal: TableFormat.DecimalMark?

  /// A column that is shown.
  public struct Column: Sendable {
    /// Its index in the table.
    public let index: Int
    public let kind: Kind
  }

  /// How a column's values are written.
  public enum Kind: Sendable, Hashable {
    case text
    /// Numbers, or nothing: written by the rules of the page's language.
    case number
    /// Years, codes, identifiers: their digits stay together.
    case label
    /// Months or days of ISO 8601 (`2019-02-17`), or nothing: written out in the page's language.
    case date
  }
}
