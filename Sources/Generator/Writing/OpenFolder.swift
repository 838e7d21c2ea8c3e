import CLinux
import Glibc

/// An open folder; everything inside is reached from it, so that moving the folder changes nothing.
///
/// The last part of a path is never followed when it is a symbolic link.
final class OpenFolder: Sendable {
  let descriptor: Int32

  private init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }

  /// Opens a folder by its path, links followed.
  convenience init(at path: String) throws(SystemError) {
    self.init(
      descriptor: try system("open") { Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) })
  }

  func folder(_ path: OutputPath) throws(SystemError) -> OpenFolder {
    OpenFolder(
      descriptor: try system("open") {
        path.withCString { openat(descriptor, $0, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) }
      })
  }

  /// Opens a folder below this one part by part, so that no link on the way leads elsewhere.
  func descend(to path: OutputPath?) throws(SystemError) -> OpenFolder {
    var current = self
    for part in path?.parts ?? [] { current = try current.folder(part) }
    return current
  }

  /// As `descend`, making the folders that are missing; `create` makes one and says who owns it.
  func descend(making path: OutputPath?, owner: Owner?) throws(SystemError) -> OpenFolder {
    var current = self
    for part in path?.parts ?? [] {
      do {
        current = try current.folder(part)
      } catch {
        guard error.code == ENOENT else { throw error }
        try current.makeFolder(part, owner: owner)
        current = try current.folder(part)
      }
    }
    return current
  }

  func openToRead(_ path: OutputPath) throws(SystemError) -> Int32 {
    try system("open") {
      // Non-blocking, for a pipe that somebody put there would hold the build up for ever.
      path.withCString { openat(descriptor, $0, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) }
    }
  }

  /// Creates a file that must not exist yet.
  func create(_ path: OutputPath, mode: mode_t = 0o666) throws(SystemError) -> Int32 {
    try system("open") {
      path.withCString {
        openat(descriptor, $0, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
      }
    }
  }

  func status(_ path: OutputPath) throws(SystemError) -> FileStatus? {
    try FileStatus(path, in: descriptor)
  }

  func makeFolder(_ path: OutputPath, mode: mode_t = 0o777, owner: Owner? = nil) throws(SystemError) {
    try system("mkdir") { path.withCString { mkdirat(descriptor, $0, mode) } }
    if let owner { try owner.take(path, in: self) }
  }

  func removeFile(_ path: OutputPath) throws(SystemError) {
    try system("unlink") { path.withCString { unlinkat(descriptor, $0, 0) } }
  }

  func removeFolder(_ path: OutputPath) throws(SystemError) {
    try system("rmdir") { path.withCString { unlinkat(descriptor, $0, AT_REMOVEDIR) } }
  }

  /// Gives the file a second name in another folder.
  func link(_ path: OutputPath, to other: OpenFolder, _ otherPath: OutputPath) throws(SystemError) {
    try system("link") {
      path.withCString { from in
        otherPath.withCString { linkat(descriptor, from, other.descriptor, $0, 0) }
      }
    }
  }

  func rename(_ path: OutputPath, to other: OpenFolder, _ otherPath: OutputPath) throws(SystemError) {
    try system("rename") {
      path.withCString { from in
        otherPath.withCString { renameat(descriptor, from, other.descriptor, $0) }
      }
    }
  }

  /// `flags` as of `renameat2(2)`.
  func rename(
    _ path: OutputPath, to other: OpenFolder, _ otherPath: OutputPath, flags: Int32
  ) throws(SystemError) {
    try system("rename") {
      path.withCString { from in
        otherPath.withCString { renameat2(descriptor, from, other.descriptor, $0, UInt32(flags)) }
      }
    }
  }

  /// Waits until the folder's own entries are on the disk.
  func synchronize() throws(SystemError) {
    try system("fsync") { fsync(descriptor) }
  }

  /// Waits until everything written to the folder's file system is on the disk.
  func synchronizeFileSystem() throws(SystemError) {
    try system("syncfs") { syncfs(descriptor) }
  }
}

/// Whose the written files are to be, where they wouldn't be by themselves.
struct Owner: Sendable, Equatable {
  let user: UInt32
  let group: UInt32

  func take(_ descriptor: Int32) throws(SystemError) {
    try system("chown") { fchown(descriptor, user, group) }
  }

  func take(_ path: OutputPath, in folder: OpenFolder) throws(SystemError) {
    try system("chown") {
      path.withCString { fchownat(folder.descriptor, $0, user, group, AT_SYMLINK_NOFOLLOW) }
    }
  }
}
