import Content
import Glibc

extension Manifest {
  /// Larger ones aren't read: a million files of long names take less.
  static let largestSize = 256 * 1024 * 1024

  /// Reads the manifest at the top of `folder`; nil when there is none.
  ///
  /// - Parameter path: what the folder is called in errors.
  /// - Throws: `manifestInvalid` with the line at fault, or `readFailed`.
  static func read(from folder: OpenFolder, path: String) throws(Diagnostic) -> Manifest? {
    let path = path + "/" + OutputPath.manifest.text
    let text = try reading(path) { () throws(SystemError) -> [UInt8]? in
      guard let status = try folder.status(.manifest) else { return nil }
      guard status.kind == .file, status.identity.size <= largestSize else { return [] }
      var text: [UInt8] = []
      text.reserveCapacity(Int(status.identity.size))
      let descriptor = try folder.openToRead(.manifest)
      _ = try readPieces(of: descriptor, expecting: Int(status.identity.size)) { piece in
        text.append(contentsOf: piece)
        return text.count <= largestSize
      }
      return text
    }
    guard let text else { return nil }
    do {
      return try Manifest(text: text)
    } catch {
      throw Diagnostic(.error, .manifestInvalid(path: path, line: error.line))
    }
  }

  /// The first line that isn't as `text` writes it.
  struct Invalid: Error {
    let line: Int
  }

  /// Reads the text form: nothing but what `text` writes is taken.
  init(text: [UInt8]) throws(Invalid) {
    let result = text.withUnsafeBytes { buffer -> Result<Manifest, Invalid> in
      var reader = ManifestReader(buffer)
      do throws(Invalid) {
        return .success(try reader.manifest())
      } catch {
        return .failure(error)
      }
    }
    self = try result.get()
  }
}

private struct ManifestReader {
  private let text: UnsafeRawBufferPointer
  private var position = 0
  private var line = 1

  init(_ text: UnsafeRawBufferPointer) {
    self.text = text
  }

  mutating func manifest() throws(Manifest.Invalid) -> Manifest {
    try expect(Manifest.header)
    line = 2
    try expect(Manifest.inputsKey)
    let inputs = try hash()
    try expect(Manifest.pagesKey)
    line = 3
    let pages = try number(endingWith: Manifest.newline)
    line = 4
    var entries: [Manifest.Entry] = []
    // Most lines are longer; it is only a guess.
    entries.reserveCapacity(text.count / 64)
    while !rest.starts(with: Manifest.checksumKey) {
      let entry = try entry()
      if let last = entries.last, last.location >= entry.location { throw Manifest.Invalid(line: line) }
      entries.append(entry)
      line += 1
    }
    let found = ContentHash(of: UnsafeRawBufferPointer(rebasing: text[..<position]))
    try expect(Manifest.checksumKey)
    let checksum = try hash()
    try expect([Manifest.newline])
    guard checksum == found, rest.isEmpty else { throw Manifest.Invalid(line: line) }
    return Manifest(inputs: inputs, pages: pages, sortedEntries: entries)
  }

  private var rest: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: text[position...])
  }

  private mutating func entry() throws(Manifest.Invalid) -> Manifest.Entry {
    let hash = try hash()
    try expect([Manifest.space])
    let size = try number(endingWith: Manifest.space)
    guard let start = rest.baseAddress, let end = memchr(start, Int32(Manifest.newline), rest.count) else {
      throw Manifest.Invalid(line: line)
    }
    let path = UnsafeRawBufferPointer(start: start, count: UnsafeRawPointer(end) - start)
    guard let location = OutputPath(writable: path) else { throw Manifest.Invalid(line: line) }
    position += path.count + 1
    return Manifest.Entry(location: location, hash: hash, size: size)
  }

  private mutating func expect(_ bytes: [UInt8]) throws(Manifest.Invalid) {
    guard rest.starts(with: bytes) else { throw Manifest.Invalid(line: line) }
    position += bytes.count
  }

  private mutating func hash() throws(Manifest.Invalid) -> ContentHash {
    let digits = UnsafeRawBufferPointer(rebasing: rest.prefix(32))
    guard let hash = ContentHash(hexadecimal: digits) else { throw Manifest.Invalid(line: line) }
    position += 32
    return hash
  }

  /// A decimal number without needless zeros, of at most 18 digits.
  private mutating func number(endingWith end: UInt8) throws(Manifest.Invalid) -> Int {
    var value = 0
    var digits = 0
    for byte in rest.prefix(19) {
      if byte == end && digits > 0 {
        position += digits + 1
        return value
      }
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9"), digits < 18, digits == 0 || value > 0
      else { break }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
      digits += 1
    }
    throw Manifest.Invalid(line: line)
  }
}

extension Manifest {
  fileprivate init(inputs: ContentHash, pages: Int, sortedEntries: [Entry]) {
    self.inputs = inputs
    self.pages = pages
    self.entries = sortedEntries
  }
}
