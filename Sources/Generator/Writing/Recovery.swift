import Content
import Glibc

/// Puts in order what a killed build left: afterwards the site is whole, old or new, and nothing else is there.
///
/// Only for whoever holds the output folder's lock.
struct Recovery {
  let folder: OutputFolder
  let parent: OpenFolder

  func run() throws(Diagnostic) {
    let staging = Leftover.staging(beside: folder.name)
    let retired = Leftover.retired(beside: folder.name)
    try writing(folder.path) { () throws(SystemError) in
      if try parent.status(staging) != nil { try parent.removeTree(staging) }
      // Killed between the two renames of a file system that knows no exchange.
      if try parent.status(retired) != nil, try parent.status(folder.name) == nil {
        try parent.rename(retired, to: parent, folder.name)
      }
    }
    let output = try reading(folder.path) { () throws(SystemError) -> OpenFolder? in
      try parent.status(folder.name) == nil ? nil : parent.folder(folder.name)
    }
    guard let output else { return }
    try clear(retired, for: output)
    try writing(folder.path) { () throws(SystemError) in
      if try output.status(Leftover.staging) != nil { try output.removeTree(Leftover.staging) }
    }
    try applyJournal(of: output)
  }

  private func clear(_ name: OutputPath, for output: OpenFolder) throws(Diagnostic) {
    let retired = try reading(folder.path) { () throws(SystemError) -> OpenFolder? in
      try parent.status(name) == nil ? nil : parent.folder(name)
    }
    guard let retired else { return }
    let retiredManifest = try Manifest.read(from: retired, path: folder.parentPath + "/" + name.text)
    var rest = RetiredFolder(
      retired: retired, published: output, retiredManifest: retiredManifest,
      publishedManifest: try Manifest.read(from: output, path: folder.path), path: folder.path
    ) { path, _ throws(SystemError) in
      guard let entry = retiredManifest?.entry(at: path) else { return false }
      return try retired.isIntact(entry)
    }
    try writing(folder.path) { () throws(SystemError) in
      try rest.empty()
      try parent.removeFolder(name)
    }
  }

  private func applyJournal(of output: OpenFolder) throws(Diagnostic) {
    let journal = try reading(folder.path) { () throws(SystemError) -> OpenFolder? in
      try output.status(Leftover.journal) == nil ? nil : output.folder(Leftover.journal)
    }
    guard let journal else { return }
    guard let manifest = try Manifest.read(from: journal, path: folder.path(of: Leftover.journal)) else {
      try writing(folder.path) { () throws(SystemError) in try output.removeTree(Leftover.journal) }
      return
    }
    let old = try Manifest.read(from: output, path: folder.path)
    try writing(folder.path) { () throws(SystemError) in
      var stale: [OutputPath] = []
      for entry in old?.entries ?? [] where !manifest.lists(entry.location) {
        if try output.isIntact(entry) { stale.append(entry.location) }
      }
      let folders = Set((old?.entries ?? []).flatMap(\.location.ancestors))
      try InPlacePublication(
        output: output, journal: journal, folders: folders, stale: stale, manifest: manifest, owner: nil
      ).finish()
    }
  }
}

extension OpenFolder {
  /// Whether a manifest's file is there with the very content that was written.
  func isIntact(_ entry: Manifest.Entry) throws(SystemError) -> Bool {
    do {
      let found = try hash(entry.location, expecting: entry.size)
      return found.size == entry.size && found.hash == entry.hash
    } catch {
      guard [ENOENT, ENOTDIR, ELOOP, EISDIR].contains(error.code) else { throw error }
      return false
    }
  }
}
