/// The images of a platform that its texts show, each read once, whichever pages show it.
struct ShownImages: Sendable {
  /// By their paths below `content/`.
  private(set) var sizes: [String: ImageSize] = [:]
  /// One warning for each image whose size can't be told.
  private(set) var diagnostics: [Diagnostic] = []

  /// Most headers are shorter; a photograph's may hold a preview and a colour profile.
  private static let lengths = [64 * 1024, 1024 * 1024]

  init(
    of texts: [(body: Body, file: String)], _ resolver: LinkResolver, in tree: SourceTree, jobs: Int
  ) async {
    var images: [String: Asset] = [:]
    for (body, file) in texts {
      for image in resolver.images(in: body, from: file) { images[image.source] = image }
    }
    let shown = images.values.sorted { $0.source.utf8.lexicographicallyPrecedes($1.source.utf8) }
    let headers = await shown.concurrentMap(jobs: jobs) { ShownImages.header(of: $0, in: tree) }
    for (image, header) in zip(shown, headers) {
      switch header {
      case .size(let size): sizes[image.source] = size
      case .unknown: diagnostics.append(Diagnostic(.warning, .imageSizeUnknown, at: image.location))
      // That has been reported when the tree was listed.
      case .unreadable: break
      }
    }
  }

  private enum Header {
    case size(ImageSize)
    case unknown, unreadable
  }

  private static func header(of image: Asset, in tree: SourceTree) -> Header {
    var previous = -1
    for length in lengths where previous < image.size {
      guard let bytes = tree.read(asset: image.source, upTo: length) else { return .unreadable }
      if let size = ImageSize(reading: bytes) { return .size(size) }
      previous = length
    }
    return .unknown
  }
}

extension Site {
  /// Every text in Markdown that may show files, and its file below `content/`; included fragments are texts too.
  var texts: [(body: Body, file: String)] {
    var texts: [(body: Body, file: String)] = []
    func add(_ body: Body?, _ file: String) {
      if let body { texts += body.parts(file: file) }
    }
    for item in items where item.showsFiles {
      let file = String(item.file.dropFirst("content/".utf8.count))
      add(item.body, file)
      for field in item.fields {
        for case .markdown(let body) in field?.parts ?? [] { add(body, file) }
      }
    }
    add(home?.body, "index.md")
    for type in types { add(type.introduction?.body, "\(type.folder)/index.md") }
    for vocabulary in vocabularies {
      for term in vocabulary.terms { add(term.page?.body, "vocabularies/\(vocabulary.id)/\(term.id).md") }
    }
    return texts
  }
}
