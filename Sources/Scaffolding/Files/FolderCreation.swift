import Content
import Glibc

/// Folders that appear with everything in them, or not at all.
struct FolderCreation {
  /// By their paths below the folder.
  let files: [(path: String, contents: [UInt8])]

  /// What a folder may hold and still count as empty: what version control keeps in it.
  private static let versionControl: Set<String> = [
    ".git", ".gitattributes", ".github", ".gitlab", ".hg", ".jj", ".svn", ".bzr", ".fossil",
  ]

  /// Makes the folder; one that exists must be empty but for version control.
  ///
  /// - Throws: `folderNotEmpty` or `creationFailed`; the file system is then as it was.
  func create(at path: String) throws(Diagnostic) {
    do throws(CallFailure) {
      guard let entries = try FolderCreation.entries(of: path) else { return try make(path) }
      let others = entries.filter { !FolderCreation.versionControl.contains($0) }
      guard others.isEmpty else {
        throw CallFailure(operation: "rmdir", code: ENOTEMPTY)
      }
      let temporary = "\(path)/.terreau-\(getpid())"
      try write(to: temporary)
      try move(from: temporary, to: path)
    } catch {
      let entries = (try? FolderCreation.entries(of: path)) ?? nil
      throw error.code == ENOTEMPTY || error.code == EEXIST
        ? Diagnostic(.error, .folderNotEmpty(path: path, entries: entries ?? [])) : error.creating(path)
    }
  }

  /// The names in a folder; `nil` where there is nothing of that path.
  private static func entries(of path: String) throws(CallFailure) -> [String]? {
    do throws(CallFailure) {
      return try Directory(at: path).names()
    } catch {
      guard error.code == ENOENT else { throw error }
      return nil
    }
  }

  private func make(_ path: String) throws(CallFailure) {
    let (parent, name) = FolderCreation.split(path)
    var made: [String] = []
    do throws(CallFailure) {
      try FolderCreation.makeParents(parent, made: &made)
      let temporary = "\(parent)/.\(name.prefix(40)).terreau-\(getpid())"
      try write(to: temporary)
      do throws(CallFailure) {
        // A folder that appeared meanwhile is only replaced while it is empty.
        try call("rename") { rename(temporary, path) }
      } catch {
        remove(temporary)
        throw error
      }
    } catch {
      for folder in made.reversed() { rmdir(folder) }
      throw error
    }
  }

  /// Writes every file below a folder that must not exist yet; on failure nothing of it stays.
  private func write(to root: String) throws(CallFailure) {
    try call("mkdir") { mkdir(root, 0o777) }
    do throws(CallFailure) {
      for (path, contents) in files {
        var current = try Directory(at: root)
        let parts = path.split(separator: "/").map(String.init)
        for part in parts.dropLast() {
          _ = try current.make(part)
          current = try Directory(part, in: current)
        }
        try current.write(contents, to: parts.last ?? "")
      }
    } catch {
      remove(root)
      throw error
    }
  }

  /// Moves what stands in one folder into another, all of it or nothing, and takes the first away.
  private func move(from source: String, to target: String) throws(CallFailure) {
    var moved: [String] = []
    do throws(CallFailure) {
      for name in try Directory(at: source).names() {
        try call("rename") { rename("\(source)/\(name)", "\(target)/\(name)") }
        moved.append(name)
      }
    } catch {
      for name in moved { rename("\(target)/\(name)", "\(source)/\(name)") }
      remove(source)
      throw error
    }
    rmdir(source)
  }

  /// Takes away what `write` made.
  private func remove(_ root: String) {
    var folders: Set<String> = []
    for (path, _) in files {
      unlink("\(root)/\(path)")
      var folder = path[...]
      while let slash = folder.lastIndex(of: "/") {
        folder = folder[..<slash]
        folders.insert(String(folder))
      }
    }
    for folder in folders.sorted(by: >) { rmdir("\(root)/\(folder)") }
    rmdir(root)
  }

  private static func makeParents(_ path: String, made: inout [String]) throws(CallFailure) {
    var status = stat()
    if stat(path, &status) == 0 { return }
    let parent = split(path).parent
    if parent != path { try makeParents(parent, made: &made) }
    try call("mkdir") { mkdir(path, 0o777) }
    made.append(path)
  }

  private static func split(_ path: String) -> (parent: String, name: String) {
    let parts = path.split(separator: "/").map(String.init)
    let parent = parts.dropLast().joined(separator: "/")
    let isAbsolute = path.utf8.first == UInt8(ascii: "/")
    return (isAbsolute ? "/" + parent : parent.isEmpty ? "." : parent, parts.last ?? "")
  }
}
