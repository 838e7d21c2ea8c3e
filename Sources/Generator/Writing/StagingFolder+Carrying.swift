import Glibc

extension StagingFolder {
  /// Gives the file at `path` of the published site the same place in the new one, by a second name.
  ///
  /// Where the file system has no such thing or forbids it, a copy takes its place, time and mode included.
  func carry(_ path: OutputPath, from published: OpenFolder) throws(SystemError) {
    try makingFolders(for: path) { () throws(SystemError) in
      do throws(SystemError) {
        try published.link(path, to: root, path)
      } catch {
        guard [EPERM, EMLINK, EOPNOTSUPP, ENOSYS].contains(error.code) else { throw error }
        try copyEntry(path, from: published)
      }
    }
  }

  /// Makes a copy of a file or link of the same place, time and mode.
  func copyEntry(_ path: OutputPath, from published: OpenFolder) throws(SystemError) {
    guard let status = try published.status(path) else { throw SystemError("link", ENOENT) }
    switch status.kind {
    case .file:
      try copyFile(path, from: published, status)
    case .symbolicLink:
      try copyLink(path, from: published, status)
    case .folder, .other:
      throw SystemError("link", EPERM)
    }
  }

  private func copyFile(
    _ path: OutputPath, from published: OpenFolder, _ status: FileStatus
  ) throws(SystemError) {
    let source = try published.openToRead(path)
    try write(path) { target throws(SystemError) in
      _ = try readPieces(of: source, expecting: Int(status.identity.size)) { piece throws(SystemError) in
        try writeAll(piece, to: target)
        return true
      }
      try system("chmod") { fchmod(target, mode_t(status.mode)) }
      try system("utimens") { futimens(target, status.modificationTimes) }
    }
  }

  private func copyLink(
    _ path: OutputPath, from published: OpenFolder, _ status: FileStatus
  ) throws(SystemError) {
    var target = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    try system("readlink") {
      Int32(path.withCString { Int32(readlinkat(published.descriptor, $0, &target, target.count - 1)) })
    }
    try system("symlink") { path.withCString { symlinkat(target, root.descriptor, $0) } }
    try system("utimens") {
      path.withCString {
        utimensat(root.descriptor, $0, status.modificationTimes, AT_SYMLINK_NOFOLLOW)
      }
    }
  }

  /// Gives somebody else's folder the owner, mode and time it has in the published site, now that it is filled.
  func restore(_ folder: PublishedTree.ForeignEntry) throws(SystemError) {
    let open = try root.folder(folder.path)
    try open.imitate(folder.status)
    try system("utimens") { futimens(open.descriptor, folder.status.modificationTimes) }
  }
}
