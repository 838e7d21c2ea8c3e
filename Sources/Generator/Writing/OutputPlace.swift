import Content
import Glibc

/// Where an output folder's path leads, and what stands there.
struct OutputPlace {
  /// Absolute; every link on the way is resolved, the last part is not.
  let path: String
  /// What stands there; nil when nothing does.
  let status: FileStatus?
  /// Set when the path itself is refused, wherever it leads.
  private let flaw: Problem.OutputRefusal?

  init(_ path: String, sourceFolder: String) throws(SystemError) {
    // No shell has replaced the `~`, and a folder called so is what nobody wants.
    if path.utf8.first == UInt8(ascii: "~") {
      self.init(path: path, status: nil, flaw: .home)
      return
    }
    if path.isEmpty || path.utf8.contains(0) {
      self.init(path: path, status: nil, flaw: .empty)
      return
    }
    var current = path.utf8.first == UInt8(ascii: "/") ? "/" : try realPath(sourceFolder)
    let parts = path.utf8.split(separator: UInt8(ascii: "/")).compactMap { String($0) }.filter { $0 != "." }
    for (index, part) in parts.enumerated() {
      if part == ".." {
        current = Self.parent(of: current)
        continue
      }
      let next = current == "/" ? "/" + part : current + "/" + part
      let status = try FileStatus(OutputPath(next), in: AT_FDCWD)
      if index == parts.count - 1 || status == nil {
        current = next
      } else if try FileStatus(following: next)?.kind == .folder {
        current = try realPath(next)
      } else {
        self.init(path: next, status: status, flaw: .notAFolder)
        return
      }
    }
    self.init(path: current, status: try FileStatus(OutputPath(current), in: AT_FDCWD), flaw: nil)
  }

  private init(path: String, status: FileStatus?, flaw: Problem.OutputRefusal?) {
    self.path = path
    self.status = status
    self.flaw = flaw
  }

  /// The rule that speaks against writing a site there, if one does.
  func reasonToRefuse(
    sourceFolder: String, contentFolder: String, homeFolders: [String]
  ) throws(SystemError) -> Problem.OutputRefusal? {
    if let flaw { return flaw }
    if path == "/" { return .root }
    if status?.kind == .symbolicLink { return .symbolicLink }

    let source = try Lineage(of: sourceFolder)
    let content = try Lineage(of: contentFolder)
    if let status {
      var homes: [Lineage] = []
      for folder in homeFolders { homes.append(try Lineage(of: folder)) }
      if homes.contains(where: { $0.isItself(status) }) { return .home }
      if source.isItself(status) { return .sourceFolder }
      if content.isItself(status) { return .insideContent }
      if source.contains(status) || content.contains(status) { return .containsSource }
      if homes.contains(where: { $0.contains(status) }) { return .home }
    }
    if let content = content.folder, try Lineage(of: path).contains(content) { return .insideContent }
    if let status, status.kind != .folder { return .notAFolder }
    return nil
  }

  /// Whether an earlier build wrote the folder, or nobody has put anything but hidden files there.
  func isOurs() throws(SystemError) -> Bool {
    guard status != nil else { return true }
    let folder = try OpenFolder(at: path)
    for path in [.manifest, Leftover.journal / .manifest] {
      if try folder.status(path) != nil { return true }
    }
    return try folder.names().allSatisfy { $0.bytes.first == UInt8(ascii: ".") }
  }

  static func parent(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash != path.utf8.startIndex else {
      return "/"
    }
    return String(path[..<slash])
  }
}

/// A folder and those it stands in, up to the root.
private struct Lineage {
  /// Nil when it doesn't exist.
  let folder: FileStatus?
  private let ancestors: [FileStatus]

  init(of path: String) throws(SystemError) {
    var current = path
    do {
      current = try realPath(path)
    } catch {
      guard error.code == ENOENT || error.code == ENOTDIR else { throw error }
    }
    folder = try FileStatus(following: current)
    var ancestors: [FileStatus] = []
    while current != "/" && !current.isEmpty {
      current = OutputPlace.parent(of: current)
      if let status = try FileStatus(following: current) { ancestors.append(status) }
    }
    self.ancestors = ancestors
  }

  func isItself(_ status: FileStatus) -> Bool {
    folder?.isSameFile(as: status) ?? false
  }

  func contains(_ status: FileStatus) -> Bool {
    isItself(status) || ancestors.contains { $0.isSameFile(as: status) }
  }
}

/// The absolute path without links, `.` and `..`.
private func realPath(_ path: String) throws(SystemError) -> String {
  guard let resolved = realpath(path, nil) else { throw SystemError("realpath", errno) }
  defer { free(resolved) }
  return String(cString: resolved)
}
