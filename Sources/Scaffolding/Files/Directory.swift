import Content
import Glibc

/// A system call that failed.
struct CallFailure: Error {
  let operation: String
  let code: Int32

  func creating(_ path: String) -> Diagnostic {
    Diagnostic(.error, .creationFailed(operation: operation, path: path, errno: code))
  }
}

/// Makes a system call, again while signals interrupt it.
@discardableResult
func call<Result: SignedInteger>(_ operation: String, _ body: () -> Result) throws(CallFailure) -> Result {
  while true {
    let result = body()
    if result >= 0 { return result }
    let code = errno
    if code != EINTR { throw CallFailure(operation: operation, code: code) }
  }
}

/// An open folder; what is inside is reached from it, and no symbolic link in it is followed.
struct Directory: ~Copyable {
  let descriptor: Int32

  init(at path: String) throws(CallFailure) {
    descriptor = try call("open") { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
  }

  init(_ name: String, in parent: borrowing Directory) throws(CallFailure) {
    let folder = parent.descriptor
    descriptor = try call("open") { openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) }
  }

  deinit { close(descriptor) }

  /// Makes a folder in this one; false where there is something of that name already.
  func make(_ name: String) throws(CallFailure) -> Bool {
    do throws(CallFailure) {
      try call("mkdir") { mkdirat(descriptor, name, 0o777) }
      return true
    } catch {
      guard error.code == EEXIST else { throw error }
      return false
    }
  }

  /// The names in it, in the order of their bytes.
  func names() throws(CallFailure) -> [String] {
    let copy = try call("open") { openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard let stream = fdopendir(copy) else {
      close(copy)
      throw CallFailure(operation: "opendir", code: errno)
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Writes a file that must not exist yet; on failure nothing of it stays.
  func write(_ bytes: [UInt8], to name: String) throws(CallFailure) {
    let file = try call("open") {
      openat(descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    }
    do throws(CallFailure) {
      var written = 0
      while written < bytes.count {
        let count = try call("write") {
          bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress.map { $0 + written }, $0.count - written) }
        }
        guard count > 0 else { throw CallFailure(operation: "write", code: EIO) }
        written += count
      }
      try call("fsync") { fsync(file) }
    } catch {
      close(file)
      unlinkat(descriptor, name, 0)
      throw error
    }
    // What a network file system couldn't keep shows here at the latest.
    if close(file) != 0, errno != EINTR {
      let code = errno
      unlinkat(descriptor, name, 0)
      throw CallFailure(operation: "close", code: code)
    }
  }
}
