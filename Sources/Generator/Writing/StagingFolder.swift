import Glibc

/// Where a new site takes shape, out of everybody's sight, until it is whole.
final class StagingFolder: Sendable {
  let root: OpenFolder
  let container: OpenFolder
  let name: OutputPath
  private let owner: Owner?

  /// - Parameter model: the folder that this one is to replace: its mode, and its group if possible, are taken.
  init(_ name: OutputPath, in container: OpenFolder, model: FileStatus?, owner: Owner?) throws(SystemError) {
    self.container = container
    self.name = name
    self.owner = owner
    // A closed output folder must not stand open for the time being.
    try container.makeFolder(name, mode: model == nil ? 0o777 : 0o700, owner: owner)
    do {
      root = try container.folder(name)
      if let model { try root.imitate(model) }
    } catch {
      try? container.removeTree(name)
      throw error
    }
  }

  func remove() throws(SystemError) {
    try container.removeTree(name)
  }

  /// Creates a file, and the folders it is in, and has `fill` write it.
  func write(
    _ path: OutputPath, _ fill: (Int32) throws(SystemError) -> Void
  ) throws(SystemError) {
    let descriptor = try makingFolders(for: path) { () throws(SystemError) in try root.create(path) }
    do {
      if let owner { try owner.take(descriptor) }
      try fill(descriptor)
    } catch {
      close(descriptor)
      throw error
    }
    try closeWritten(descriptor)
  }

  /// Does what needs the folders of `path`, making them when it turns out that they are missing.
  func makingFolders<Result>(
    for path: OutputPath, _ body: () throws(SystemError) -> Result
  ) throws(SystemError) -> Result {
    do {
      return try body()
    } catch {
      guard error.code == ENOENT, let parent = path.parent else { throw error }
      try makeFolders(parent)
      return try body()
    }
  }

  func makeFolders(_ path: OutputPath, mode: mode_t = 0o777) throws(SystemError) {
    do {
      try root.makeFolder(path, mode: mode, owner: owner)
    } catch {
      // Another thread may have made it.
      if error.code == EEXIST { return }
      guard error.code == ENOENT, let parent = path.parent else { throw error }
      try makeFolders(parent)
      try makeFolders(path, mode: mode)
    }
  }
}

extension OpenFolder {
  /// Takes another folder's mode, and its group where that is allowed.
  func imitate(_ model: FileStatus) throws(SystemError) {
    guard let status = try FileStatus(descriptor: descriptor) else { return }
    if geteuid() == 0 && status.user != model.user {
      try system("chown") { fchown(descriptor, model.user, model.group) }
    } else if status.group != model.group {
      // Only members of a group may give a folder to it; the mode is what protects.
      _ = fchown(descriptor, ~0, model.group)
    }
    if status.mode != model.mode { try system("chmod") { fchmod(descriptor, mode_t(model.mode)) } }
  }
}
