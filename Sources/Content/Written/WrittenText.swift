import Markup

/// What an author wrote in one file, each part with its place: for those who look at the writing, not at the
/// pages that it becomes.
public struct WrittenText: Sendable {
  /// A link or an image of a Markdown body.
  public struct Link: Sendable {
    public let destination: String
    /// The text of a link; the alternative text of an image.
    public let text: String
    public let isImage: Bool
    public let location: SourceLocation
  }

  /// An address of another site.
  public struct Address: Sendable, Hashable {
    public let url: String
    public let location: SourceLocation
  }

  /// Relative to the platform's folder.
  public let file: String
  /// Its prose's language.
  public private(set) var language: Language
  public private(set) var prose: [Prose] = []
  public private(set) var links: [Link] = []
  /// In values and in links, `http` and `https` only.
  public private(set) var addresses: [Address] = []
  /// The places of values, by their keys, a dot between those inside each other: `title`, `fields.region`.
  public private(set) var values: [String: SourceLocation] = [:]

  /// Reads a Markdown or YAML file; what can't be read says nothing, since a build tells of it.
  public init(_ loaded: LoadedSources.Loaded, settings: Settings) {
    file = "content/\(loaded.path)"
    language = settings.language
    guard let text = try? SourceText(file: file, contents: loaded.bytes) else { return }
    guard loaded.role == .markdown else {
      if let root = try? YAMLParser(file: file, firstLine: 1).parse(text.bytes[...]) { read(root, key: "") }
      return
    }
    guard let frontMatter = try? FrontMatter(text), let root = try? frontMatter.root(file: file) else {
      return
    }
    language = root.writtenLanguage ?? language
    read(root, key: "")
    prose.append(Prose(frontMatter.body, line: frontMatter.bodyLine))
    let rendered = try? frontMatter.renderedBody(
      file: file, takesTitle: false, in: language, allowedHTML: settings.allowedHTML)
    for link in rendered?.links ?? [] where link.kind == .internal || link.kind == .external {
      let location = SourceLocation(file: file, link.position)
      links.append(
        Link(destination: link.destination, text: link.text, isImage: link.isImage, location: location))
      if WrittenText.isAddress(link.destination[...]) {
        addresses.append(Address(url: link.destination, location: location))
      }
    }
  }

  /// The place of a key's value, or the file's beginning.
  public func location(of key: String) -> SourceLocation { values[key] ?? SourceLocation(file: file) }

  private mutating func read(_ node: YAMLNode, key: String) {
    if !key.isEmpty, values[key] == nil { values[key] = node.location(in: file) }
    switch node.kind {
    case .mapping(let entries):
      // The keys of two levels name whatever is asked for.
      let prefix = key.isEmpty ? "" : key + "."
      for entry in entries {
        let isShallow = !key.utf8.contains(UInt8(ascii: "."))
        read(entry.value, key: isShallow ? prefix + entry.name : key)
        if entry.value.entries != nil, isShallow {
          values[prefix + entry.name] = entry.key.location(in: file)
        }
      }
    case .list(let items): for item in items { read(item, key: key.isEmpty ? "" : key) }
    case .scalar(let text, _):
      guard text.utf8.contains(where: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ":") }) else { return }
      readAddresses(of: text, at: node)
      if text.utf8.contains(UInt8(ascii: " ")) { prose.append(Prose(text, of: node)) }
    }
  }

  private mutating func readAddresses(of text: String, at node: YAMLNode) {
    var rest = text[...]
    while let colon = rest.utf8.firstIndex(of: UInt8(ascii: ":")) {
      let before = rest[..<colon].utf8
      let start =
        before.lastIndex { !WrittenText.isLetter($0) }.map(before.index(after:)) ?? before.startIndex
      let candidate = rest[start...].prefix { !" \n\t<>\"«»“”)]|".contains($0) }
      rest = rest[rest.utf8.index(after: colon)...]
      guard WrittenText.isAddress(candidate) else { continue }
      var url = candidate
      while let last = url.last, ".,;:!?".contains(last) { url = url.dropLast() }
      addresses.append(Address(url: String(url), location: node.location(in: file)))
      rest = candidate.endIndex > rest.startIndex ? text[candidate.endIndex...] : rest
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isAddress(_ text: Substring) -> Bool {
    text.utf8.starts(with: "https://".utf8) || text.utf8.starts(with: "http://".utf8)
  }
}
