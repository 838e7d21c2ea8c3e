import Markup

/// The text files that pages show letter by letter, each read once, whichever pages show it.
struct ShownCode: Sendable {
  /// A longer text is for downloading, in bytes.
  static let byteLimit = 256 * 1024
  /// How much of them, in bytes, one page may show.
  static let pageLimit = 1024 * 1024
  /// How many of them, and of tables of fields, one page may show.
  static let countLimit = 100

  /// What became of a file.
  enum Reading: Sendable {
    case text(SourceText)
    /// Neither is a file that holds characters no page can.
    case notText
    case tooLarge(bytes: Int)
    case unread
  }

  private var readings: [String: Reading] = [:]
  private let names: NameIndex

  /// Nothing is shown.
  init() {
    names = NameIndex { [] }
  }

  init(of texts: [(body: Body, file: String)], in tree: SourceTree, jobs: Int) async {
    names = NameIndex { tree.files.map { ($0.path, $0.path) } }
    var named: Set<String> = []
    for (body, file) in texts {
      for case .code(let link, _) in body.slots.lazy.map(\.content) where body.links.indices.contains(link) {
        if let path = LinkResolver.contentPath(of: body.links[link], from: file) { named.insert(path) }
      }
    }
    guard !named.isEmpty else { return }
    let shown = tree.files.filter { named.contains($0.path) }
    let found = await shown.concurrentMap(jobs: jobs) { Self.read($0, in: tree) }
    readings = Dictionary(zip(shown.map(\.path), found)) { first, _ in first }
  }

  /// The file at a path below `content/`; `nil` where there is none.
  subscript(path: String) -> Reading? { readings[path] }

  /// The path of the file that another path may have meant.
  func nearest(to path: String) -> String? { names.nearest(to: path) }

  private static func read(_ file: SourceTree.File, in tree: SourceTree) -> Reading {
    guard file.size <= byteLimit else { return .tooLarge(bytes: file.size) }
    // One byte more, so that a file that grew since it was listed is refused and not cut.
    guard let bytes = tree.read(asset: file.path, upTo: byteLimit + 1) else { return .unread }
    guard bytes.count <= byteLimit else { return .tooLarge(bytes: bytes.count) }
    do throws(Diagnostic) {
      return .text(try SourceText(file: file.displayPath, contents: bytes))
    } catch {
      return .notText
    }
  }
}
