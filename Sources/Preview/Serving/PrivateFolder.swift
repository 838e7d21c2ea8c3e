import Glibc

/// A folder for temporary files that only this user can enter.
struct PrivateFolder: Sendable {
  let path: String

  init() throws(ServerError) {
    // A socket's path has room for 107 bytes.
    let place = getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.utf8.count <= 70 ? $0 : nil } ?? "/tmp"
    var template = Array("\(place)/terreau-preview-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw .systemRefused(reason: systemReason()) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Removes the folder and the socket in it.
  func remove() {
    unlink(path + "/http")
    rmdir(path)
  }
}
