import Glibc

/// Learns of changes from the system: one watch of inotify(7) for each folder.
struct EventSource: ChangeSource {
  private struct Root {
    let path: String
    var folder: WatchedFolder?
    var identity: FolderIdentity?
  }

  private static let events: UInt32 = [
    IN_CLOSE_WRITE, IN_MODIFY, IN_CREATE, IN_MOVED_FROM, IN_MOVED_TO, IN_DELETE, IN_DELETE_SELF, IN_MOVE_SELF,
    IN_ATTRIB,
  ].reduce(0) { $0 | UInt32($1) }

  private let system: EventSystem
  private let inotify: Descriptor
  private var roots: [Root]
  private var folders: [Int32: WatchedFolder] = [:]
  private(set) var nextLook = ContinuousClock.now

  init(folders: [String], system: EventSystem) throws(PollingReason) {
    let number = system.start()
    guard number >= 0 else { throw PollingReason(startFailedWith: errno) }
    self.system = system
    inotify = Descriptor(number)
    roots = folders.map { Root(path: $0) }
    _ = try checkRoots()
  }

  var descriptor: Int32? { inotify.number }

  mutating func look(into batch: inout ChangeBatch) throws(PollingReason) {
    for event in EventReader.read(inotify.number) { try handle(event, &batch) }
    // No event tells of a folder that isn't there yet, nor of one above that was moved.
    if .now >= nextLook, try checkRoots() { batch.addEverything(at: .now) }
  }

  private mutating func handle(_ event: WatchEvent, _ batch: inout ChangeBatch) throws(PollingReason) {
    if event.has(IN_Q_OVERFLOW) {
      for index in roots.indices { lose(index) }
      batch.addEverything(at: .now)
      _ = try checkRoots()
      return
    }
    guard let folder = folders[event.watch] else { return }
    guard let name = event.name else {
      guard event.has(IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED | IN_UNMOUNT) else { return }
      if let index = roots.firstIndex(where: { $0.folder === folder }) {
        lose(index)
        batch.addEverything(at: .now)
        _ = try checkRoots()
      } else if event.has(IN_IGNORED) {
        drop(folder)
      }
      return
    }
    guard !PassingName.matches(name, isFolder: event.has(IN_ISDIR)) else { return }
    if event.has(IN_ISDIR) {
      try follow(name, in: folder, event, &batch)
    } else {
      EventSource.add(event, "\(folder.path)/\(name)", to: &batch)
    }
  }

  private static func add(_ event: WatchEvent, _ path: String, to batch: inout ChangeBatch) {
    if event.has(IN_CLOSE_WRITE | IN_MOVED_TO) {
      batch.add(.written, path, at: .now)
    } else if event.has(IN_MODIFY | IN_CREATE) {
      batch.add(.written, path, .partial, at: .now)
    } else if event.has(IN_DELETE | IN_MOVED_FROM) {
      // Some editors remove a file before they write it anew.
      batch.add(.removed, path, .partial, at: .now)
    } else if event.has(IN_ATTRIB) {
      batch.add(.written, path, .unknown, at: .now)
    }
  }

  /// Brings the watches in line with what stands at a name now, whatever the event said: later events may be
  /// waiting.
  private mutating func follow(
    _ name: String, in parent: WatchedFolder, _ event: WatchEvent, _ batch: inout ChangeBatch
  ) throws(PollingReason) {
    if event.has(IN_DELETE | IN_MOVED_FROM) {
      if let known = parent.inner[name] { drop(known) }
      batch.add(.removed, "\(parent.path)/\(name)", at: .now)
    } else if event.has(IN_ATTRIB), parent.inner[name] != nil {
      return
    }
    var files: [String] = []
    try watch(name, in: parent, files: &files)
    // Some were written before the watch, some still are.
    for file in files { batch.add(.written, file, .partial, at: .now) }
  }

  /// Watches a folder and those below it, unless it is watched already.
  ///
  /// - Parameter files: where the paths of the files in newly watched folders are added.
  private mutating func watch(
    _ name: String, in parent: WatchedFolder, files: inout [String]
  ) throws(PollingReason) {
    var rest = [(name, parent)]
    while let (name, parent) = rest.popLast() {
      let number = try number("\(parent.path)/\(name)", UInt32(IN_DONT_FOLLOW))
      if let known = parent.inner[name] {
        if known.watch == number, folders[known.watch] === known { continue }
        drop(known)
      }
      guard let number else { continue }
      let folder = WatchedFolder(name, in: parent, watch: number)
      folders[number] = folder
      forEachEntry(of: folder.path) { name, status in
        if status.isFolder { rest.append((name, folder)) } else { files.append("\(folder.path)/\(name)") }
      }
    }
  }

  /// The system's number for a folder, watched from now on; `nil` when there is none, or none that may be
  /// read.
  private func number(_ path: String, _ flags: UInt32) throws(PollingReason) -> Int32? {
    let number = system.watch(inotify.number, path, EventSource.events | UInt32(IN_ONLYDIR) | flags)
    if number >= 0 { return number }
    switch errno {
    case ENOENT, ENOTDIR, EACCES, ELOOP, ENAMETOOLONG: return nil
    case let code: throw PollingReason(watchFailedWith: code)
    }
  }

  /// Forgets a folder and those below it.
  private mutating func drop(_ folder: WatchedFolder) {
    folder.leaveParent()
    var rest = [folder]
    while let folder = rest.popLast() {
      rest += folder.inner.values
      // It may have been found at another place already, by the same number.
      guard folders[folder.watch] === folder else { continue }
      folders[folder.watch] = nil
      inotify_rm_watch(inotify.number, folder.watch)
    }
  }

  private mutating func lose(_ index: Int) {
    if let folder = roots[index].folder { drop(folder) }
    (roots[index].folder, roots[index].identity) = (nil, nil)
  }

  /// Watches the folders that came, forgets those that went; whether there were any.
  private mutating func checkRoots() throws(PollingReason) -> Bool {
    var anyChanged = false
    for index in roots.indices {
      let identity = FolderIdentity(roots[index].path)
      guard identity != roots[index].identity else { continue }
      let wasWatched = roots[index].folder != nil
      lose(index)
      if identity != nil { try watchRoot(index, identity) }
      // One that may not be read is tried again and again.
      if wasWatched || roots[index].folder != nil { anyChanged = true }
    }
    nextLook = .now + (roots.contains { $0.folder == nil } ? .milliseconds(100) : .seconds(1))
    return anyChanged
  }

  private mutating func watchRoot(_ index: Int, _ identity: FolderIdentity?) throws(PollingReason) {
    let path = roots[index].path
    if let number = system.fileSystem(path), let reason = PollingReason(fileSystem: number, folder: path) {
      throw reason
    }
    guard let number = try number(path, 0) else { return }
    let root = WatchedFolder(path: path, watch: number)
    folders[number] = root
    (roots[index].folder, roots[index].identity) = (root, identity)
    var known: [String] = []
    var inner: [String] = []
    forEachEntry(of: path) { name, status in if status.isFolder { inner.append(name) } }
    for name in inner { try watch(name, in: root, files: &known) }
  }
}
