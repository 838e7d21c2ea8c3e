import Markup

extension LinkResolver {
  /// The attributes that let a browser lay a page out before its images come, and fetch those below the fold late.
  ///
  /// - Parameter isFirst: whether the image may stand above the fold.
  func attributes(of image: Asset?, isFirst: Bool) -> [UInt8] {
    var attributes = ""
    if let size = image.flatMap({ imageSizes[$0.source] }) {
      attributes += " width=\"\(size.width)\" height=\"\(size.height)\""
    }
    if !isFirst { attributes += " loading=\"lazy\" decoding=\"async\"" }
    return Array(attributes.utf8)
  }

  /// The type and the weight of a file, for the end of a link to it, unless its text says them already.
  func words(on asset: Asset, for link: Link, _ language: Language) -> [UInt8]? {
    let description = asset.description(in: language)
    let type = asset.fileType.map { "(\($0)" } ?? "(\(description)"
    return link.text.uppercased().contains(type.uppercased()) ? nil : Array(" (\(description))".utf8)
  }

  /// The images that a text shows.
  func images(in body: Body, from file: String) -> [Asset] {
    body.links.lazy.filter { $0.isImage && $0.kind == .internal }
      .compactMap { asset(named: $0.destination, from: file) }
  }
}

extension Asset {
  /// What visitors know a kind of file by, from the ending of its name: `PDF`.
  public var fileType: String? {
    guard let name = path.utf8.split(separator: UInt8(ascii: "/")).last,
      let dot = name.lastIndex(of: UInt8(ascii: "."))
    else { return nil }
    let ending = name[name.index(after: dot)...]
    let isPlain = ending.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
    return isPlain && (1...5).contains(ending.count) ? String(Substring(ending)).uppercased() : nil
  }

  /// Type and weight: « PDF, 1,2 Mo ». It holds no character that HTML reserves.
  public func description(in language: Language) -> String {
    [fileType, language.fileSize(size)].compactMap(\.self).joined(separator: ", ")
  }
}
