/// Something the Swift compiler, the linker or the package manager said of a package's sources.
public struct CompilerProblem: Sendable, Hashable {
  public enum Severity: Sendable, Hashable {
    case error, warning
  }

  /// Where something is to blame.
  public struct Place: Sendable, Hashable {
    /// Relative to the package's folder; absolute for files elsewhere.
    public var file: String
    /// 1-based.
    public var line: Int
    /// 1-based, in bytes of UTF-8, as the compiler counts.
    public var column: Int
    /// The line as it stood in the file when it was compiled, where the compiler showed it.
    public var excerpt: String?
  }

  /// What the compiler adds about it.
  public struct Note: Sendable, Hashable {
    public var place: Place
    public var message: String
  }

  public var severity: Severity
  /// In the compiler's own words; the last lines of the output where nothing in them names a place.
  public var message: String
  /// `nil` for what the linker or the package manager found.
  public var place: Place?
  public var notes: [Note] = []
}
