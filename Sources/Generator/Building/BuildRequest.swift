import Content

/// What a build is asked to do.
public struct BuildRequest: Sendable {
  /// The platform's folder: the one that holds `content/`.
  public var source: String
  /// The output folder; the settings' or `public` when `nil`. Relative to `source`.
  public var output: String?
  public var reading: BuildOptions
  /// Publish into a folder that holds files and that no earlier build wrote.
  public var adoptsOutput = false
  /// Overwrite published files that were edited by hand.
  public var overwritesEdits = false
  /// Take warnings for errors.
  public var isStrict = false

  public init(source: String, jobs: Int) {
    self.source = source
    reading = BuildOptions(jobs: jobs)
  }

  /// Text that is equal for requests whose sites are equal.
  var fingerprint: String {
    """
    drafts \(reading.includesDrafts) future \(reading.includesFuture) now \(reading.now?.isoText ?? "-") \
    base \(reading.baseURL ?? "-")
    """
  }
}

/// How far a build is.
public struct BuildProgress: Sendable {
  public enum Stage: Sendable {
    case reading, checking, writing, publishing
  }

  public var stage: Stage
  public var done = 0
  public var total = 0
}
