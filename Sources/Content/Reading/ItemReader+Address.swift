import Markup

extension ItemReader {
  /// Where an item stands: from its file's place, or from what its author says.
  func address(
    _ parts: [String], type: ContentType, _ reader: inout MappingReader
  ) -> (path: String, stem: String) {
    var slugs = parts.map(Slug.make)
    if parts.last == "index" { slugs.removeLast() }
    let stem = slugs.joined(separator: "/")
    if let node = reader.node("slug"), let slug = reader.text(of: node, key: "slug") {
      if Slug.make(slug) == slug, !slug.isEmpty {
        if !slugs.isEmpty { slugs[slugs.count - 1] = slug }
      } else {
        reader.report(.slugInvalid(key: "slug", value: slug, suggestion: Slug.make(slug)), at: node)
      }
      checkLength(slug, at: node.location(in: reader.file), &reader)
    } else {
      for slug in slugs { checkLength(slug, at: SourceLocation(file: reader.file), &reader) }
    }
    if let node = reader.node("permalink"), let path = reader.text(of: node, key: "permalink") {
      if let path = ItemReader.sitePath(path) { return (path, stem) }
      reader.report(.pathInvalid(key: "permalink", value: path), at: node)
    }
    let path = ([type.path] + slugs).filter { !$0.isEmpty }.joined(separator: "/")
    return (path.isEmpty ? "/" : "/\(path)/", stem)
  }

  func aliases(_ reader: inout MappingReader) -> [Item.Alias] {
    var aliases: [Item.Alias] = []
    for node in reader.list("aliases") {
      guard let text = reader.text(of: node, key: "aliases") else { continue }
      if let path = ItemReader.sitePath(text) {
        aliases.append(Item.Alias(path: path, location: node.location(in: reader.file)))
      } else {
        reader.report(.pathInvalid(key: "aliases", value: text), at: node)
      }
    }
    return aliases
  }

  /// A path of this site as it is kept: a leading slash, and a trailing one unless its last part has an ending.
  private static func sitePath(_ text: String) -> String? {
    guard text.utf8.first == UInt8(ascii: "/"), text.utf8.count <= 2000 else { return nil }
    let refused = Array(#"\?#<>"|*:"#.utf8)
    guard !text.utf8.contains(where: { refused.contains($0) || $0 < 0x20 }) else { return nil }
    let body = text.hasSuffix("/") ? text.dropFirst().dropLast() : text.dropFirst()
    let parts = body.split(separator: "/", omittingEmptySubsequences: false)
    guard !parts.isEmpty, parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." && $0.utf8.count <= 255 }) else {
      return nil
    }
    let namesFile = !text.hasSuffix("/") && (parts.last?.hasSuffix(".html") ?? false)
    return namesFile || text.hasSuffix("/") ? text : text + "/"
  }

  private func checkLength(_ name: String, at place: SourceLocation, _ reader: inout MappingReader) {
    let bytes = name.utf8.count
    if bytes > 255 { reader.report(.nameTooLong(name: name, bytes: bytes, limit: 255), at: place) }
  }
}
