/// Gathers what happens until it is worth telling: when nothing more follows for a moment, at the latest
/// after a while.
struct ChangeBatch {
  /// Whether a file is likely to change again at once.
  enum Completeness {
    case complete
    /// Just truncated, made or removed, as programs do before they write: worth waiting for.
    case partial
    /// Says nothing of it.
    case unknown
  }

  typealias Instant = ContinuousClock.Instant

  /// How long an incomplete change waits for the rest of it.
  static let patience = Duration.milliseconds(50)
  /// How long a change is held back at most while others follow.
  static let longestWait = Duration.milliseconds(100)

  /// How long nothing must have happened.
  let quiet: Duration
  private var paths: [String: PathChange] = [:]
  private var partial: [String: Instant] = [:]
  private var isEverything = false
  private var first: Instant?
  private var last: Instant?

  init(quiet: Duration) {
    self.quiet = quiet
  }

  mutating func add(
    _ change: PathChange, _ path: String, _ completeness: Completeness = .complete, at now: Instant
  ) {
    noticed(at: now)
    guard !isEverything else { return }
    paths[path] = change
    switch completeness {
    case .complete: partial[path] = nil
    case .partial: if partial[path] == nil { partial[path] = now + ChangeBatch.patience }
    case .unknown: break
    }
    if paths.count > Changes.pathLimit { addEverything(at: now) }
  }

  mutating func addEverything(at now: Instant) {
    noticed(at: now)
    isEverything = true
    paths = [:]
    partial = [:]
  }

  private mutating func noticed(at now: Instant) {
    if first == nil { first = now }
    last = now
  }

  /// When the batch is to be told; `nil` while nothing happened.
  var due: Instant? {
    guard let first, let last else { return nil }
    return min(max(last + quiet, partial.values.max() ?? last), first + ChangeBatch.longestWait)
  }

  /// What is to be told now; incomplete changes that may still wait stay for the next time.
  mutating func take(at now: Instant) -> Changes? {
    guard let due, due <= now else { return nil }
    let waiting = partial.filter { $0.value > now }
    var told = paths
    paths = [:]
    for path in waiting.keys { paths[path] = told.removeValue(forKey: path) }
    partial = waiting
    defer { isEverything = false }
    first = waiting.isEmpty ? nil : now
    last = first
    if isEverything { return .everything }
    return told.isEmpty ? nil : .paths(told)
  }
}
