/// What happened in watched folders since one was last told.
public enum Changes: Sendable, Hashable {
  /// What became of each path, absolute; removals are to be applied before the rest.
  ///
  /// A folder has a path of its own here only when it was removed or moved away, with everything that was
  /// below it; files that stand below it again are listed too.
  case paths([String: PathChange])
  /// Anything may have changed: too much happened to tell, or a watched folder went or came back.
  case everything
}

/// What became of a path.
public enum PathChange: Sendable, Hashable {
  /// A file stands there that is new, or whose content or permissions changed. Where a folder stood before,
  /// everything below that is gone.
  case written
  /// Nothing stands there any more.
  case removed
}

extension Changes {
  /// How many paths are told apart; beyond it, everything is said to have changed.
  static let pathLimit = 10_000

  /// Both, `later` having happened after this.
  func followed(by later: Changes) -> Changes {
    guard case .paths(let paths) = self, case .paths(let laterPaths) = later else { return .everything }
    let all = paths.merging(laterPaths) { $1 }
    return all.count > Changes.pathLimit ? .everything : .paths(all)
  }
}
