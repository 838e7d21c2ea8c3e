extension Site {
  /// The paths of the pages nearest to an address at which there is none, the nearest first.
  ///
  /// What counts is the end of an address, which authors and readers remember, then the whole.
  ///
  /// - Parameter path: unencoded, as somebody asked for it.
  public func paths(nearestTo path: String, atMost count: Int) -> [String] {
    func end(of path: String) -> [UInt8] {
      EditDistance.folded(path.split(separator: "/").last.map(String.init) ?? "")
    }
    let (whole, last) = (EditDistance.folded(path), end(of: path))
    guard !whole.isEmpty else { return [] }
    var found: [(distance: Int, path: String)] = []
    for page in pages where !page.isRedirect && page != .notFound {
      let candidate = self.path(of: page)
      let ends = EditDistance.distance(last, end(of: candidate), limit: max(1, last.count / 3))
      let wholes = EditDistance.distance(whole, EditDistance.folded(candidate), limit: max(1, whole.count / 3))
      guard let distance = [ends, wholes.map { $0 + 1 }].compactMap(\.self).min() else { continue }
      found.append((distance, candidate))
    }
    return found.sorted { ($0.distance, $0.path) < ($1.distance, $1.path) }.prefix(count).map(\.path)
  }
}
