import HTML

extension Settings {
  /// The picture that stands for the platform, beside its name.
  public struct Logo: Sendable {
    /// The file as the settings name it, relative to `content/`.
    var file: String
    var location: SourceLocation
    public internal(set) var url: URLReference
    /// `nil` until the files are known.
    public internal(set) var size: ImageSize?
  }
}

extension MappingReader {
  mutating func logo(_ key: String) -> Settings.Logo? {
    guard let node = node(key), let text = text(of: node, key: key) else { return nil }
    return Settings.Logo(file: text, location: node.location(in: file), url: .site("/"))
  }
}

extension LinkResolver {
  /// A logo with its address and its size.
  ///
  /// - Throws: what is wrong with the file: it isn't there, or is no image with a size.
  func resolved(_ logo: Settings.Logo, in tree: SourceTree) throws(Failure) -> Settings.Logo {
    guard let asset = asset(named: logo.file, from: "site.yml") else {
      let nearest = EditDistance.nearest(to: logo.file, among: site.assets.map(\.source))
      throw Failure(problem: .brokenLink(logo.file, suggestion: nearest))
    }
    guard let bytes = tree.read(asset: asset.source, upTo: 1 << 20),
      let size = ImageSize(reading: bytes)
    else {
      throw Failure(problem: .notAnImage(key: "logo", value: logo.file))
    }
    var logo = logo
    logo.url = WrittenAddress(asset.path).url(path: asset.path)
    logo.size = size
    return logo
  }
}
