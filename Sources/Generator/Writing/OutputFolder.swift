import Content
import Glibc

/// A folder that a site may be written to, because no rule speaks against it.
public struct OutputFolder: Sendable, Hashable {
  /// As given, but for `/` at its end: what messages call it.
  public let path: String
  /// Absolute, links on the way resolved.
  public let absolutePath: String

  /// Checks the rules, writing nothing.
  ///
  /// Folders are recognised by what they are, not by how they are written: links, `..` and second mounts of a
  /// folder are seen through.
  ///
  /// - Parameters:
  ///   - path: absolute, or relative to `sourceFolder`.
  ///   - adopt: also takes a folder that holds files and was not written by an earlier build.
  ///   - homeFolders: the home folders to protect; by default those of whoever runs the build.
  /// - Throws: `outputRefused`, `outputNotOurs` or `readFailed`.
  public static func validate(
    path: String, sourceFolder: String, contentFolder: String, adopt: Bool,
    homeFolders: [String] = currentHomeFolders()
  ) throws(Diagnostic) -> OutputFolder {
    let place = try reading(path) { () throws(SystemError) in
      try OutputPlace(path, sourceFolder: sourceFolder)
    }
    let reason = try reading(path) { () throws(SystemError) in
      try place.reasonToRefuse(
        sourceFolder: sourceFolder, contentFolder: contentFolder, homeFolders: homeFolders)
    }
    if let reason { throw Diagnostic(.error, .outputRefused(path: path, reason: reason)) }
    let isOurs = try reading(path) { () throws(SystemError) in try place.isOurs() }
    guard isOurs || adopt else { throw Diagnostic(.error, .outputNotOurs(path: path)) }
    let shown = path.utf8.reversed().drop { $0 == UInt8(ascii: "/") }.reversed()
    return OutputFolder(path: String(decoding: shown, as: UTF8.self), absolutePath: place.path)
  }

  /// The folder it stands in, which may have to be made.
  var parentPath: String {
    OutputPlace.parent(of: absolutePath)
  }

  var name: OutputPath {
    OutputPath(absolutePath).name
  }

  /// What messages call a file in it.
  func path(of file: OutputPath) -> String {
    path + "/" + file.text
  }

  /// The home folders of the user the build runs as: that of the environment and that of the system.
  public static func currentHomeFolders() -> [String] {
    var folders: [String] = []
    if let home = getenv("HOME") { folders.append(String(cString: home)) }
    var record = passwd()
    var found: UnsafeMutablePointer<passwd>?
    var buffer = [CChar](repeating: 0, count: 16_384)
    if getpwuid_r(geteuid(), &record, &buffer, buffer.count, &found) == 0, found != nil,
      let home = record.pw_dir
    {
      folders.append(String(cString: home))
    }
    return folders.filter { !$0.isEmpty }
  }
}
