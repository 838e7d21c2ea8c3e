import Glibc

/// A folder for a socket that only this user can enter, removed when nobody holds it any more.
final class PrivateFolder: Sendable {
  let path: String

  init() throws(ServerError) {
    // A socket's path has room for 107 bytes.
    let place =
      getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.utf8.count <= 70 ? $0 : nil } ?? "/tmp"
    var template = Array("\(place)/terreau-preview-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw .systemRefused(reason: systemReason()) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    remove()
  }

  /// Where FlyingFox listens.
  var socketPath: String { path + "/http" }

  /// Where the processes that build connect to.
  var builderPath: String { path + "/builder" }

  /// Removes the folder and the sockets in it.
  func remove() {
    unlink(socketPath)
    unlink(builderPath)
    rmdir(path)
  }
}
