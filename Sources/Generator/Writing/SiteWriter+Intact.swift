import Content
import Glibc

extension SiteWriter {
  /// The manifest of the published site, if that was made from the same inputs, no killed build left anything,
  /// and every file is still there as it was written.
  ///
  /// For a build in which nothing changed: reads only, and takes no lock. What it finds wanting, a whole build
  /// puts right or reports.
  ///
  /// - Parameter workers: how many threads may read.
  /// - Throws: `readFailed`.
  public static func intactManifest(
    of folder: OutputFolder, inputs: ContentHash, workers: Int? = nil
  ) throws(Diagnostic) -> Manifest? {
    guard let output = try? OpenFolder(at: folder.absolutePath),
      let manifest = try? Manifest.read(from: output, path: folder.path), manifest.inputs == inputs
    else { return nil }
    let hasLeftovers = try reading(folder.path) { () throws(SystemError) in
      let parent = try OpenFolder(at: folder.parentPath)
      for name in [Leftover.staging(beside: folder.name), Leftover.retired(beside: folder.name)] {
        if try parent.status(name) != nil { return true }
      }
      for name in [Leftover.staging, Leftover.journal] {
        if try output.status(name) != nil { return true }
      }
      return false
    }
    if hasLeftovers { return nil }
    do throws(Diagnostic) {
      try inParallel(manifest.entries.count, workers: workers ?? processorCount) { index throws(Diagnostic) in
        let entry = manifest.entries[index]
        let path = folder.path(of: entry.location)
        guard try reading(path, { () throws(SystemError) in try output.isIntact(entry) }) else {
          throw Diagnostic(.error, .outputEdited(path: path))
        }
      }
    } catch {
      if case .outputEdited = error.problem { return nil }
      throw error
    }
    return manifest
  }
}
