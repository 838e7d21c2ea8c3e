import Content
import Glibc

/// Publishes a site file by file, where the output folder can't be exchanged as a whole: a mounted folder, or
/// one in a folder that is closed to the build.
///
/// Every file is replaced at once, the site is not: for a moment a reader may see pages of both. What is to be
/// done stands in the journal (the staged files and the new manifest) from before the first step, every step
/// can be repeated, and the next build takes them all again after one that was killed on the way.
struct InPlacePublication {
  let output: OpenFolder
  let journal: OpenFolder
  /// The last build's folders; one that has become empty goes.
  let folders: Set<OutputPath>
  /// The last build's files that the new site doesn't have.
  let stale: [OutputPath]
  let manifest: Manifest
  let owner: Owner?

  /// Turns a finished staging folder into the journal: from here on the new site will be published.
  static func begin(_ staging: StagingFolder, in output: OpenFolder) throws(SystemError) {
    try output.synchronizeFileSystem()
    try staging.container.rename(staging.name, to: output, Leftover.journal)
    do {
      try output.synchronize()
    } catch {
      try? output.rename(Leftover.journal, to: staging.container, staging.name)
      throw error
    }
  }

  func finish() throws(SystemError) {
    // First what would stand in the way: a file where a folder comes, and the reverse.
    let (blocking, others) = partition(stale) { path in
      manifest.hasFiles(below: path) || path.ancestors.contains { manifest.lists($0) }
    }
    for path in blocking { try remove(path) }
    try move(journal, at: nil)
    for path in others { try remove(path) }
    if try journal.status(.manifest) != nil { try journal.rename(.manifest, to: output, .manifest) }
    try output.synchronizeFileSystem()
    try output.removeTree(Leftover.journal)
  }

  private func partition(
    _ paths: [OutputPath], _ isFirst: (OutputPath) -> Bool
  ) -> ([OutputPath], [OutputPath]) {
    var first: [OutputPath] = []
    var second: [OutputPath] = []
    for path in paths {
      if isFirst(path) { first.append(path) } else { second.append(path) }
    }
    return (first, second)
  }

  /// Moves the files of a folder of the journal to the same folder of the output.
  private func move(_ folder: OpenFolder, at path: OutputPath?) throws(SystemError) {
    var target: OpenFolder?
    for name in try folder.names() where path != nil || name != .manifest {
      guard let status = try folder.status(name) else { continue }
      if status.kind == .folder {
        try move(try folder.folder(name), at: path / name)
      } else {
        if target == nil { target = try output.descend(making: path, owner: owner) }
        guard let place = target else { continue }
        try folder.rename(name, to: place, name)
      }
    }
  }

  private func remove(_ path: OutputPath) throws(SystemError) {
    do {
      try output.descend(to: path.parent).removeFile(path.name)
      for folder in path.ancestors where folders.contains(folder) {
        try output.descend(to: folder.parent).removeFolder(folder.name)
      }
    } catch {
      // Gone already, or not empty, or something else by now: it stays as it is.
      guard [ENOENT, ENOTEMPTY, EEXIST, ENOTDIR, ELOOP, EISDIR].contains(error.code) else { throw error }
    }
  }
}
