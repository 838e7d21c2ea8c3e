import CLinux
import Content
import Glibc

extension SiteWriter {
  /// Completes the staged site with what is carried over and what is somebody else's, and exchanges it for the
  /// published one.
  func exchange(_ changes: Changes, _ summary: inout WriteSummary) throws(Diagnostic) {
    let staging = try prepare(changes)
    if let output = ground.output { try fill(staging, from: output, changes) }
    try checkCancelled()
    try writing(ground.folder.path) { () throws(SystemError) in try staging.root.synchronizeFileSystem() }
    try checkCancelled()
    guard let output = ground.output else {
      try writing(ground.folder.path) { () throws(SystemError) in try publishFirst(staging) }
      summary.publication = .exchanged
      return
    }
    do throws(SystemError) {
      try ExchangedFolder(ground, staging).exchange()
    } catch {
      // Layered file systems and mounts the system doesn't tell of move files but not folders.
      guard error.code == EXDEV || error.code == EBUSY else { throw error.writing(ground.folder.path) }
      try publishInPlace(changes, in: output, from: try moveInside(output, staging, changes))
      summary.publication = .inPlace
      return
    }
    summary.publication = .exchanged
    // The new site stands: whatever happens now can't undo it, and is left to the next build.
    summary.warnings += clear(output, published: staging.root, changes)
  }

  private func fill(
    _ staging: StagingFolder, from output: OpenFolder, _ changes: Changes
  ) throws(Diagnostic) {
    let folders = changes.foreign.filter { $0.status.kind == .folder }
    let others = changes.foreign.filter { $0.status.kind != .folder }.map(\.path) + changes.edited
    for folder in folders {
      try writing(ground.folder.path(of: folder.path)) { () throws(SystemError) in
        try staging.makeFolders(folder.path, mode: 0o700)
      }
    }
    let carried = changes.carried
    try inParallel(carried.count + others.count, workers: workers) { index throws(Diagnostic) in
      try checkCancelled()
      let path = index < carried.count ? carried[index] : others[index - carried.count]
      let isPage = index < carried.count
      try writing(ground.folder.path(of: path)) { () throws(SystemError) in
        do throws(SystemError) {
          try staging.carry(path, from: output)
        } catch {
          // Its owner has removed it meanwhile.
          guard !isPage, error.code == ENOENT else { throw error }
        }
      }
      if isPage { try checkUntouched(path, in: staging) }
    }
    for folder in folders.reversed() {
      try writing(ground.folder.path(of: folder.path)) { () throws(SystemError) in
        try staging.restore(folder)
      }
    }
  }

  /// Makes sure that what was carried over is what was compared.
  private func checkUntouched(_ path: OutputPath, in staging: StagingFolder) throws(Diagnostic) {
    guard let expected = tree.identity(of: path) else { return }
    let name = ground.folder.path(of: path)
    let found = try reading(name) { () throws(SystemError) in try staging.root.status(path)?.identity }
    // A copy has another inode, but size and time are kept.
    guard let found, found.size == expected.size, found.seconds == expected.seconds,
      found.nanoseconds == expected.nanoseconds
    else { throw Diagnostic(.error, .outputEdited(path: name)) }
  }

  private func publishFirst(_ staging: StagingFolder) throws(SystemError) {
    let (parent, name) = (ground.parent, ground.folder.name)
    try parent.rename(staging.name, to: parent, name)
    do {
      try parent.synchronize()
    } catch {
      try? parent.rename(name, to: parent, staging.name)
      throw error
    }
  }

  /// Puts what is staged into a staging folder inside the output folder, from where files can be moved.
  private func moveInside(
    _ output: OpenFolder, _ staging: StagingFolder, _ changes: Changes
  ) throws(Diagnostic) -> StagingFolder {
    let inner = try writing(ground.folder.path) { () throws(SystemError) in
      try StagingFolder(Leftover.staging, in: output, model: nil, owner: ground.owner)
    }
    do throws(Diagnostic) {
      let carried = Set(changes.carried)
      let staged = changes.manifest.entries.lazy.map(\.location).filter { !carried.contains($0) }
      for path in [.manifest] + staged {
        try checkCancelled()
        try writing(ground.folder.path(of: path)) { () throws(SystemError) in
          try inner.makingFolders(for: path) { () throws(SystemError) in
            do throws(SystemError) {
              try staging.root.rename(path, to: inner.root, path)
            } catch {
              guard error.code == EXDEV else { throw error }
              try inner.copyEntry(path, from: staging.root)
            }
          }
        }
      }
      try writing(ground.folder.path) { () throws(SystemError) in try staging.remove() }
    } catch {
      try? inner.remove()
      throw error
    }
    state.withLock { $0.staging = inner }
    return inner
  }

  /// Removes the site that was published before.
  private func clear(
    _ retired: OpenFolder, published: OpenFolder, _ changes: Changes
  ) -> [Diagnostic] {
    let name = Leftover.retired(beside: ground.folder.name)
    var rest = RetiredFolder(
      retired: retired, published: published, retiredManifest: tree.manifest,
      publishedManifest: changes.manifest, path: ground.folder.path
    ) { [tree] path, status in
      // Replaced by force when it was somebody else's.
      guard tree.positions[path] != nil || changes.manifest.lists(path) else { return false }
      return tree.identity(of: path) == status.identity
    }
    do throws(SystemError) {
      try rest.empty()
      try ground.parent.removeFolder(name)
      return rest.warnings
    } catch {
      let path = OutputPlace.parent(of: ground.folder.absolutePath) + "/" + name.text
      return rest.warnings + [Diagnostic(.warning, .outputLeftover(path: path, errno: error.code))]
    }
  }
}
