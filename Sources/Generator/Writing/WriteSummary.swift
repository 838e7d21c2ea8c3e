import Content

/// What a build did to the output folder.
public struct WriteSummary: Sendable, Equatable {
  /// How the new site took the old one's place.
  public enum Publication: Sendable {
    /// Nothing had changed: no file and no folder was touched.
    case untouched
    /// The whole site at once.
    case exchanged
    /// File by file: the folder is mounted, or something in or around it can't be moved.
    case inPlace
  }

  /// The site's files, those carried over included.
  public var files = 0
  /// Files that are new or have new content.
  public var written = 0
  public var bytesWritten = 0
  /// Files that already were as they should be.
  public var unchanged = 0
  /// Files of the last build that the site doesn't have any more.
  public var removed = 0
  /// Files, links and empty folders of somebody else's that stay.
  public var kept = 0
  public var publication = Publication.untouched
  public var warnings: [Diagnostic] = []
}
