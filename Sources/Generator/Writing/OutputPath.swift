import Glibc

/// A file's place in the output folder, as bytes: relative, its parts set apart by `/`.
///
/// Names are compared byte by byte. A `String` would take two names for one when they differ only in how
/// their accents are composed, and couldn't hold a name that isn't UTF-8.
struct OutputPath: Hashable, Comparable, Sendable {
  /// The path and a closing NUL, as system calls want it.
  private let terminated: [UInt8]

  private init(terminated: [UInt8]) {
    self.terminated = terminated
  }

  init(_ bytes: some Collection<UInt8>) {
    var terminated: [UInt8] = []
    terminated.reserveCapacity(bytes.count + 1)
    terminated.append(contentsOf: bytes)
    terminated.append(0)
    self.terminated = terminated
  }

  init(_ text: String) {
    self.init(text.utf8)
  }

  var count: Int { terminated.count - 1 }
  var bytes: ArraySlice<UInt8> { terminated.dropLast() }
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The folder it stands in; nil for what stands at the top.
  var parent: OutputPath? {
    bytes.lastIndex(of: UInt8(ascii: "/")).map { OutputPath(terminated[..<$0]) }
  }

  /// The last part.
  var name: OutputPath {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return self }
    return OutputPath(terminated: [UInt8](terminated[(slash + 1)...]))
  }

  /// The folders it stands in, nearest first.
  var ancestors: some Sequence<OutputPath> {
    sequence(state: self) { path in
      guard let parent = path.parent else { return nil }
      path = parent
      return parent
    }
  }

  var parts: [OutputPath] {
    bytes.split(separator: UInt8(ascii: "/")).map { OutputPath($0) }
  }

  /// What is called `name` in this folder; a nil folder is the top.
  static func / (folder: OutputPath?, name: OutputPath) -> OutputPath {
    guard let folder else { return name }
    var terminated: [UInt8] = []
    terminated.reserveCapacity(folder.terminated.count + name.terminated.count)
    terminated.append(contentsOf: folder.bytes)
    terminated.append(UInt8(ascii: "/"))
    terminated.append(contentsOf: name.terminated)
    return OutputPath(terminated: terminated)
  }

  func withCString(_ call: (UnsafePointer<CChar>) -> Int32) -> Int32 {
    terminated.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress else { return -1 }
      return call(start.assumingMemoryBound(to: CChar.self))
    }
  }

  static func == (left: OutputPath, right: OutputPath) -> Bool {
    left.terminated == right.terminated
  }

  func hash(into hasher: inout Hasher) {
    terminated.withUnsafeBytes { hasher.combine(bytes: $0) }
  }

  /// The order of their bytes; a folder comes before what it holds.
  static func < (left: OutputPath, right: OutputPath) -> Bool {
    left.terminated.withUnsafeBytes { left in
      right.terminated.withUnsafeBytes { right in
        guard let first = left.baseAddress, let second = right.baseAddress else { return false }
        return memcmp(first, second, min(left.count, right.count)) < 0
      }
    }
  }
}

extension OutputPath {
  static let here = OutputPath(".")
  /// What lists the files that are ours, at the top of the output folder.
  static let manifest = OutputPath(".terreau-manifest")
  /// Names at the top of the output folder that only the writer uses.
  static let reserved: Set<OutputPath> = [manifest, Leftover.staging, Leftover.journal, Leftover.lock]

  /// Takes a path that a file may be written at: relative, no empty part, no `.` or `..`, no control
  /// character, no part over 255 bytes, and not a name the writer uses itself.
  init?(writable bytes: some Collection<UInt8>) {
    guard !bytes.isEmpty, bytes.count < 4_000 else { return nil }
    var length = 0
    var onlyDots = true
    for byte in bytes {
      if byte == UInt8(ascii: "/") {
        if length == 0 || (onlyDots && length <= 2) { return nil }
        length = 0
        onlyDots = true
      } else {
        length += 1
        if byte < 0x20 || byte == 0x7F || length > 255 { return nil }
        if byte != UInt8(ascii: ".") { onlyDots = false }
      }
    }
    if length == 0 || (onlyDots && length <= 2) { return nil }
    self.init(bytes)
    if terminated[0] == UInt8(ascii: "."), let top = parts.first, Self.reserved.contains(top) { return nil }
  }
}
