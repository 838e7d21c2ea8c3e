import CLinux
import Foundation
import Glibc

/// The system calls that fail where limits are reached or the file system has no events.
struct EventSystem: Sendable {
  /// A new inotify descriptor, or -1 and `errno`.
  var start: @Sendable () -> Int32
  /// Watches the folder at a path: the watch's number, or -1 and `errno`.
  var watch: @Sendable (_ descriptor: Int32, _ path: String, _ mask: UInt32) -> Int32
  /// The number in `statfs(2)` of the file system that a path is on.
  var fileSystem: @Sendable (_ path: String) -> Int?

  static let linux = EventSystem(
    start: { inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC)) },
    watch: { inotify_add_watch($0, $1, $2) },
    fileSystem: { path in
      var status = statfs()
      return statfs(path, &status) == 0 ? Int(status.f_type) & 0xffff_ffff : nil
    })
}

extension PollingReason {
  /// Why no watching can begin.
  init(startFailedWith code: Int32) {
    self = code == EMFILE ? .instanceLimit(PollingReason.limit("max_user_instances")) : .refused(errno: code)
  }

  /// Why no further folder can be watched.
  init(watchFailedWith code: Int32) {
    self = code == ENOSPC ? .watchLimit(PollingReason.limit("max_user_watches")) : .refused(errno: code)
  }

  /// File systems on which others make changes that this system never hears of; numbers of `statfs(2)`.
  init?(fileSystem number: Int, folder: String) {
    let names = [
      0x0102_1997: "9p", 0x6969: "nfs", 0x6573_5546: "fuse", 0xff53_4d42: "cifs", 0xfe53_4d42: "smb2",
      0x517b: "smb", 0x00c3_6400: "ceph", 0x786f_4256: "vboxsf",
    ]
    guard let name = names[number] else { return nil }
    self = .fileSystem(name, folder: folder)
  }

  private static func limit(_ name: String) -> Int? {
    let text = try? String(contentsOfFile: "/proc/sys/fs/inotify/\(name)", encoding: .utf8)
    return (text?.split(separator: "\n").first).flatMap { Int($0) }
  }
}
