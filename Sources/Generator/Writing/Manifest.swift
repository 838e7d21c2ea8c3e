/// What a build wrote: the list of its files, kept in the output folder as `.terreau-manifest`.
///
/// Only what it lists is ever removed or replaced. The text is the same for the same site:
///
///     terreau-manifest 1
///     inputs 99aa06d3014798d86001c324468d497f
///     pages 2
///     c3f5…  1204 index.html
///     checksum 0d1e…
///
/// Hashes are XXH3-128 in hexadecimal, sizes are in bytes, paths stand in the order of their bytes; the
/// checksum is that of everything before its line.
public struct Manifest: Sendable, Equatable {
  /// One file.
  public struct Entry: Sendable, Equatable {
    let location: OutputPath
    public let hash: ContentHash
    /// In bytes.
    public let size: Int

    /// Relative to the output folder, `/` between its parts.
    public var path: String { location.text }
  }

  /// The hash of everything the site was made from.
  public let inputs: ContentHash
  public let pages: Int
  /// In the order of their paths' bytes.
  public let entries: [Entry]

  /// `entries` in any order, no path twice.
  init(inputs: ContentHash, pages: Int, entries: [Entry]) {
    self.inputs = inputs
    self.pages = pages
    self.entries = entries.sorted { $0.location < $1.location }
  }

  func entry(at path: OutputPath) -> Entry? {
    let index = firstIndex(notBefore: path)
    return index < entries.count && entries[index].location == path ? entries[index] : nil
  }

  func lists(_ path: OutputPath) -> Bool {
    entry(at: path) != nil
  }

  /// Whether some file stands below `path`, that is whether `path` is a folder of the site.
  func hasFiles(below path: OutputPath) -> Bool {
    let prefix = Array(path.bytes) + [UInt8(ascii: "/")]
    let index = firstIndex(notBefore: OutputPath(prefix))
    return index < entries.count && entries[index].location.bytes.starts(with: prefix)
  }

  private func firstIndex(notBefore path: OutputPath) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].location < path { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The text form.
  var text: [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(128 + entries.reduce(0) { $0 + $1.location.count + 48 })
    text += Self.header
    text += Self.inputsKey
    inputs.append(to: &text)
    text += Self.pagesKey
    text += String(pages).utf8
    text.append(Self.newline)
    for entry in entries {
      entry.hash.append(to: &text)
      text.append(Self.space)
      text += String(entry.size).utf8
      text.append(Self.space)
      text += entry.location.bytes
      text.append(Self.newline)
    }
    let checksum = ContentHash(of: text)
    text += Self.checksumKey
    checksum.append(to: &text)
    text.append(Self.newline)
    return text
  }

  static let header = Array("terreau-manifest 1\n".utf8)
  static let inputsKey = Array("inputs ".utf8)
  static let pagesKey = Array("\npages ".utf8)
  static let checksumKey = Array("checksum ".utf8)
  static let newline = UInt8(ascii: "\n")
  static let space = UInt8(ascii: " ")
}
