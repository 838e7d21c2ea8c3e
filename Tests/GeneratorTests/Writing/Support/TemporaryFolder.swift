import Content
import Foundation
import Generator
import Testing

/// A folder that goes when the test does.
final class TemporaryFolder: Sendable {
  let path: String

  init(in parent: String = "/tmp") throws {
    var template = Array("\(parent)/terreau-tests-XXXXXX".utf8CString)
    path = try String(cString: #require(mkdtemp(&template)))
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  static func / (folder: TemporaryFolder, name: String) -> String {
    folder.path + "/" + name
  }

  func write(_ name: String, _ text: String) throws {
    let path = self / name
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    // Not by renaming: a test may depend on the file staying the same one.
    let file = try #require(fopen(path, "w"))
    fputs(text, file)
    fclose(file)
  }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(atPath: self / name, withIntermediateDirectories: true)
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: self / name)
  }

  func read(_ name: String) throws -> String {
    try String(contentsOfFile: self / name, encoding: .utf8)
  }

  func status(_ name: String) throws -> stat {
    var status = stat()
    try #require(lstat(self / name, &status) == 0, "\(name) is missing")
    return status
  }

  func exists(_ name: String) -> Bool {
    var status = stat()
    return lstat(self / name, &status) == 0
  }

  func names(_ name: String = ".") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: self / name).sorted()
  }
}

/// Everything below a folder: for each path its kind, mode, content and, for what isn't a folder, its time.
func snapshot(_ path: String) throws -> [String: String] {
  var entries: [String: String] = [:]
  func visit(_ relative: String) throws {
    let full = relative.isEmpty ? path : path + "/" + relative
    var status = stat()
    try #require(lstat(full, &status) == 0, "\(full) is missing")
    let mode = String(status.st_mode, radix: 8)
    let time = "\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      entries[relative] = mode
      for name in try FileManager.default.contentsOfDirectory(atPath: full) {
        try visit(relative.isEmpty ? name : relative + "/" + name)
      }
    case S_IFLNK:
      let target = try FileManager.default.destinationOfSymbolicLink(atPath: full)
      entries[relative] = "\(mode) \(time) -> \(target)"
    default:
      let content = try Data(contentsOf: URL(fileURLWithPath: full))
      entries[relative] = "\(mode) \(time) \(String(decoding: content, as: UTF8.self))"
    }
  }
  try visit("")
  return entries
}

/// The files below a folder, the manifest left out, with their text.
func files(_ path: String) throws -> [String: String] {
  var files: [String: String] = [:]
  let names = try #require(FileManager.default.enumerator(atPath: path))
  for case let name as String in names where name != ".terreau-manifest" {
    var status = stat()
    if lstat(path + "/" + name, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
      files[name] = try String(contentsOfFile: path + "/" + name, encoding: .utf8)
    }
  }
  return files
}
