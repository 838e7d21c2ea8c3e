import Glibc

/// What tells without opening a file whether it is still the one it was: where it lies, its size and its times.
struct FileStamp: Sendable, Hashable {
  private let inode: UInt64
  private let size: Int64
  private let modified: Moment
  private let changed: Moment

  init(_ status: stat) {
    inode = UInt64(status.st_ino)
    size = Int64(status.st_size)
    modified = Moment(status.st_mtim)
    changed = Moment(status.st_ctim)
  }

  private struct Moment: Sendable, Hashable {
    let seconds: Int
    let nanoseconds: Int

    init(_ time: timespec) { (seconds, nanoseconds) = (time.tv_sec, time.tv_nsec) }
  }
}
