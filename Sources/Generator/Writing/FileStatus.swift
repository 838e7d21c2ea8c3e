import CLinux
import Glibc

/// What stands somewhere in a file system.
struct FileStatus: Sendable {
  enum Kind: Sendable {
    case file, folder, symbolicLink, other
  }

  /// Which file it is and in what state: two equal ones are the same file, untouched in between.
  struct Identity: Sendable, Equatable {
    let device: UInt64
    let inode: UInt64
    let size: UInt64
    let seconds: Int64
    let nanoseconds: UInt32
  }

  let kind: Kind
  /// Permission bits, with set-id and sticky bits.
  let mode: UInt32
  let user: UInt32
  let group: UInt32
  let identity: Identity
  let isMountPoint: Bool

  func isSameFile(as other: FileStatus) -> Bool {
    identity.device == other.identity.device && identity.inode == other.identity.inode
  }

  /// The status of `path` in the folder `descriptor`, links not followed; nil when nothing stands there.
  init?(_ path: OutputPath, in descriptor: Int32) throws(SystemError) {
    try self.init { status in
      path.withCString { statx(descriptor, $0, AT_SYMLINK_NOFOLLOW, UInt32(STATX_BASIC_STATS), &status) }
    }
  }

  /// The status of an open file or folder.
  init?(descriptor: Int32) throws(SystemError) {
    try self.init { status in statx(descriptor, "", AT_EMPTY_PATH, UInt32(STATX_BASIC_STATS), &status) }
  }

  /// The status of what `path` leads to, links followed; nil when nothing stands there.
  init?(following path: String) throws(SystemError) {
    try self.init { status in statx(AT_FDCWD, path, 0, UInt32(STATX_BASIC_STATS), &status) }
  }

  private init?(_ call: (inout statx) -> Int32) throws(SystemError) {
    var status = statx()
    do {
      try system("stat") { call(&status) }
    } catch {
      if error.code == ENOENT || error.code == ENOTDIR { return nil }
      throw error
    }
    switch UInt32(status.stx_mode) & UInt32(S_IFMT) {
    case UInt32(S_IFREG): kind = .file
    case UInt32(S_IFDIR): kind = .folder
    case UInt32(S_IFLNK): kind = .symbolicLink
    default: kind = .other
    }
    mode = UInt32(status.stx_mode) & 0o7777
    user = status.stx_uid
    group = status.stx_gid
    identity = Identity(
      device: UInt64(status.stx_dev_major) << 32 | UInt64(status.stx_dev_minor), inode: status.stx_ino,
      size: status.stx_size, seconds: status.stx_mtime.tv_sec, nanoseconds: status.stx_mtime.tv_nsec)
    isMountPoint = status.stx_attributes & UInt64(STATX_ATTR_MOUNT_ROOT) != 0
  }

  /// Whether it was changed for the last time before `other` was.
  func isOlder(than other: FileStatus) -> Bool {
    (identity.seconds, identity.nanoseconds) < (other.identity.seconds, other.identity.nanoseconds)
  }

  /// The time of the last change, for `futimens`: access time left alone.
  var modificationTimes: [timespec] {
    [
      timespec(tv_sec: 0, tv_nsec: utimeOmit),
      timespec(tv_sec: Int(identity.seconds), tv_nsec: Int(identity.nanoseconds)),
    ]
  }
}

/// Linux's `UTIME_OMIT`, a macro Swift doesn't import.
private let utimeOmit = (1 << 30) - 2
