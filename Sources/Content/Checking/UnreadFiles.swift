import Markup

/// The Markdown files that have a place in the site but couldn't be read.
///
/// What refers to them is no error of its own: each has been reported already.
struct UnreadFiles: Sendable {
  /// Relative to `content/`.
  private(set) var paths: Set<String> = []
  /// What authors may write to name their items.
  private(set) var names: Set<String> = []

  mutating func insert(_ path: String, at place: Declarations.Place, types: [ContentType]) {
    paths.insert(path)
    let name = path.split(separator: "/").last ?? ""
    names.insert(Slug.make(String(name.dropLast(".md".count))))
    if case .item(let type, let parts) = place {
      let stem = parts.map(Slug.make).joined(separator: "/")
      names.formUnion([stem, "\(types[type].id)/\(stem)"])
    }
  }
}
