import Glibc
import Synchronization

/// Keeps a second build away from an output folder. It goes when its process goes, however that ends.
final class BuildLock: Sendable {
  enum Failure: Error {
    /// Another process builds: its number, when it has written it already.
    case busy(pid: Int32?)
    case system(SystemError)
  }

  private let folder: OpenFolder
  private let path: OutputPath
  private let descriptor: Mutex<Int32?>

  /// Takes the lock without waiting.
  init(_ path: OutputPath, in folder: OpenFolder) throws(Failure) {
    self.folder = folder
    self.path = path
    self.descriptor = Mutex(try Self.acquire(path, in: folder))
  }

  deinit {
    release()
  }

  /// Removes the lock's file, then gives the lock back.
  func release() {
    descriptor.withLock {
      guard let held = $0 else { return }
      $0 = nil
      // While it is held, so that nobody's newer file of this name is removed.
      try? folder.removeFile(path)
      close(held)
    }
  }

  private static func acquire(_ path: OutputPath, in folder: OpenFolder) throws(Failure) -> Int32 {
    while true {
      let (descriptor, isOwn) = try open(path, in: folder)
      do throws(Failure) {
        guard try lock(descriptor, path, in: folder) else {
          close(descriptor)
          continue
        }
        if isOwn {
          try note(descriptor, path, in: folder)
          return descriptor
        }
        // A killed build of another user left it: nobody holds it now, so it makes place for our own.
        do { try folder.removeFile(path) } catch { throw Failure.system(error) }
        close(descriptor)
      } catch {
        close(descriptor)
        throw error
      }
    }
  }

  /// Opens or makes the file; not our own is one that only may be read.
  private static func open(
    _ path: OutputPath, in folder: OpenFolder
  ) throws(Failure) -> (descriptor: Int32, isOwn: Bool) {
    do throws(SystemError) {
      let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC
      return (try system("open") { path.withCString { openat(folder.descriptor, $0, flags, 0o644) } }, true)
    } catch {
      guard error.code == EACCES || error.code == EPERM else { throw .system(error) }
      guard let descriptor = try? folder.openToRead(path) else { throw .system(error) }
      return (descriptor, false)
    }
  }

  /// Locks the open file; false when it was removed or replaced before that and locks nothing any more.
  private static func lock(
    _ descriptor: Int32, _ path: OutputPath, in folder: OpenFolder
  ) throws(Failure) -> Bool {
    do throws(SystemError) {
      try system("flock") { flock(descriptor, LOCK_EX | LOCK_NB) }
      guard let held = try FileStatus(descriptor: descriptor), let named = try folder.status(path) else {
        return false
      }
      return held.isSameFile(as: named)
    } catch {
      throw error.code == EWOULDBLOCK ? .busy(pid: holder(descriptor)) : .system(error)
    }
  }

  /// Writes down whose the lock is; when that fails, nothing of it is left.
  private static func note(_ descriptor: Int32, _ path: OutputPath, in folder: OpenFolder) throws(Failure) {
    do throws(SystemError) {
      try system("ftruncate") { ftruncate(descriptor, 0) }
      try writeAll(Array("\(getpid())\n".utf8), to: descriptor)
    } catch {
      try? folder.removeFile(path)
      throw .system(error)
    }
  }

  private static func holder(_ descriptor: Int32) -> Int32? {
    var text = [UInt8](repeating: 0, count: 16)
    let count = pread(descriptor, &text, text.count, 0)
    guard count > 0 else { return nil }
    return Int32(String(decoding: text[..<count].prefix { $0 != Manifest.newline }, as: UTF8.self))
  }
}
