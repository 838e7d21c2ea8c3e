import Content
import Glibc

/// What stands in the output folder when a build begins: the last build's files, and everybody else's.
struct PublishedTree: Sendable {
  /// Something that no build of ours wrote.
  struct ForeignEntry: Sendable {
    let path: OutputPath
    let status: FileStatus
  }

  /// What keeps a path from being written.
  enum Occupant: Sendable {
    /// A folder of somebody else's, or with something of theirs in it: nothing but a folder can be there.
    case folder
    case file(FileStatus)
    /// A link, a device, a mounted or closed folder: nothing can be written there or below.
    case barrier
  }

  /// The last build's; nil when there was none.
  let manifest: Manifest?
  /// Where in the manifest a path is.
  let positions: [OutputPath: Int]
  /// What stands on the disk for each of the manifest's entries; nil for what isn't there as a file any more.
  var disk: [FileStatus.Identity?]
  /// In the order of their paths.
  var foreign: [ForeignEntry] = []
  var occupants: [OutputPath: Occupant] = [:]
  /// The folders that are there because of the last build's files.
  let folders: Set<OutputPath>
  /// Whether something stands there that can't be put into another folder as it is.
  var isImmovable = false

  /// Deeper folders are left where they are, so that the number of open ones stays bounded.
  private static let greatestDepth = 200

  /// Reads the tree below `output`; a nil folder is one that isn't there yet.
  init(_ output: OpenFolder?, manifest: Manifest?) throws(SystemError) {
    self.manifest = manifest
    let entries = manifest?.entries ?? []
    var positions: [OutputPath: Int] = [:]
    positions.reserveCapacity(entries.count)
    var folders: Set<OutputPath> = []
    for (position, entry) in entries.enumerated() {
      positions[entry.location] = position
      for ancestor in entry.location.ancestors {
        guard folders.insert(ancestor).inserted else { break }
      }
    }
    self.positions = positions
    self.folders = folders
    self.disk = Array(repeating: nil, count: entries.count)
    if let output { try walk(output, at: nil, depth: 0) }
    foreign.sort { $0.path < $1.path }
  }

  private mutating func walk(_ folder: OpenFolder, at path: OutputPath?, depth: Int) throws(SystemError) {
    for name in try folder.names() {
      if path == nil && OutputPath.reserved.contains(name) { continue }
      // What went away since it was listed need not be kept.
      guard let status = try folder.status(name) else { continue }
      try note(path / name, status, in: folder, name: name, depth: depth)
    }
  }

  private mutating func note(
    _ path: OutputPath, _ status: FileStatus, in folder: OpenFolder, name: OutputPath, depth: Int
  ) throws(SystemError) {
    if status.isMountPoint {
      setApart(path, status)
      return
    }
    switch status.kind {
    case .file:
      if let position = positions[path] {
        disk[position] = status.identity
      } else {
        keep(path, status, as: .file(status))
      }
    case .symbolicLink, .other:
      keep(path, status, as: .barrier)
    case .folder:
      guard depth < Self.greatestDepth, let inner = try openIfAllowed(name, in: folder) else {
        setApart(path, status)
        return
      }
      if !folders.contains(path) { keep(path, status, as: .folder) }
      try walk(inner, at: path, depth: depth + 1)
    }
  }

  private func openIfAllowed(_ name: OutputPath, in folder: OpenFolder) throws(SystemError) -> OpenFolder? {
    do {
      return try folder.folder(name)
    } catch {
      guard error.code == EACCES || error.code == EPERM else { throw error }
      return nil
    }
  }

  private mutating func setApart(_ path: OutputPath, _ status: FileStatus) {
    isImmovable = true
    keep(path, status, as: .barrier)
  }

  private mutating func keep(_ path: OutputPath, _ status: FileStatus, as occupant: Occupant) {
    // Another user's file may be closed to second names, and their folder couldn't be made theirs again.
    if geteuid() != 0 && status.user != geteuid() { isImmovable = true }
    foreign.append(ForeignEntry(path: path, status: status))
    occupants[path] = occupant
    for ancestor in path.ancestors {
      if case .folder? = occupants[ancestor] { break }
      occupants[ancestor] = .folder
    }
  }

  /// What stands in the way of a file at `path`: the path itself or a folder it would be in.
  func obstacle(to path: OutputPath) -> (path: OutputPath, occupant: Occupant)? {
    if occupants.isEmpty { return nil }
    if let occupant = occupants[path] { return (path, occupant) }
    for ancestor in path.ancestors {
      switch occupants[ancestor] {
      case nil: continue
      case .folder?: return nil
      case let occupant?: return (ancestor, occupant)
      }
    }
    return nil
  }

  /// The last build's entry for `path`, with what stands there now.
  func listed(_ path: OutputPath) -> (entry: Manifest.Entry, identity: FileStatus.Identity?)? {
    guard let manifest, let position = positions[path] else { return nil }
    return (manifest.entries[position], disk[position])
  }

  /// Which file stood at `path` when the build began, whoever's it is.
  func identity(of path: OutputPath) -> FileStatus.Identity? {
    if let position = positions[path] { return disk[position] }
    if case .file(let status)? = occupants[path] { return status.identity }
    return nil
  }
}
