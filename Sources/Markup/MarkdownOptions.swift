/// How a page's Markdown is rendered.
public struct MarkdownOptions: Sendable {
  /// Whether a heading that begins the page is its title: taken out of the body and its outline.
  public var takesTitle: Bool
  /// Ids that no heading may have, because the page around uses them.
  public var reservedIDs: Set<String>
  /// The level of the highest headings: 2 below a page's title, more where the text is a part of another.
  public var headingLevel: Int
  /// The page's language: its typography, and the few words that Markup writes itself.
  public var language: Language
  /// What is added to CommonMark.
  public var features: MarkdownFeatures
  /// The raw HTML that is kept.
  public var allowedHTML: HTMLAllowList

  public init(
    takesTitle: Bool = false, reservedIDs: Set<String> = [], headingLevel: Int = 2,
    language: Language = .french, features: MarkdownFeatures = .all, allowedHTML: HTMLAllowList = .standard
  ) {
    self.takesTitle = takesTitle
    self.reservedIDs = reservedIDs
    self.headingLevel = min(max(headingLevel, 2), 6)
    self.language = language
    self.features = features
    self.allowedHTML = allowedHTML
  }
}

/// What can be added to CommonMark 0.30, piece by piece.
public struct MarkdownFeatures: OptionSet, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  // The extensions of GitHub Flavored Markdown 0.29, and its footnotes.
  public static let tables = MarkdownFeatures(rawValue: 1 << 0)
  public static let strikethrough = MarkdownFeatures(rawValue: 1 << 1)
  public static let taskLists = MarkdownFeatures(rawValue: 1 << 2)
  public static let autolinks = MarkdownFeatures(rawValue: 1 << 3)
  public static let footnotes = MarkdownFeatures(rawValue: 1 << 4)
  /// `:::note`, `::figure`, `:terme[…]` and their like.
  public static let directives = MarkdownFeatures(rawValue: 1 << 5)
  /// The typographic rules of the page's language.
  public static let typography = MarkdownFeatures(rawValue: 1 << 6)
  /// Images with their size and an alternative text, files with their weight, external links marked.
  public static let media = MarkdownFeatures(rawValue: 1 << 7)

  public static let github: MarkdownFeatures = [.tables, .strikethrough, .taskLists, .autolinks, .footnotes]
  public static let all: MarkdownFeatures = [.github, .directives, .typography, .media]
}
