import Markup

extension ItemReader {
  /// Where an item stands: from its file's place, or from what its author says.
  ///
  /// - Parameter parts: its folders below the type's, and its name.
  /// - Returns: its site path, its file's place as slugs, and what gives its address.
  func address(
    _ parts: [String], type: ContentType, _ reader: inout MappingReader
  ) -> (path: String, stem: String, location: SourceLocation) {
    let names = parts.last == "index" ? parts.dropLast() : parts
    var slugs = names.map(Slug.make)
    let stem = slugs.joined(separator: "/")
    var location = SourceLocation(file: reader.file)
    let slugNode = reader.node("slug")
    for (name, slug) in zip(names, slugs).dropLast(slugNode == nil ? 0 : 1) where slug.isEmpty {
      reader.report(.slugInvalid(key: "slug", value: name, suggestion: ""), at: location)
    }
    if let node = slugNode, let slug = reader.text(of: node, key: "slug") {
      location = node.location(in: reader.file)
      if Slug.make(slug) != slug || slug.isEmpty || slugs.isEmpty {
        reader.report(.slugInvalid(key: "slug", value: slug, suggestion: Slug.make(slug)), at: node)
      } else {
        slugs[slugs.count - 1] = slug
      }
    }
    for slug in slugs { checkLength(slug, at: location, &reader) }
    if let node = reader.node("permalink"), let text = reader.text(of: node, key: "permalink") {
      location = node.location(in: reader.file)
      if let path = ItemReader.sitePath(text) { return (path, stem, location) }
      reader.report(.pathInvalid(key: "permalink", value: text), at: node)
    }
    let path = ([type.path] + slugs).filter { !$0.isEmpty }.joined(separator: "/")
    return (path.isEmpty ? "/" : "/\(path)/", stem, location)
  }

  /// The id its author gives it: like a default one, slugs between slashes, where `_` may stand too.
  func id(_ reader: inout MappingReader) -> String? {
    guard let node = reader.node("id"), let id = reader.text(of: node, key: "id") else { return nil }
    let parts = id.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "_" }.map(String.init)
    if parts.allSatisfy({ !$0.isEmpty && Slug.make($0) == $0 }) { return id }
    let suggestion = parts.map(Slug.make).filter { !$0.isEmpty }.joined(separator: "-")
    reader.report(.slugInvalid(key: "id", value: id, suggestion: suggestion), at: node)
    return nil
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
  ///
  /// Percent-codes are decoded, since it is a file's name that is kept.
  private static func sitePath(_ written: String) -> String? {
    let text = LinkResolver.percentDecoded(written).precomposed
    guard text.utf8.first == UInt8(ascii: "/"), text.utf8.count <= 2000 else { return nil }
    let refused = Array(#"\?#<>"|*:"#.utf8)
    guard !text.utf8.contains(where: { refused.contains($0) || $0 < 0x20 }) else { return nil }
    let body = text.hasSuffix("/") ? text.dropFirst().dropLast() : text.dropFirst()
    let parts = body.split(separator: "/", omittingEmptySubsequences: false)
    guard !parts.isEmpty,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.first != UInt8(ascii: ".") && $0.utf8.count <= 255 })
    else {
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
