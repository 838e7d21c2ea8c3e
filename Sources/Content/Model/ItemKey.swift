/// A key that every item may have in its front matter, whatever its type.
public enum ItemKey: String, Sendable, CaseIterable {
  case title, summary, date, sources, licence, updated, language, order, draft, publish, expires, slug,
    permalink,
    aliases, id, noindex, layout, glossary, check

  /// What authors write for a key.
  public enum Value: Sendable, Hashable {
    case text, date, boolean, integer, sources
    /// BCP 47.
    case languageCode
    /// A part of an address: lower-case letters, digits and hyphens.
    case slug
    /// Slugs, with `/` or `_` between them.
    case id
    /// A path of this site, with a leading slash.
    case path
    case paths
    case layout
    /// What a check is not to tell of the page: `{skip: [code]}`.
    case check
  }

  public var value: Value {
    switch self {
    case .title, .summary, .licence: .text
    case .date, .updated, .publish, .expires: .date
    case .sources: .sources
    case .language: .languageCode
    case .order: .integer
    case .draft, .noindex, .glossary: .boolean
    case .slug: .slug
    case .permalink: .path
    case .aliases: .paths
    case .id: .id
    case .layout: .layout
    case .check: .check
    }
  }

  /// Whether its author may say that the sources don't say.
  public var mayBeUnspecified: Bool {
    switch self {
    case .date, .updated, .licence, .sources: true
    default: false
    }
  }
}
