/// The page that finds pages by their words.
public struct SearchSection: Sendable {
  /// The name that the published address of the search's first file has among those of the theme's files.
  public static let dataName = "search.json"

  public let heading: SectionHeading
  /// The vocabularies that narrow what was found, by index, beside the type.
  public let facets: [Int]
  /// Whether the index is also published as one script, for pages that are opened as files.
  public let hasScript: Bool
}
