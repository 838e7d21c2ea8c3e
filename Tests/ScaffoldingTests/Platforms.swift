import Content
import Foundation
import Scaffolding
import Testing

/// The platforms that new items are tried on.
enum Platforms: String, CaseIterable, Sendable {
  case project, fixture, french, english

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// A copy in a folder of its own.
  func copy() throws -> Folder {
    let folder = try Folder()
    switch self {
    case .project, .fixture:
      let source = Self.root.appending(path: self == .project ? "content" : "Tests/Fixtures/atelier/content")
      try FileManager.default.copyItem(atPath: source.path, toPath: folder.path + "/content")
    case .french: try StarterPlatform(.init(language: .french)).create(at: folder.path)
    case .english: try StarterPlatform(.init(language: .english)).create(at: folder.path)
    }
    return folder
  }
}

/// A temporary folder, which goes when the value does.
final class Folder: Sendable {
  let path: String

  init() throws {
    var template = Array("/tmp/terreau-scaffolding-XXXXXX".utf8CString)
    path = try String(cString: #require(mkdtemp(&template)))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to file: String) throws {
    let full = "\(path)/\(file)"
    try FileManager.default.createDirectory(
      atPath: (full as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: full))
  }

  func text(_ file: String) throws -> String {
    try String(contentsOfFile: "\(path)/\(file)", encoding: .utf8)
  }

  /// Every file in it, hidden ones too, in order.
  func files() throws -> [String] {
    try #require(FileManager.default.subpaths(atPath: path)).filter { name in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder)
      return !isFolder.boolValue
    }.sorted()
  }

  /// What is wrong with the platform in it, notes aside.
  func diagnostics() async throws -> [Diagnostic] {
    let sources = await LoadedSources(try SourceTree(folder: path), jobs: 2)
    return await SiteReader(options: BuildOptions(jobs: 2)).read(sources).diagnostics.filter {
      $0.severity != .note
    }
  }
}
