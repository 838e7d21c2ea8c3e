/// Why folders are looked at twice a second, instead of the system telling of changes: such a preview notices
/// later.
public enum PollingReason: Error, Hashable {
  /// The system's limit of watched folders, `fs.inotify.max_user_watches`; its value where it can be read.
  case watchLimit(Int?)
  /// The system's limit of watching programs, `fs.inotify.max_user_instances`; its value where it can be
  /// read.
  case instanceLimit(Int?)
  /// A file system that doesn't tell of changes others make: `9p`, `nfs`, `fuse`, `cifs`…
  case fileSystem(String, folder: String)
  /// The system has no inotify, or refuses it: an error number of `errno(3)`.
  case refused(errno: Int32)
  /// It was asked for.
  case requested

  /// The name of the limit as `sysctl(8)` knows it; `nil` where no limit is the reason.
  public var limitName: String? {
    switch self {
    case .watchLimit: "fs.inotify.max_user_watches"
    case .instanceLimit: "fs.inotify.max_user_instances"
    case .fileSystem, .refused, .requested: nil
    }
  }
}
