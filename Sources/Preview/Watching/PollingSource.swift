import Glibc

/// Finds changes by looking at every file.
struct PollingSource: ChangeSource {
  /// Two equal ones are taken for the same file, untouched.
  private struct Stamp: Equatable {
    let seconds: Int
    let nanoseconds: Int
    let size: Int
    let inode: UInt
    let mode: UInt32

    init(_ status: stat) {
      seconds = status.st_mtim.tv_sec
      nanoseconds = status.st_mtim.tv_nsec
      size = status.st_size
      inode = UInt(status.st_ino)
      mode = status.st_mode
    }
  }

  private struct Snapshot {
    var roots: [FolderIdentity?] = []
    var files: [String: Stamp] = [:]

    init(of folders: [String]) {
      roots = folders.map { FolderIdentity($0) }
      var rest = folders
      while let folder = rest.popLast() {
        forEachEntry(of: folder) { name, status in
          let path = "\(folder)/\(name)"
          if status.isFolder { rest.append(path) } else { files[path] = Stamp(status) }
        }
      }
    }
  }

  private let folders: [String]
  private let interval: Duration
  private var seen: Snapshot
  private(set) var nextLook: ContinuousClock.Instant

  init(folders: [String], every interval: Duration) {
    self.folders = folders
    self.interval = interval
    seen = Snapshot(of: folders)
    nextLook = .now + interval
  }

  var descriptor: Int32? { nil }

  mutating func look(into batch: inout ChangeBatch) {
    guard .now >= nextLook else { return }
    let found = Snapshot(of: folders)
    let now = ContinuousClock.now
    // Counted from the end: a walk that takes long must not follow upon itself.
    nextLook = now + interval
    if found.roots != seen.roots {
      batch.addEverything(at: now)
    } else {
      for (path, stamp) in found.files where seen.files[path] != stamp { batch.add(.written, path, at: now) }
      for path in seen.files.keys where found.files[path] == nil { batch.add(.removed, path, at: now) }
    }
    seen = found
  }
}
