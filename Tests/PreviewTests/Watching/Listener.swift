import Foundation
import Testing

@testable import Preview

/// A folder that goes when the test does, and what a watcher tells of it.
final class Listener: Sendable {
  let folder: String
  let watcher: FolderWatcher

  /// What a watcher told, with paths relative to the folder.
  struct Told: Sendable {
    var paths: [String: PathChange] = [:]
    var isEverything = false
    var batches = 0
  }

  struct NothingTold: Error {}

  /// - Parameters:
  ///   - roots: the watched folders, relative to the folder.
  ///   - prepare: what stands in the folder before it is watched.
  init(
    roots: [String] = ["site"], _ method: FolderWatcher.Method = .automatic, system: EventSystem = .linux,
    prepare: (String) throws -> Void = { try makeFolder($0 + "/site") }
  ) throws {
    var template = Array("/tmp/terreau-watching-XXXXXX".utf8CString)
    folder = try String(cString: #require(mkdtemp(&template)))
    try prepare(folder)
    let folder = folder
    watcher = try FolderWatcher(
      folders: roots.map { folder + "/" + $0 }, quiet: .milliseconds(8), method: method, system: system)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  static func / (listener: Listener, name: String) -> String { listener.folder + "/" + name }

  func write(_ name: String, _ text: String = "x") throws { try save(self / name, text) }

  func rename(_ name: String, to other: String) throws {
    try #require(Glibc.rename(self / name, self / other) == 0)
  }

  /// Listens until enough is told.
  func told(within limit: Duration = .seconds(10), until isEnough: @escaping @Sendable (Told) -> Bool)
    async throws
    -> Told
  {
    try await withThrowingTaskGroup { group in
      group.addTask { [watcher, folder] in
        var told = Told()
        for await changes in watcher.changes {
          told.batches += 1
          switch changes {
          case .everything: told.isEverything = true
          case .paths(let paths):
            for (path, change) in paths { told.paths[String(path.dropFirst(folder.utf8.count + 1))] = change }
          }
          if isEnough(told) { return told }
        }
        throw NothingTold()
      }
      group.addTask {
        try await Task.sleep(for: limit)
        throw NothingTold()
      }
      defer { group.cancelAll() }
      return try #require(try await group.next())
    }
  }

  /// What is told until two further files are, written one after the other; those left out.
  ///
  /// Two, for an incomplete change may wait for longer than the first of them.
  func toldSoFar() async throws -> Told {
    var all = Told()
    for _ in 0..<2 {
      let mark = "site/mark-\(UInt64.random(in: 0 ... .max))"
      try write(mark)
      var told = try await told { $0.paths[mark] != nil }
      told.paths[mark] = nil
      all.paths.merge(told.paths) { $1 }
      all.isEverything = all.isEverything || told.isEverything
      all.batches += told.batches
    }
    return all
  }
}

func makeFolder(_ path: String) throws {
  try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
}

/// Writes as a simple program does: truncates, writes, closes.
func save(_ path: String, _ text: String = "x") throws {
  try makeFolder((path as NSString).deletingLastPathComponent)
  let file = try #require(fopen(path, "w"), "\(path)")
  fputs(text, file)
  fclose(file)
}
