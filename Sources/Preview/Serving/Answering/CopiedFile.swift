import FlyingSocks
import Glibc

/// A file of the platform that is sent as it is, in pieces: it may be larger than memory.
final class CopiedFile: Sendable {
  let size: Int
  /// Changes with the file: made from what the system knows of it, so that it needn't be read.
  let tag: String
  private let descriptor: Int32

  /// - Returns: `nil` for what can't be read or isn't a regular file, links among it.
  init?(path: String) {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { return nil }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
    size = Int(status.st_size)
    let parts = [
      Int(status.st_dev), Int(status.st_ino), size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec,
      status.st_ctim.tv_sec, status.st_ctim.tv_nsec,
    ]
    tag = "\"\(parts.map { String($0, radix: 36) }.joined(separator: "-"))\""
  }

  deinit {
    close(descriptor)
  }

  fileprivate func bytes(at offset: Int, count: Int) throws -> [UInt8] {
    let bytes = try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      let count = pread(descriptor, buffer.baseAddress, count, off_t(offset))
      // The file got shorter, or can't be read: the answer has to stop short too.
      guard count > 0 else { throw SocketError.disconnected }
      filled = count
    }
    return bytes
  }
}

/// A part of a file, read as it is sent.
struct FilePieces: AsyncBufferedSequence {
  typealias Element = UInt8

  var file: CopiedFile
  var range: Range<Int>

  func makeAsyncIterator() -> Iterator { Iterator(file: file, range: range) }

  struct Iterator: AsyncBufferedIteratorProtocol {
    fileprivate let file: CopiedFile
    fileprivate var range: Range<Int>

    mutating func next() async throws -> UInt8? {
      try await nextBuffer(suggested: 1)?.first
    }

    mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? {
      guard !range.isEmpty else { return nil }
      let bytes = try file.bytes(at: range.lowerBound, count: Swift.min(count, range.count))
      range = (range.lowerBound + bytes.count)..<range.upperBound
      return bytes
    }
  }
}
