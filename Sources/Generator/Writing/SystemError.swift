import Content
import Glibc

/// A system call that failed, and how.
struct SystemError: Error {
  let operation: String
  let code: Int32

  init(_ operation: String, _ code: Int32) {
    self.operation = operation
    self.code = code
  }

  func writing(_ path: String) -> Diagnostic {
    Diagnostic(.error, .writeFailed(operation: operation, path: path, errno: code))
  }

  func reading(_ path: String) -> Diagnostic {
    Diagnostic(.error, .readFailed(path: path, errno: code))
  }
}

/// Makes a system call, again while signals interrupt it.
@inline(__always)
@discardableResult
func system<Result: SignedInteger>(
  _ operation: String, _ call: () -> Result
) throws(SystemError) -> Result {
  while true {
    let result = call()
    if result >= 0 { return result }
    let code = errno
    if code != EINTR { throw SystemError(operation, code) }
  }
}

/// Closes a file that was written: what a network file system couldn't keep shows here at the latest.
///
/// An interrupted `close` has closed on Linux, so it isn't made again.
func closeWritten(_ descriptor: Int32) throws(SystemError) {
  if close(descriptor) != 0 && errno != EINTR { throw SystemError("close", errno) }
}

/// Writes all of `bytes`, however little the system takes at a time.
func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) throws(SystemError) {
  var rest = bytes
  while let start = rest.baseAddress, !rest.isEmpty {
    let count = try system("write") { write(descriptor, start, rest.count) }
    guard count > 0 else { throw SystemError("write", EIO) }
    rest = UnsafeRawBufferPointer(rebasing: rest[count...])
  }
}

func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(SystemError) {
  try bytes.withUnsafeBufferPointer { bytes throws(SystemError) in
    try writeAll(UnsafeRawBufferPointer(bytes), to: descriptor)
  }
}

/// Fills as much of `buffer` as the file still has; less than all of it only at its end.
func readFully(_ buffer: UnsafeMutableRawBufferPointer, from descriptor: Int32) throws(SystemError) -> Int {
  var filled = 0
  while let start = buffer.baseAddress, filled < buffer.count {
    let count = try system("read") { read(descriptor, start + filled, buffer.count - filled) }
    if count == 0 { break }
    filled += count
  }
  return filled
}

/// Does what a failure of makes `path` unreadable.
func reading<Result>(
  _ path: @autoclosure () -> String, _ body: () throws(SystemError) -> Result
) throws(Diagnostic) -> Result {
  do { return try body() } catch { throw error.reading(path()) }
}

/// Does what a failure of means that `path` could not be written.
func writing<Result>(
  _ path: @autoclosure () -> String, _ body: () throws(SystemError) -> Result
) throws(Diagnostic) -> Result {
  do { return try body() } catch { throw error.writing(path()) }
}
