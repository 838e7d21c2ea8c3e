import Content
import Glibc

/// The folders a build works in, the lock on them, and how the site can be published there.
struct WritingGround: Sendable {
  let folder: OutputFolder
  let parent: OpenFolder
  /// What is published; nil when nothing is yet.
  let output: OpenFolder?
  let outputStatus: FileStatus?
  let lock: BuildLock
  /// Whether the output folder can be exchanged as a whole.
  private(set) var isExchangeable: Bool
  /// Whose the files are to be, when a build of root's would make them its own.
  let owner: Owner?
  /// Folders that were made for the output folder to be in, outermost first.
  private let madeFolders: [String]

  /// Makes the folders the output folder is in, takes the lock, and recovers from a killed build.
  init(_ folder: OutputFolder) throws(Diagnostic) {
    self.folder = folder
    let made = try Self.makeFolders(to: folder.parentPath)
    var heldLock: BuildLock?
    do throws(Diagnostic) {
      parent = try writing(folder.path) { () throws(SystemError) in try OpenFolder(at: folder.parentPath) }
      let (lock, isBeside) = try Self.acquireLock(for: folder, in: parent)
      heldLock = lock
      self.lock = lock
      try Recovery(folder: folder, parent: parent).run()
      let (parent, name) = (parent, folder.name)
      outputStatus = try reading(folder.path) { () throws(SystemError) in try parent.status(name) }
      output =
        outputStatus == nil
        ? nil : try reading(folder.path) { () throws(SystemError) in try parent.folder(name) }
      let parentStatus = try reading(folder.path) { () throws(SystemError) in
        try FileStatus(descriptor: parent.descriptor)
      }
      isExchangeable =
        isBeside && outputStatus?.isMountPoint != true
        && (geteuid() == 0 || outputStatus == nil || outputStatus?.user == geteuid())
      owner = Self.owner(like: outputStatus ?? parentStatus)
    } catch {
      heldLock?.release()
      for path in made.reversed() { rmdir(path) }
      throw error
    }
    madeFolders = made
  }

  mutating func forbidExchange() {
    isExchangeable = false
  }

  func makeStaging() throws(SystemError) -> StagingFolder {
    if let output, !isExchangeable {
      return try StagingFolder(Leftover.staging, in: output, model: nil, owner: owner)
    }
    return try StagingFolder(
      Leftover.staging(beside: folder.name), in: parent, model: outputStatus, owner: owner)
  }

  /// Gives the lock back; after a build that published nothing, also removes the folders made for it.
  func leave(published: Bool) {
    lock.release()
    // A folder that somebody has put something in by now stays.
    if !published { for path in madeFolders.reversed() { rmdir(path) } }
  }

  private static func makeFolders(to path: String) throws(Diagnostic) -> [String] {
    var missing: [String] = []
    var current = path
    while try reading(path, { () throws(SystemError) in try FileStatus(following: current) }) == nil {
      missing.append(current)
      current = OutputPlace.parent(of: current)
    }
    let parentOwner = owner(
      like: try reading(path) { () throws(SystemError) in try FileStatus(following: current) })
    var made: [String] = []
    do throws(SystemError) {
      for path in missing.reversed() {
        try system("mkdir") { mkdir(path, 0o777) }
        made.append(path)
        if let parentOwner { try system("chown") { lchown(path, parentOwner.user, parentOwner.group) } }
      }
    } catch {
      for path in made.reversed() { rmdir(path) }
      throw error.writing(path)
    }
    return made
  }

  /// Takes the lock beside the output folder, or in it where nothing can be written beside it.
  private static func acquireLock(
    for folder: OutputFolder, in parent: OpenFolder
  ) throws(Diagnostic) -> (lock: BuildLock, isBeside: Bool) {
    do throws(BuildLock.Failure) {
      return (try BuildLock(Leftover.lock(beside: folder.name), in: parent), true)
    } catch .system(let error) where [EACCES, EPERM, EROFS].contains(error.code) {
      guard let output = try? parent.folder(folder.name) else { throw error.writing(folder.path) }
      do throws(BuildLock.Failure) {
        return (try BuildLock(Leftover.lock, in: output), false)
      } catch {
        throw error.diagnostic(folder)
      }
    } catch {
      throw error.diagnostic(folder)
    }
  }

  private static func owner(like status: FileStatus?) -> Owner? {
    guard let status, geteuid() == 0, status.user != 0 else { return nil }
    return Owner(user: status.user, group: status.group)
  }
}

extension BuildLock.Failure {
  fileprivate func diagnostic(_ folder: OutputFolder) -> Diagnostic {
    switch self {
    case .busy(let pid): Diagnostic(.error, .outputBusy(path: folder.path, pid: pid))
    case .system(let error): error.writing(folder.path)
    }
  }
}
