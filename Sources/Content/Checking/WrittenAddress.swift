import HTML

/// An address inside the site as an author wrote it, taken apart.
struct WrittenAddress {
  /// Percent-decoded, in Unicode's composed form.
  let path: String
  /// As it was written.
  private let query: Substring?
  /// Percent-decoded, in Unicode's composed form.
  let fragment: String?

  /// Whether there is neither query nor fragment.
  var isPath: Bool { query == nil && fragment == nil }

  init(_ text: String) {
    let special = [UInt8(ascii: "#"), UInt8(ascii: "?"), UInt8(ascii: "%")]
    guard text.utf8.contains(where: { special.contains($0) || $0 >= 0x80 }) else {
      (path, query, fragment) = (text, nil, nil)
      return
    }
    let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    fragment = parts.count > 1 ? LinkResolver.percentDecoded(String(parts[1])).precomposed : nil
    let pathAndQuery = (parts.first ?? "").split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    path = LinkResolver.percentDecoded(String(pathAndQuery.first ?? "")).precomposed
    query = pathAndQuery.count > 1 ? pathAndQuery[1] : nil
  }

  /// The address of a page or file of the site, with the query and the fragment that were written.
  func url(path: String) -> URLReference {
    guard let query else { return .site(path, fragment: fragment) }
    let plain = URLReference.site(path)
    let marked = URLReference.site("/", fragment: fragment).string.drop { $0 != "#" }
    return URLReference("\(plain.string)?\(query)\(marked)") ?? plain
  }
}
