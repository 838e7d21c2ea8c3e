/// What `terreau check` finds beyond all that a build says: what an editor would look at before publishing.
///
/// The name of a case, in kebab case, is its stable code, as it is for every other `Problem`.
public enum CheckFinding: Sendable, Hashable {
  // Pages as rendered, each by its address; `others` is how many more pages have the same.
  case pageLinkBroken(String, page: String, others: Int)
  case pageAnchorBroken(String, page: String, others: Int)
  case linkToRedirect(String, to: String, page: String, others: Int)
  case repeatedID(String, page: String, others: Int)
  /// `count` is any number but 1.
  case mainHeadings(count: Int, page: String, others: Int)
  /// The text of a heading that stands more than one level below the one before it.
  case headingSkipsLevel(String, from: Int, to: Int, page: String, others: Int)
  case headingEmpty(page: String, others: Int)
  case imageWithoutText(String, page: String, others: Int)
  case linkWithoutText(String, page: String, others: Int)
  /// The place is that of the page's source.
  case pageUnreachable(String)

  // What authors write
  case imageTextVague(String)
  case linkTextVague(String)
  case linkTextIsAddress(String)
  /// The line of the same file on which the text leads elsewhere.
  case linkTextAmbiguous(String, line: Int)
  case summaryMissing
  /// Both in characters.
  case summaryShort(Int, least: Int)
  case summaryLong(Int, most: Int)
  case titleInCapitals
  case ordinalSpelling(String, suggestion: String)
  case abbreviationSpelling(String, suggestion: String)
  case accentMissing(String, suggestion: String)
  case apostropheSpelling
  case spaceRepeated
  case wordRepeated(String)
  case quoteUnpaired
  case hyphenForDash

  // The content as a whole
  /// The other item's title and file, and how much of their texts is the same, in percent.
  case nearDuplicate(of: String, file: String, percent: Int)
  case termUnused(String)
  case vocabularyUnused(String)
  case fieldUnused(String)
  /// When the item was last known to be right, in ISO 8601.
  case reviewDue(since: String, months: Int)
  case reviewDateMissing
  case sourcesMissing

  // Other sites
  case externalPageGone(String, status: Int)
  case externalPageMoved(String, to: String)
  case externalPageRefused(String, status: Int)
  case externalSiteFailing(String, status: Int)
  case externalSiteUnknown(String)
  case externalSiteSilent(String, seconds: Int)
  /// In the words of the program that asked.
  case externalSiteUnreachable(String, reason: String)
  case externalExceptionUnused(String)
  case externalProgramMissing

  // The check itself
  /// So many errors kept the pages from being rendered.
  case pagesNotRendered(errors: Int)
  /// A code that no finding has.
  case unknownCode(String, suggestion: String?)

  /// How serious it is, wherever it is found.
  ///
  /// An error is what keeps a reader from a page or a part of it; a warning is what will, or what misleads; a
  /// note is worth a look.
  public var severity: Diagnostic.Severity {
    switch self {
    case .pageLinkBroken, .pageAnchorBroken, .repeatedID, .imageWithoutText, .externalPageGone,
      .externalProgramMissing:
      .error
    case .linkToRedirect, .mainHeadings, .headingSkipsLevel, .headingEmpty, .linkWithoutText,
      .pageUnreachable,
      .imageTextVague, .linkTextVague, .linkTextIsAddress, .nearDuplicate, .reviewDue, .sourcesMissing,
      .externalPageRefused, .externalSiteFailing, .externalSiteUnknown, .externalSiteSilent,
      .externalSiteUnreachable, .unknownCode:
      .warning
    case .linkTextAmbiguous, .summaryMissing, .summaryShort, .summaryLong, .titleInCapitals, .ordinalSpelling,
      .abbreviationSpelling, .accentMissing, .apostropheSpelling, .spaceRepeated, .wordRepeated,
      .quoteUnpaired,
      .hyphenForDash, .termUnused, .vocabularyUnused, .fieldUnused, .reviewDateMissing,
      .externalPageMoved, .externalExceptionUnused, .pagesNotRendered:
      .note
    }
  }
}

extension Diagnostic {
  /// A finding of a check, as serious as such findings are.
  public init(_ finding: CheckFinding, at location: SourceLocation? = nil) {
    self.init(finding.severity, .check(finding), at: location)
  }
}
