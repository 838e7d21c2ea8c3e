import Glibc

/// How many bytes of a file are in memory at once.
private let pieceSize = 256 * 1024

/// Reads what `descriptor` still has in pieces and hands each on, then closes it; gives the count of bytes.
func readPieces(
  of descriptor: Int32, expecting size: Int = pieceSize,
  _ use: (UnsafeRawBufferPointer) throws(SystemError) -> Bool
) throws(SystemError) -> Int {
  defer { close(descriptor) }
  let buffer = UnsafeMutableRawBufferPointer.allocate(
    byteCount: min(max(size + 1, 512), pieceSize), alignment: 64)
  defer { buffer.deallocate() }
  var total = 0
  while true {
    let count = try readFully(buffer, from: descriptor)
    total += count
    if count > 0 {
      guard try use(UnsafeRawBufferPointer(rebasing: buffer[..<count])) else { return total }
    }
    if count < buffer.count { return total }
  }
}

extension OpenFolder {
  /// The hash and size of a file, read in pieces.
  func hash(
    _ path: OutputPath, expecting size: Int, whileTrue proceed: () -> Bool = { true }
  ) throws(SystemError) -> (hash: ContentHash, size: Int) {
    let descriptor = try openToRead(path)
    var hasher = ContentHasher()
    let count = try readPieces(of: descriptor, expecting: size) { piece throws(SystemError) in
      hasher.update(piece)
      return proceed()
    }
    return (hasher.finish(), count)
  }

  /// Whether a file holds exactly `bytes`.
  func file(_ path: OutputPath, holds bytes: [UInt8]) throws(SystemError) -> Bool {
    let descriptor = try openToRead(path)
    var offset = 0
    var isEqual = true
    let count = try readPieces(of: descriptor, expecting: bytes.count) { piece in
      isEqual = bytes.withUnsafeBytes { bytes in
        guard let expected = bytes.baseAddress, let found = piece.baseAddress else { return false }
        return offset + piece.count <= bytes.count && memcmp(expected + offset, found, piece.count) == 0
      }
      offset += piece.count
      return isEqual
    }
    return isEqual && count == bytes.count
  }
}
