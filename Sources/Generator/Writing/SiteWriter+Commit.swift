import Content
import Glibc
import Synchronization

extension SiteWriter {
  /// Publishes the site: the files added, and none of the last build's that weren't.
  ///
  /// After an error nothing was published and nothing is left behind (with a site that is published file by
  /// file, an error after the first file's leaves the rest to the next build).
  ///
  /// - Parameters:
  ///   - inputs: the hash of everything the site was made from, for `intactManifest(of:inputs:)`.
  ///   - pages: how many of the files are pages.
  /// - Throws: what `write` threw, `outputEdited`, `outputBlocked`, `readFailed`, `writeFailed`, `interrupted`.
  public func commit(inputs: ContentHash, pages: Int) throws(Diagnostic) -> WriteSummary {
    let mayCommit = state.withLock { state in
      defer { if state.phase == .writing { state.phase = .committing } }
      return state.phase == .writing
    }
    guard mayCommit else { throw SystemError("commit", EINVAL).writing(ground.folder.path) }
    do throws(Diagnostic) {
      if let failure = state.withLock({ $0.failure ?? $0.refusal }) { throw failure }
      let changes = try findChanges(inputs: inputs, pages: pages)
      let summary = try publish(changes)
      state.withLock { state in
        state.phase = .ended
        state.staging = nil
      }
      ground.leave(published: true)
      return summary
    } catch {
      abandon()
      throw error
    }
  }

  /// How the new site differs from the published one.
  struct Changes: Sendable {
    let manifest: Manifest
    let carried: [OutputPath]
    let bytesWritten: Int
    /// The last build's files that go.
    var stale: [OutputPath] = []
    /// The last build's files that the new site doesn't have, and that stay because they were edited.
    var edited: [OutputPath] = []
    /// What is somebody else's and stays.
    var foreign: [PublishedTree.ForeignEntry] = []
  }

  private func findChanges(inputs: ContentHash, pages: Int) throws(Diagnostic) -> Changes {
    let (entries, carried, bytesWritten) = state.withLock { ($0.entries, $0.carried, $0.bytesWritten) }
    var changes = Changes(
      manifest: Manifest(inputs: inputs, pages: pages, entries: Array(entries.values)), carried: carried,
      bytesWritten: bytesWritten)
    changes.foreign = tree.foreign.filter { entries[$0.path] == nil }
    let gone = (tree.manifest?.entries ?? []).filter { entries[$0.location] == nil }
    for (entry, isIntact) in zip(gone, try findIntact(gone)) {
      guard let isIntact else { continue }
      if isIntact {
        changes.stale.append(entry.location)
      } else {
        try checkFree(entry.location, in: changes.manifest)
        changes.edited.append(entry.location)
      }
    }
    return changes
  }

  /// For each entry whether its file is as it was written; nil when it is gone.
  private func findIntact(_ entries: [Manifest.Entry]) throws(Diagnostic) -> [Bool?] {
    guard let output = ground.output, !entries.isEmpty else { return [] }
    let results = Mutex([Bool?](repeating: nil, count: entries.count))
    try inParallel(entries.count, workers: workers) { index throws(Diagnostic) in
      if isCancelled() { throw Self.interrupted }
      let entry = entries[index]
      guard tree.listed(entry.location)?.identity != nil else { return }
      let isIntact = try reading(ground.folder.path(of: entry.location)) { () throws(SystemError) in
        try output.isIntact(entry)
      }
      results.withLock { $0[index] = isIntact }
    }
    return results.withLock { $0 }
  }

  /// Refuses an edited file that stays where the new site has a folder, or in a folder where it has a file.
  private func checkFree(_ edited: OutputPath, in manifest: Manifest) throws(Diagnostic) {
    if manifest.hasFiles(below: edited) || edited.ancestors.contains(where: { manifest.lists($0) }) {
      throw Diagnostic(.error, .outputEdited(path: ground.folder.path(of: edited)))
    }
  }

  private func publish(_ changes: Changes) throws(Diagnostic) -> WriteSummary {
    var summary = WriteSummary()
    summary.files = changes.manifest.entries.count
    summary.unchanged = changes.carried.count
    summary.written = summary.files - summary.unchanged
    summary.bytesWritten = changes.bytesWritten
    summary.removed = changes.stale.count
    summary.kept = changes.edited.count + changes.foreign.count { !tree.isFilled($0) }
    summary.warnings = changes.edited.map {
      Diagnostic(.warning, .outputEditedKept(path: ground.folder.path(of: $0)))
    }
    if let output = ground.output, summary.written == 0, changes.stale.isEmpty {
      if changes.manifest == tree.manifest { return summary }
      try replaceManifest(changes.manifest, in: output)
      summary.publication = .inPlace
    } else if let output = ground.output, !ground.isExchangeable {
      try publishInPlace(changes, in: output, from: try prepare(changes))
      summary.publication = .inPlace
    } else {
      try exchange(changes, &summary)
    }
    if let owner = ground.owner {
      summary.warnings.append(Diagnostic(.warning, .outputOwner(path: ground.folder.path, user: owner.user)))
    }
    return summary
  }

  func checkCancelled() throws(Diagnostic) {
    if isCancelled() { throw Self.interrupted }
  }

  /// The staging folder with the new manifest in it.
  func prepare(_ changes: Changes) throws(Diagnostic) -> StagingFolder {
    try checkCancelled()
    return try writing(ground.folder.path(of: .manifest)) { () throws(SystemError) in
      let staging = try staging()
      try staging.write(.manifest) { descriptor throws(SystemError) in
        try writeAll(changes.manifest.text, to: descriptor)
      }
      return staging
    }
  }

  /// Publishes a manifest for the same files: nothing else is touched.
  private func replaceManifest(_ manifest: Manifest, in output: OpenFolder) throws(Diagnostic) {
    let staging = try prepare(Changes(manifest: manifest, carried: [], bytesWritten: 0))
    try writing(ground.folder.path(of: .manifest)) { () throws(SystemError) in
      let descriptor = try staging.root.openToRead(.manifest)
      defer { close(descriptor) }
      try system("fsync") { fsync(descriptor) }
    }
    try checkCancelled()
    try writing(ground.folder.path(of: .manifest)) { () throws(SystemError) in
      try staging.root.rename(.manifest, to: output, .manifest)
      try output.synchronize()
      try staging.remove()
    }
  }

  /// Publishes what is staged file by file.
  func publishInPlace(
    _ changes: Changes, in output: OpenFolder, from staging: StagingFolder
  ) throws(Diagnostic) {
    try checkCancelled()
    try writing(ground.folder.path) { () throws(SystemError) in
      try InPlacePublication.begin(staging, in: output)
      // From here on it is a journal, which isn't removed when something fails.
      state.withLock { $0.staging = nil }
      try InPlacePublication(
        output: output, journal: staging.root, folders: tree.folders, stale: changes.stale,
        manifest: changes.manifest, owner: ground.owner
      ).finish()
    }
  }
}

extension PublishedTree {
  /// Whether an entry is a folder that something else of somebody's is in.
  fileprivate func isFilled(_ entry: ForeignEntry) -> Bool {
    guard entry.status.kind == .folder else { return false }
    var low = 0
    var high = foreign.count
    while low < high {
      let middle = (low + high) / 2
      if foreign[middle].path <= entry.path { low = middle + 1 } else { high = middle }
    }
    return low < foreign.count && foreign[low].path.parent == entry.path
  }
}
