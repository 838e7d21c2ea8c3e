import HTML

/// An address inside the site that some text names, to be checked once every address is known.
struct PendingLink: Sendable {
  /// The unencoded site path, with a leading slash, in Unicode's composed form.
  var path: String
  var fragment: String?
  var location: SourceLocation
}

extension MappingReader {
  mutating func link(_ key: String) -> URLReference? {
    guard let node = node(key) else { return nil }
    return link(of: node, key: key)
  }

  /// An address: `https://…`, `mailto:…`, `tel:…`, or a path of this site with a leading slash.
  mutating func link(of node: YAMLNode, key: String) -> URLReference? {
    guard let text = text(of: node, key: key) else { return nil }
    if text.utf8.first == UInt8(ascii: "/"), text.utf8.dropFirst().first != UInt8(ascii: "/") {
      let address = WrittenAddress(text)
      links.append(
        PendingLink(path: address.path, fragment: address.fragment, location: node.location(in: file)))
      return address.url(path: address.path)
    }
    guard let url = URLReference(text), url.isExternal else {
      report(.notAnAddress(key: key, value: text), at: node)
      return nil
    }
    return url
  }

  /// Takes over what an inner mapping's reader found.
  mutating func add(_ inner: MappingReader) {
    add(inner.diagnostics)
    links += inner.links
  }
}
