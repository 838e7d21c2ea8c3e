import Foundation
import Testing

/// A platform in a folder of its own, which goes when the value does.
final class Platform: Sendable {
  /// The temporary folder around the platform.
  let surroundings: String
  let folder: String

  /// - Parameters:
  ///   - name: the platform's folder; `/` in it makes folders.
  ///   - files: by their paths below the platform's folder.
  init(_ files: [String: String] = Platform.small, name: String = "site") throws {
    var template = Array("/tmp/terreau-command-XXXXXX".utf8CString)
    surroundings = try String(cString: #require(mkdtemp(&template)))
    folder = surroundings + "/" + name
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (path, text) in files { try write(path, text) }
  }

  deinit {
    chmod(folder + "/content", 0o755)
    try? FileManager.default.removeItem(atPath: surroundings)
  }

  func write(_ path: String, _ text: String) throws { try write(path, Data(text.utf8)) }

  func write(_ path: String, _ data: Data) throws {
    let full = folder + "/" + path
    try FileManager.default.createDirectory(
      atPath: (full as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    let file = try #require(fopen(full, "w"), "\(full)")
    data.withUnsafeBytes { _ = fwrite($0.baseAddress, 1, $0.count, file) }
    fclose(file)
  }

  func text(_ path: String) throws -> String {
    try String(contentsOfFile: folder + "/" + path, encoding: .utf8)
  }

  func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(folder + "/" + path, &status) == 0
  }

  /// Runs `terreau build` on the platform, writing below `public/` unless the arguments say otherwise.
  func build(
    _ arguments: [String] = [], environment: [String: String] = [:]
  ) throws -> Program.Result {
    try Program.terreau.run(["build", "--source", folder] + arguments, environment: environment)
  }

  /// Two pages, a list, home and a file: enough for a site.
  static let small: [String: String] = [
    "content/site.yml": "name: Essai\nbase_url: https://exemple.org/\n",
    "content/types/note.yml": "name: Note\nplural: Notes\nfolder: notes\n",
    "content/index.md": "Bienvenue.\n",
    "content/notes/a.md":
      "---\ntitle: Première\ndate: 2024-05-01\n---\nVoir [la seconde](b.md) et ![une image](../images/été.png).\n",
    "content/notes/b.md": "---\ntitle: Seconde\naliases: [/ancienne/]\n---\n## Agir\n",
    "content/images/été.png": "GIF89a\u{1}\0\u{1}\0",
  ]

  /// The small platform with some files more, or others.
  static func small(with files: [String: String]) -> [String: String] {
    small.merging(files) { $1 }
  }
}

/// The bytes of every file below a folder, by path; links as `-> target`.
func tree(_ folder: String) throws -> [String: Data] {
  var files: [String: Data] = [:]
  let names = try #require(FileManager.default.enumerator(atPath: folder), "\(folder)")
  for case let name as String in names {
    var status = stat()
    guard lstat(folder + "/" + name, &status) == 0 else { continue }
    switch status.st_mode & S_IFMT {
    case S_IFREG: files[name] = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
    case S_IFLNK:
      files[name] = Data(
        "-> \(try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/" + name))".utf8)
    default: break
    }
  }
  return files
}
