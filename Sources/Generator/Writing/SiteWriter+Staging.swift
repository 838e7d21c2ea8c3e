import Content
import Glibc

extension SiteWriter {
  /// Checks that the build goes on, and the path.
  func begin(_ path: String) throws(Diagnostic) -> OutputPath {
    if let failure = state.withLock({ $0.failure }) { throw failure }
    if isCancelled() { throw Self.interrupted }
    guard let location = OutputPath(writable: path.utf8) else {
      throw SystemError("open", EINVAL).writing(ground.folder.path + "/" + path)
    }
    return location
  }

  /// Remembers what `body` throws, so that the site isn't committed.
  func recordingFailure(_ body: () throws(Diagnostic) -> Void) throws(Diagnostic) {
    do {
      try body()
    } catch {
      state.withLock { state in
        switch error.problem {
        case .outputEdited, .outputBlocked: state.refusal = state.refusal ?? error
        default: state.failure = state.failure ?? error
        }
      }
      throw error
    }
  }

  func record(_ entry: Manifest.Entry, isCarried: Bool) throws(Diagnostic) {
    let isNew = state.withLock { state in
      guard state.entries.updateValue(entry, forKey: entry.location) == nil else { return false }
      if isCarried {
        state.carried.append(entry.location)
      } else {
        state.bytesWritten += entry.size
      }
      return true
    }
    if !isNew { throw SystemError("open", EEXIST).writing(ground.folder.path(of: entry.location)) }
  }

  /// Whether a new file stands in the published site already, which is then carried over.
  ///
  /// - Parameter isEqual: reads the published file and compares it with the new one.
  /// - Throws: `outputEdited` or `outputBlocked` when what stands there may not be replaced.
  func compare(
    _ entry: Manifest.Entry, _ isEqual: (OpenFolder) throws(SystemError) -> Bool
  ) throws(Diagnostic) -> Bool {
    guard let output = ground.output else { return false }
    let path = ground.folder.path(of: entry.location)
    if let obstacle = tree.obstacle(to: entry.location) {
      guard obstacle.path == entry.location, case .file = obstacle.occupant else {
        let blocker = ground.folder.path(of: obstacle.path)
        throw Diagnostic(.error, .outputBlocked(path: path, by: blocker))
      }
      if try reading(path, { () throws(SystemError) in try isEqual(output) }) { return true }
      if force { return false }
      throw Diagnostic(.error, .outputBlocked(path: path, by: path))
    }
    guard let (old, identity) = tree.listed(entry.location), let identity else { return false }
    if old.hash == entry.hash && old.size == entry.size {
      if try reading(path, { () throws(SystemError) in try isEqual(output) }) { return true }
    } else {
      let found = try reading(path) { () throws(SystemError) in
        try output.hash(entry.location, expecting: Int(identity.size))
      }
      if found.hash == old.hash && found.size == old.size { return false }
      if found.hash == entry.hash && found.size == entry.size { return true }
    }
    if force { return false }
    throw Diagnostic(.error, .outputEdited(path: path))
  }

  func stage(
    _ location: OutputPath, _ fill: (Int32) throws(SystemError) -> Void
  ) throws(Diagnostic) {
    try writing(ground.folder.path(of: location)) { () throws(SystemError) in
      try staging().write(location, fill)
    }
  }

  /// The staging folder, made when the first file needs it.
  func staging() throws(SystemError) -> StagingFolder {
    try state.withLock { state throws(SystemError) in
      if let staging = state.staging { return staging }
      guard state.phase != .ended else { throw SystemError("open", ECANCELED) }
      let staging = try ground.makeStaging()
      state.staging = staging
      return staging
    }
  }

  /// The entry for a copy of the file `source`, if one stands in the published site already.
  func publishedCopy(of source: String, at location: OutputPath) throws(Diagnostic) -> Manifest.Entry? {
    guard tree.listed(location)?.identity != nil || tree.obstacle(to: location) != nil else { return nil }
    let content = try reading(source) { () throws(SystemError) in try hash(ofFile: source) }
    if isCancelled() { throw Self.interrupted }
    let entry = Manifest.Entry(location: location, hash: content.hash, size: content.size)
    let isPublished = try compare(entry) { output throws(SystemError) in
      let found = try output.hash(location, expecting: content.size)
      return found.hash == content.hash && found.size == content.size
    }
    return isPublished ? entry : nil
  }

  /// The hash and size of a file outside the output folder.
  private func hash(ofFile path: String) throws(SystemError) -> (hash: ContentHash, size: Int) {
    let (descriptor, size) = try openSource(path)
    var hasher = ContentHasher()
    let count = try readPieces(of: descriptor, expecting: size) { piece in
      hasher.update(piece)
      return !isCancelled()
    }
    return (hasher.finish(), count)
  }

  /// Copies a file; the entry says what was really written, whatever becomes of the file meanwhile.
  func stageCopy(_ location: OutputPath, of path: String) throws(Diagnostic) -> Manifest.Entry {
    let (source, size) = try reading(path) { () throws(SystemError) in try openSource(path) }
    var hasher = ContentHasher()
    var count = 0
    var readError: SystemError?
    try stage(location) { target throws(SystemError) in
      do throws(SystemError) {
        count = try readPieces(of: source, expecting: size) { piece throws(SystemError) in
          hasher.update(piece)
          try writeAll(piece, to: target)
          return !isCancelled()
        }
      } catch {
        guard error.operation == "read" else { throw error }
        readError = error
      }
    }
    if let readError { throw readError.reading(path) }
    if isCancelled() { throw Self.interrupted }
    return Manifest.Entry(location: location, hash: hasher.finish(), size: count)
  }

  private func openSource(_ path: String) throws(SystemError) -> (descriptor: Int32, size: Int) {
    let descriptor = try system("open") { Glibc.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC) }
    do throws(SystemError) {
      guard let status = try FileStatus(descriptor: descriptor), status.kind == .file else {
        throw SystemError("open", EINVAL)
      }
      return (descriptor, Int(status.identity.size))
    } catch {
      close(descriptor)
      throw error
    }
  }
}
