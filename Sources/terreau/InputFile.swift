import Content
import Glibc
import Markup

/// A text that a command is given: a file, or what comes on standard input.
struct InputFile {
  /// The name that diagnostics give it.
  let name: String
  let contents: [UInt8]

  /// Reads a file, or standard input for `-`, of at most the size of a page. What is longer is counted, not kept.
  ///
  /// - Throws: `readFailed` or `fileTooLarge`.
  init(reading path: String) throws(Diagnostic) {
    let isStandard = path == "-"
    name = isStandard ? "<stdin>" : path
    let descriptor = isStandard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw InputFile.failure(path) }
    defer { if !isStandard { close(descriptor) } }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    var size = 0
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw InputFile.failure(name) }
      if count == 0 { break }
      size += count
      if size <= MarkdownDocument.sizeLimit { bytes += buffer[..<count] }
    }
    guard size <= MarkdownDocument.sizeLimit else {
      throw Diagnostic(
        .error, .fileTooLarge(bytes: size, limit: MarkdownDocument.sizeLimit), at: SourceLocation(file: name))
    }
    contents = bytes
  }

  private static func failure(_ path: String) -> Diagnostic {
    Diagnostic(.error, .readFailed(path: path, errno: errno))
  }
}
