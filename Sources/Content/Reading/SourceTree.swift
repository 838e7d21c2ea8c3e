import Glibc

/// The files under `content/`, found without following a symbolic link, in an order that no machine changes.
public struct SourceTree: Sendable {
  /// What a file is for, by its place and its name.
  public enum Role: Sendable, Hashable {
    case settings, contentType, vocabulary, markdown, asset
  }

  public struct File: Sendable {
    /// Relative to `content/`, in the bytes of the file system.
    public let path: String
    public let role: Role
    /// In bytes, when the tree was listed.
    public let size: Int
    let stamp: FileStamp

    /// Relative to the platform's folder, as diagnostics name it.
    public var displayPath: String { "content/\(path)" }
  }

  /// The platform's folder: the one that holds `content/`.
  public let folder: String
  public let files: [File]
  public let diagnostics: [Diagnostic]

  /// The longest path that is read, in bytes (PATH_MAX of Linux).
  static let pathLimit = 4096
  static let markdownLimit = 5 * 1024 * 1024
  static let settingsLimit = 1024 * 1024

  /// Lists the files of a platform.
  ///
  /// - Throws: a diagnostic when there is no `content/site.yml`, or `content/` can't be read.
  public init(folder: String) throws(Diagnostic) {
    self.folder = folder
    var listing = Listing()
    let root = try SourceTree.openContent(of: folder)
    listing.read(root, path: "")
    files = listing.files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    diagnostics = listing.diagnostics
    guard files.contains(where: { $0.role == .settings }) else {
      throw Diagnostic(.error, .settingsMissing(folder: folder))
    }
  }

  private static func openContent(of folder: String) throws(Diagnostic) -> Int32 {
    let path = folder + "/content"
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    if descriptor >= 0 { return descriptor }
    switch errno {
    case ENOENT: throw Diagnostic(.error, .settingsMissing(folder: folder))
    case ELOOP, ENOTDIR:
      throw Diagnostic(
        .error, .symbolicLink(target: Listing.target(of: path, at: AT_FDCWD)),
        at: SourceLocation(file: "content"))
    case let code: throw Diagnostic(.error, .readFailed(path: "content", errno: code))
    }
  }

  /// Reads a file's bytes, by a walk that follows no symbolic link.
  public func read(_ file: File) throws(Diagnostic) -> [UInt8] {
    let limit: Int? =
      switch file.role {
      case .markdown: SourceTree.markdownLimit
      case .settings, .contentType, .vocabulary: SourceTree.settingsLimit
      case .asset: nil
      }
    if let limit, file.size > limit {
      throw Diagnostic(
        .error, .fileTooLarge(bytes: file.size, limit: limit), at: SourceLocation(file: file.displayPath))
    }
    let descriptor = openWithin(file.path)
    guard descriptor >= 0 else { throw failure(errno, file) }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: file.size + 1)
    var count = 0
    while true {
      if count == bytes.count { bytes += [UInt8](repeating: 0, count: max(4096, bytes.count)) }
      let got = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw failure(errno, file) }
      if got == 0 { break }
      count += got
      if let limit, count > limit {
        throw Diagnostic(
          .error, .fileTooLarge(bytes: count, limit: limit), at: SourceLocation(file: file.displayPath))
      }
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  /// The first bytes of a file that is published as it is, by the same walk; `nil` when it can't be read.
  func read(asset path: String, upTo limit: Int) -> [UInt8]? {
    let descriptor = openWithin(path)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var isWhole = true
    let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      while count < limit {
        let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, limit - count)
        if got < 0, errno == EINTR { continue }
        isWhole = got >= 0
        guard got > 0 else { return }
        count += got
      }
    }
    return isWhole ? bytes : nil
  }

  private func failure(_ code: Int32, _ file: File) -> Diagnostic {
    Diagnostic(.error, .readFailed(path: file.displayPath, errno: code))
  }

  /// Opens a listed file below `content/`; a folder that has become a link since is refused.
  private func openWithin(_ path: String) -> Int32 {
    var directory = open(folder + "/content", O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard directory >= 0 else { return -1 }
    let parts = path.split(separator: "/")
    for part in parts.dropLast() {
      let next = openat(directory, String(part), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      let code = errno
      close(directory)
      guard next >= 0 else {
        errno = code
        return -1
      }
      directory = next
    }
    let descriptor = openat(
      directory, String(parts.last ?? ""), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    let code = errno
    close(directory)
    errno = code
    return descriptor
  }
}

/// The walk that lists a tree.
private struct Listing {
  var files: [SourceTree.File] = []
  var diagnostics: [Diagnostic] = []

  /// Lists a folder and those below it; takes the descriptor over.
  mutating func read(_ descriptor: Int32, path: String) {
    guard let stream = fdopendir(descriptor) else {
      diagnostics.append(Diagnostic(.error, .readFailed(path: "content/\(path)", errno: errno)))
      close(descriptor)
      return
    }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else { break }
      names.append(withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) })
    }
    if errno != 0 {
      diagnostics.append(Diagnostic(.error, .readFailed(path: "content/\(path)", errno: errno)))
    }
    // File systems list names in orders of their own.
    for bytes in names.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      guard let name = String(validating: bytes, as: UTF8.self) else {
        let shown = path.isEmpty ? Listing.escaped(bytes) : "\(path)/\(Listing.escaped(bytes))"
        report(.nameIsNotUTF8(Listing.escaped(bytes)), shown)
        continue
      }
      guard !Listing.isIgnored(name) else { continue }
      add(name, in: descriptor, path: path.isEmpty ? name : "\(path)/\(name)")
    }
  }

  private mutating func add(_ name: String, in directory: Int32, path: String) {
    guard path.utf8.count + "content/".utf8.count < SourceTree.pathLimit else {
      report(.pathTooLong(bytes: path.utf8.count + 8, limit: SourceTree.pathLimit), path)
      return
    }
    var information = stat()
    guard fstatat(directory, name, &information, AT_SYMLINK_NOFOLLOW) == 0 else {
      diagnostics.append(Diagnostic(.error, .readFailed(path: "content/\(path)", errno: errno)))
      return
    }
    switch information.st_mode & S_IFMT {
    case S_IFDIR:
      let inner = openat(directory, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard inner >= 0 else {
        diagnostics.append(Diagnostic(.error, .readFailed(path: "content/\(path)", errno: errno)))
        return
      }
      read(inner, path: path)
    case S_IFREG:
      if ReservedNames.isUnprintable(name) {
        report(.nameReserved(name), path)
      } else if ReservedNames.contains(name) {
        report(.nameReserved(name), path, severity: .warning)
      }
      let role = Listing.role(of: path)
      // Other files are opened while they are read; these would be missed until the site is written.
      if role == .asset, faccessat(directory, name, R_OK, 0) != 0 {
        diagnostics.append(Diagnostic(.error, .readFailed(path: "content/\(path)", errno: errno)))
      }
      files.append(
        SourceTree.File(path: path, role: role, size: Int(information.st_size), stamp: FileStamp(information)))
    case S_IFLNK: report(.symbolicLink(target: Listing.target(of: name, at: directory)), path)
    default: report(.notARegularFile, path)
    }
  }

  private mutating func report(_ problem: Problem, _ path: String, severity: Diagnostic.Severity = .error) {
    diagnostics.append(Diagnostic(severity, problem, at: SourceLocation(file: "content/\(path)")))
  }

  /// Hidden files and editors' back-up copies are no content.
  private static func isIgnored(_ name: String) -> Bool {
    name.utf8.first == UInt8(ascii: ".") || name.utf8.last == UInt8(ascii: "~")
  }

  private static func role(of path: String) -> SourceTree.Role {
    if path == "site.yml" { return .settings }
    let isYAML = path.hasSuffix(".yml") || path.hasSuffix(".yaml")
    if path.hasPrefix("types/"), isYAML { return .contentType }
    if path.hasPrefix("vocabularies/"), isYAML { return .vocabulary }
    return path.lowercased().hasSuffix(".md") ? .markdown : .asset
  }

  static func target(of name: String, at directory: Int32) -> String {
    let bytes = [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
      count = buffer.withMemoryRebound(to: CChar.self) { buffer in
        buffer.baseAddress.map { max(0, readlinkat(directory, name, $0, buffer.count)) } ?? 0
      }
    }
    return escaped(bytes)
  }

  /// Bytes as text, those that aren't UTF-8 as `\xE9`.
  static func escaped(_ bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let digits = Array("0123456789ABCDEF")
    return bytes.map { byte in
      byte < 0x80
        ? String(UnicodeScalar(byte)) : "\\x\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
    }.joined()
  }
}

/// Names that Windows, and hosts on it, can't hold.
enum ReservedNames {
  private static let refused = Array(#"<>:"\|?*"#.utf8)
  private static let devices: Set<String> = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
    "lpt1",
    "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
  ]

  static func contains(_ name: String) -> Bool {
    let bytes = name.utf8
    if bytes.last == UInt8(ascii: ".") || bytes.last == UInt8(ascii: " ") { return true }
    if bytes.contains(where: { refused.contains($0) }) { return true }
    guard bytes.prefix(5).contains(UInt8(ascii: ".")) || bytes.count <= 4,
      let stem = name.split(separator: ".").first, stem.utf8.count <= 4
    else { return false }
    return devices.contains(stem.lowercased())
  }

  /// Whether a name holds control characters: no address can.
  static func isUnprintable(_ name: String) -> Bool {
    // Every control character of Unicode lies in these two ranges.
    name.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
  }
}

extension SourceTree {
  /// Whether Windows, and hosts on it, can't hold a file of this name.
  public static func isReserved(fileName name: String) -> Bool { ReservedNames.contains(name) }
}
