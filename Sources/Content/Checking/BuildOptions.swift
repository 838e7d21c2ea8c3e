import Markup

/// What a command asks of a build, beside what the content says.
public struct BuildOptions: Sendable {
  /// Publish drafts, marked as such.
  public var includesDrafts = false
  /// Publish what is not released yet, and what has expired, marked as such.
  public var includesFuture = false
  /// The day that counts as today; the newest date in the content when `nil`.
  public var now: PartialDate?
  /// Stands in for the settings' `base_url`.
  public var baseURL: String?
  /// How many tasks work at once.
  public var jobs: Int

  public init(jobs: Int) {
    self.jobs = jobs
  }
}
