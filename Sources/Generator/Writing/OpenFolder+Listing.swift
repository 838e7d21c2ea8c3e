import Glibc

extension OpenFolder {
  /// The names in the folder, in no particular order.
  func names() throws(SystemError) -> [OutputPath] {
    let copy = try system("open") {
      openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    }
    guard let stream = fdopendir(copy) else {
      let code = errno
      close(copy)
      throw SystemError("readdir", code)
    }
    defer { closedir(stream) }
    var names: [OutputPath] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw SystemError("readdir", errno) }
        return names
      }
      // The record ends with its name: reading the field as the 256 bytes it is declared as would read on.
      let name = UnsafeRawPointer(entry).advanced(by: nameOffset).assumingMemoryBound(to: CChar.self)
      if strcmp(name, ".") != 0 && strcmp(name, "..") != 0 { names.append(OutputPath(name: name)) }
    }
  }

  /// Removes a file, or a folder with all it holds. Nothing there is no error.
  ///
  /// Only for what the writer made itself: nothing in it is looked at.
  func removeTree(_ path: OutputPath) throws(SystemError) {
    do {
      try removeFile(path)
      return
    } catch {
      if error.code == ENOENT { return }
      guard error.code == EISDIR || error.code == EPERM else { throw error }
    }
    try emptyFolder(path)
    try removeFolder(path)
  }

  private func emptyFolder(_ path: OutputPath) throws(SystemError) {
    let inner = try folderToEmpty(path)
    for name in try inner.names() { try inner.removeTree(name) }
  }

  /// Opens a folder whose entries are to be removed, also when its mode forbids that to its owner.
  func folderToEmpty(_ path: OutputPath) throws(SystemError) -> OpenFolder {
    if let status = try status(path), status.mode & 0o700 != 0o700, status.kind == .folder {
      try system("chmod") { path.withCString { fchmodat(descriptor, $0, 0o700, 0) } }
    }
    return try folder(path)
  }
}

private let nameOffset = MemoryLayout<dirent>.offset(of: \dirent.d_name) ?? 19
