import Markup

/// What the open pages of a preview are told.
public struct PreviewNews: Sendable, Hashable, Codable {
  /// What an open page does about it.
  public enum Change: Sendable, Hashable, Codable {
    /// The site is what it was: only the problems changed, or nothing did.
    case nothing
    /// Pages are to be loaded again, where they stand.
    case pages
    /// Only style sheets changed: their new site paths, by the old ones.
    case styleSheets([String: String])
  }

  /// Grows with every attempt to build.
  public var number: Int
  /// The language (BCP 47) in which the author is spoken to.
  public var languageCode: String
  public var change: Change
  /// What is wrong now, errors first; while one is an error the last good site is shown.
  public var problems: [PreviewProblem]
  /// Whether something is under way that takes longer than a build: « Compilation des gabarits… »; `nil` if not.
  public var activity: String?

  public init(
    number: Int, languageCode: String, change: Change, problems: [PreviewProblem], activity: String? = nil
  ) {
    self.number = number
    self.languageCode = languageCode
    self.change = change
    self.problems = problems
    self.activity = activity
  }
}

/// A problem as the panel over a page shows it, already in the author's language.
public struct PreviewProblem: Sendable, Hashable, Codable {
  /// `error`, `warning` or `note`.
  public var severity: String
  /// `unknown-key`
  public var code: String
  public var message: String
  /// What to do about it, or what was probably meant.
  public var advice: String?
  /// Relative to the platform's folder; `nil` where no place is to blame.
  public var file: String?
  /// 1-based; columns and lengths in Unicode scalars.
  public var line: Int
  public var column: Int
  public var length: Int
  /// The line as it stands in the file.
  public var excerpt: String?

  public init(
    severity: String, code: String, message: String, advice: String? = nil, file: String? = nil, line: Int = 1,
    column: Int = 1, length: Int = 1, excerpt: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.advice = advice
    self.file = file
    self.line = line
    self.column = column
    self.length = length
    self.excerpt = excerpt
  }
}
