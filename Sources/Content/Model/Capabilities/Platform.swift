import HTML

/// The `platform` capability: another place on the web.
public struct Platform: Sendable, Capability {
  static let kind = CapabilityKind.platform

  public let urls: [URLReference]
  /// Whether the author says that the sources give no address.
  public let urlIsUnspecified: Bool
  public let state: Stated<String>?
  public let audience: Stated<String>?

  init?(_ reader: inout MappingReader) {
    var urls: [URLReference] = []
    var isUnspecified = false
    for node in reader.list(.platformURLs) {
      if node.isUnspecified {
        isUnspecified = true
      } else if let url = reader.link(of: node, key: CapabilityKey.platformURLs.name) {
        urls.append(url)
      }
    }
    self.urls = urls
    urlIsUnspecified = isUnspecified
    state = reader.statedText(.platformState)
    audience = reader.statedText(.platformAudience)
  }
}
