import Content
import Glibc

/// The hash of everything a build's bytes depend on: the content, the options, and the generator itself.
enum InputDigest {
  /// - Parameter options: text that is equal for builds with equal options.
  static func digest(of sources: LoadedSources, options: String, jobs: Int) async -> ContentHash {
    let folder = sources.folder
    let texts = await sources.texts.concurrentMap(jobs: jobs) { (path: $0.path, hash: ContentHash(of: $0.bytes)) }
    let assets = await sources.assets.concurrentMap(jobs: jobs) {
      (path: $0.path, hash: hash(ofFile: "\(folder)/content/\($0.path)"))
    }
    let program = hash(ofFile: "/proc/self/exe")
    var lines = "program \(program)\noptions \(options)\n"
    for (path, hash) in texts { lines += "\(hash) \(path)\n" }
    for (path, hash) in assets { lines += "\(hash) \(path)\n" }
    return ContentHash(of: Array(lines.utf8))
  }

  /// A file's hash as text; a text of its own where it can't be read, which no earlier build can have had.
  private static func hash(ofFile path: String) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return "unreadable" }
    defer { close(descriptor) }
    var hasher = ContentHasher()
    var buffer = [UInt8](repeating: 0, count: 256 * 1024)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return "unreadable" }
      if count == 0 { return hasher.finish().description }
      buffer.withUnsafeBytes { hasher.update(UnsafeRawBufferPointer(rebasing: $0.prefix(count))) }
    }
  }
}
