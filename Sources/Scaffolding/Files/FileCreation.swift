import Content
import Glibc

/// Files that appear whole or not at all.
enum FileCreation {
  /// Makes a file, and the folders on its way: never over another file, and not through symbolic links.
  ///
  /// - Parameter parts: the names from `folder` to the file.
  /// - Throws: `fileExists`, `symbolicLink` or `creationFailed`; what was made on the way is taken away
  ///   again.
  static func create(_ bytes: [UInt8], at parts: [String], below folder: String) throws(Diagnostic) {
    let path = parts.joined(separator: "/")
    var made: [[String]] = []
    do throws(CallFailure) {
      try descend(to: parts.dropLast()[...], below: folder, made: &made) { directory throws(CallFailure) in
        try create(bytes, named: parts.last ?? "", in: directory)
      }
    } catch {
      for parts in made.reversed() { rmdir("\(folder)/\(parts.joined(separator: "/"))") }
      if error.code == EEXIST { throw Diagnostic(.error, .fileExists(path: path)) }
      if let link = symbolicLink(among: parts, below: folder) { throw link }
      throw error.creating(path)
    }
  }

  /// Makes a file, or puts new bytes in the place of one that a command made before.
  static func replace(_ bytes: [UInt8], at parts: [String], below folder: String) throws(Diagnostic) {
    var made: [[String]] = []
    do throws(CallFailure) {
      try descend(to: parts.dropLast()[...], below: folder, made: &made) { directory throws(CallFailure) in
        let (name, temporary) = (parts.last ?? "", temporaryName(for: parts.last ?? ""))
        try directory.write(bytes, to: temporary)
        do throws(CallFailure) {
          let descriptor = directory.descriptor
          try call("rename") { renameat(descriptor, temporary, descriptor, name) }
        } catch {
          unlinkat(directory.descriptor, temporary, 0)
          throw error
        }
      }
    } catch {
      throw error.creating(parts.joined(separator: "/"))
    }
  }

  /// Writes beside the file's place, then gives what was written its name: a name that is taken is refused
  /// there.
  private static func create(
    _ bytes: [UInt8], named name: String, in directory: borrowing Directory
  ) throws(CallFailure) {
    let descriptor = directory.descriptor
    let temporary = temporaryName(for: name)
    try directory.write(bytes, to: temporary)
    defer { unlinkat(descriptor, temporary, 0) }
    do throws(CallFailure) {
      try call("link") { linkat(descriptor, temporary, descriptor, name, 0) }
    } catch {
      // Some file systems have no second names.
      guard [EPERM, EOPNOTSUPP, ENOSYS].contains(error.code) else { throw error }
      try directory.write(bytes, to: name)
    }
  }

  /// The first folder on the way to a file that is a symbolic link, as a diagnostic.
  private static func symbolicLink(among parts: [String], below folder: String) -> Diagnostic? {
    for count in parts.indices.dropFirst() {
      let path = parts[..<count].joined(separator: "/")
      var target = [UInt8](repeating: 0, count: 4096)
      let length = target.withUnsafeMutableBytes { buffer in
        buffer.withMemoryRebound(to: CChar.self) { buffer in
          buffer.baseAddress.map { readlink("\(folder)/\(path)", $0, buffer.count) } ?? -1
        }
      }
      if length >= 0 {
        let text = String(decoding: target[..<length], as: UTF8.self)
        return Diagnostic(.error, .symbolicLink(target: text), at: SourceLocation(file: path))
      }
    }
    return nil
  }

  /// Hidden, so that nothing takes it for content.
  private static func temporaryName(for name: String) -> String {
    ".\(name.prefix(40)).\(getpid())"
  }

  /// Goes down part by part, making the folders that are missing.
  private static func descend(
    to parts: ArraySlice<String>, below folder: String, made: inout [[String]],
    _ body: (borrowing Directory) throws(CallFailure) -> Void
  ) throws(CallFailure) {
    var current = try Directory(at: folder)
    for (index, part) in zip(parts.indices, parts) {
      if try current.make(part) { made.append(Array(parts[...index])) }
      current = try Directory(part, in: current)
    }
    try body(current)
  }
}
