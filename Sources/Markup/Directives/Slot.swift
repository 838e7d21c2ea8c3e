/// The place of something that only the whole site can draw.
///
/// In the rendered bytes it is the mark `!` with its index, on a line of its own.
public struct Slot: Sendable, Hashable {
  /// What the place is for. Labels and captions are inline HTML, UTF-8, without links, images and marks.
  public enum Content: Sendable, Hashable {
    /// Items chosen by links, as indices into the page's links.
    case cards(links: [Int])
    case button(link: Int, label: [UInt8])
    /// `language` is the code (BCP 47) that the author gives, or nil.
    case download(link: Int, label: [UInt8], language: String?)
    /// A table from a CSV file. The caption is empty when the author gives none.
    case dataTable(link: Int, caption: [UInt8], options: DataTableOptions)
    /// A fragment of Markdown, before which its own text may be shown.
    case include(link: Int, showsSource: Bool)
    /// A text file, shown letter by letter. The caption is empty when the author gives none.
    case code(link: Int, caption: [UInt8])
    /// The fields of the items of a content type, by the name that the author wrote.
    case fields(type: String)
    case site(SitePart)
  }

  /// What is known of the whole site, and drawn from it alone.
  public enum SitePart: String, Sendable, Hashable, CaseIterable {
    /// The ways of cutting a time into periods, side by side.
    case phases
    /// Everything of which authors say that the sources don't say it.
    case unstated
    /// The measured weight of the site's pages.
    case footprint
    /// How far the site conforms to accessibility standards.
    case conformity
  }

  public var content: Content
  /// Where the directive's colons stand in the file.
  public var position: SourcePosition
  /// The level that a heading in its place would have: 2 to 6.
  public var headingLevel: Int

  public init(content: Content, position: SourcePosition, headingLevel: Int) {
    self.content = content
    self.position = position
    self.headingLevel = headingLevel
  }
}

/// How a CSV file is read and what of it is shown, as the author wrote it, unchecked.
public struct DataTableOptions: Sendable, Hashable {
  /// The names of the columns to show, in order; nil for all of them.
  public var columns: [String]?
  /// What stands between two cells: `;`, `,`, `tab`…
  public var separator: String?
  public var encoding: String?
  /// What stands before decimals: `,` or `.`.
  public var decimal: String?

  public init(
    columns: [String]? = nil, separator: String? = nil, encoding: String? = nil, decimal: String? = nil
  ) {
    self.columns = columns
    self.separator = separator
    self.encoding = encoding
    self.decimal = decimal
  }
}
