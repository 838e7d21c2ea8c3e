import Glibc

/// Which folder it is, whatever its name.
struct FolderIdentity: Equatable {
  let device: UInt
  let inode: UInt

  /// `nil` when there is no folder at `path`, links followed.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
    device = UInt(status.st_dev)
    inode = UInt(status.st_ino)
  }
}

/// Calls `body` with the name and state of everything in a folder that is watched, links not followed.
///
/// What can't be read is left out: it counts as not there.
func forEachEntry(of path: String, _ body: (_ name: String, _ status: stat) -> Void) {
  guard let stream = opendir(path) else { return }
  defer { closedir(stream) }
  while let entry = readdir(stream) {
    let name = withUnsafeBytes(of: &entry.pointee.d_name) {
      String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
    }
    guard !PassingName.matches(name, isFolder: entry.pointee.d_type == UInt8(DT_DIR)) else { continue }
    var status = stat()
    if fstatat(dirfd(stream), name, &status, AT_SYMLINK_NOFOLLOW) == 0 { body(name, status) }
  }
}

extension stat {
  var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
}
