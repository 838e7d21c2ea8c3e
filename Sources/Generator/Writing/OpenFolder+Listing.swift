import CLinux
import Glibc

extension OpenFolder {
  /// The names in the folder, in no particular order.
  func names() throws(SystemError) -> [OutputPath] {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 32 * 1024, alignment: 8)
    defer { buffer.deallocate() }
    try system("seek") { lseek(descriptor, 0, SEEK_SET) }
    var names: [OutputPath] = []
    while true {
      let count = try system("readdir") { getdents64(descriptor, buffer.baseAddress, buffer.count) }
      if count == 0 { return names }
      var record = UnsafeRawBufferPointer(buffer)[..<count]
      while record.count > Record.name {
        let length = Int(record.loadUnaligned(fromByteOffset: Record.length, as: UInt16.self))
        let name = record[(record.startIndex + Record.name)...].prefix { $0 != 0 }
        if !name.elementsEqual(".".utf8) && !name.elementsEqual("..".utf8) { names.append(OutputPath(name)) }
        record = record.dropFirst(length)
      }
    }
  }

  /// Where the fields of a record of `getdents64(2)` begin.
  private enum Record {
    static let length = 16
    static let name = 19
  }

  /// Removes a file, or a folder with all it holds. Nothing there is no error.
  ///
  /// Only for what the writer made itself: nothing in it is looked at.
  func removeTree(_ path: OutputPath) throws(SystemError) {
    do {
      try removeFile(path)
      return
    } catch {
      if error.code == ENOENT { return }
      guard error.code == EISDIR || error.code == EPERM else { throw error }
    }
    guard let status = try status(path) else { return }
    let inner = try folderToEmpty(path, status)
    for name in try inner.names() { try inner.removeTree(name) }
    try removeFolder(path)
  }

  /// Opens a folder whose entries are to be removed, also when its mode forbids that to its owner.
  func folderToEmpty(_ path: OutputPath, _ status: FileStatus) throws(SystemError) -> OpenFolder {
    if status.kind == .folder && status.mode & 0o700 != 0o700 {
      try system("chmod") { path.withCString { fchmodat(descriptor, $0, 0o700, 0) } }
    }
    return try folder(path)
  }
}
