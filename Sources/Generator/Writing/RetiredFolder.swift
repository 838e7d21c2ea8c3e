import Content
import Glibc

/// The site that an exchange has taken out of service: it is removed, but for what somebody saved in it since
/// the build looked, which moves over to the site now published.
struct RetiredFolder {
  let retired: OpenFolder
  let published: OpenFolder
  /// What the retired site lists as its own.
  let retiredManifest: Manifest?
  /// What the published site lists as its own.
  let publishedManifest: Manifest?
  /// What the published site is called in messages.
  let path: String
  /// Whether a file is of the retired site alone and may go.
  let isExpendable: (OutputPath, FileStatus) throws(SystemError) -> Bool
  /// What somebody saved in a page's place, and the name it has now.
  private(set) var warnings: [Diagnostic] = []

  init(
    retired: OpenFolder, published: OpenFolder, retiredManifest: Manifest?, publishedManifest: Manifest?,
    path: String, isExpendable: @escaping (OutputPath, FileStatus) throws(SystemError) -> Bool
  ) {
    self.retired = retired
    self.published = published
    self.retiredManifest = retiredManifest
    self.publishedManifest = publishedManifest
    self.path = path
    self.isExpendable = isExpendable
  }

  /// Empties the retired folder. Its manifest goes last, so that a build that is killed on the way leaves
  /// the next one what it needs to go on.
  mutating func empty() throws(SystemError) {
    try empty(retired, at: nil)
    for name in OutputPath.reserved where name != .manifest { try retired.removeTree(name) }
    try retired.removeTree(.manifest)
  }

  private mutating func empty(_ folder: OpenFolder, at path: OutputPath?) throws(SystemError) {
    for name in try folder.names() {
      if path == nil && OutputPath.reserved.contains(name) { continue }
      guard let status = try folder.status(name) else { continue }
      if status.kind == .folder {
        try emptyFolder(name, in: folder, at: path / name, status)
      } else if try mayRemove(path / name, status) {
        try folder.removeFile(name)
      } else {
        try keep(name, in: folder, path / name, status)
      }
    }
  }

  private mutating func emptyFolder(
    _ name: OutputPath, in folder: OpenFolder, at path: OutputPath, _ status: FileStatus
  ) throws(SystemError) {
    if retiredManifest?.hasFiles(below: path) != true {
      let counterpart = try published.status(path)
      if counterpart == nil {
        try keep(name, in: folder, path, status)
        return
      }
    }
    try empty(try folder.folderToEmpty(name, status), at: path)
    try folder.removeFolder(name)
  }

  private func mayRemove(_ path: OutputPath, _ status: FileStatus) throws(SystemError) -> Bool {
    if try isExpendable(path, status) { return true }
    return try published.status(path)?.isSameFile(as: status) ?? false
  }

  /// Moves an entry to its place in the published site, or beside it when a page of ours or a later version
  /// of the entry is there.
  private mutating func keep(
    _ name: OutputPath, in folder: OpenFolder, _ path: OutputPath, _ status: FileStatus
  ) throws(SystemError) {
    let target = try published.descend(making: path.parent, owner: nil)
    let counterpart = try target.status(name)
    let isSuperseded = counterpart.map { $0.kind == .folder || status.isOlder(than: $0) } ?? false
    if !isSuperseded && publishedManifest?.lists(path) != true {
      try folder.rename(name, to: target, name)
      return
    }
    var free = OutputPath(name.bytes + [UInt8(ascii: "~")])
    while try target.status(free) != nil { free = OutputPath(free.bytes + [UInt8(ascii: "~")]) }
    try folder.rename(name, to: target, free)
    warnings.append(
      Diagnostic(
        .warning,
        .outputSetAside(path: self.path + "/" + path.text, as: self.path + "/" + (path.parent / free).text)))
  }
}
