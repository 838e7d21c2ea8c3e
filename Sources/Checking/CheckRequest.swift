import Content
import Generator

/// What a check is asked to do.
public struct CheckRequest: Sendable {
  /// The platform's folder: the one that holds `content/`.
  public var source: String
  public var reading: BuildOptions
  /// Whether other sites are asked if the addresses that the content names are still there.
  public var checksExternalLinks = false
  /// Whether they are asked again for what is known from an earlier check.
  public var refreshes = false
  /// The folder that keeps what other sites answered; `nil` to keep nothing.
  public var cacheFolder: String?
  /// The codes to tell of; all, where empty.
  public var only: Set<String> = []
  /// The codes not to tell of.
  public var skipped: Set<String> = []

  public init(source: String, reading: BuildOptions) {
    self.source = source
    self.reading = reading
  }

  /// Whether a finding is asked for. What keeps a check from looking at all is always told.
  func wants(_ diagnostic: Diagnostic) -> Bool {
    let code = diagnostic.problem.code
    guard !skipped.contains(code), !only.isEmpty, !only.contains(code) else { return !skipped.contains(code) }
    if case .check(.pagesNotRendered) = diagnostic.problem { return true }
    return diagnostic.severity == .error && diagnostic.exitStatus != 1 && diagnostic.location == nil
  }
}

/// How far a check is.
public struct CheckProgress: Sendable {
  public enum Stage: Sendable {
    case reading, rendering, texts, externalLinks
  }

  public var stage: Stage
  public var done = 0
  public var total = 0
}
