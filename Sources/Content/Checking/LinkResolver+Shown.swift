import HTML
import Markup

/// Files and declarations that pages show.
extension LinkResolver {
  /// The path below `content/` of a file that a directive names; `nil` for what can't be there.
  static func contentPath(of link: Link, from file: String) -> String? {
    guard link.kind == .internal else { return nil }
    let path = WrittenAddress(link.destination).path
    let isFromRoot = path.utf8.first == UInt8(ascii: "/")
    return resolved(isFromRoot ? String(path.dropFirst()) : path, against: isFromRoot ? "" : file)
  }

  /// A text file, to be shown letter by letter; `nil`, with what is wrong, where it can't be.
  func listing(of link: Link, caption: [UInt8], on page: inout PageContext) -> Result<CodeListing, Failure> {
    func failure(_ problem: Problem) -> Result<CodeListing, Failure> { .failure(Failure(problem: problem)) }
    let name = link.destination
    guard let path = LinkResolver.contentPath(of: link, from: page.file) else {
      return failure(.linkOutside(name))
    }
    let text: SourceText
    switch code[path] {
    case nil:
      let nearest = code.nearest(to: path).map { LinkResolver.relative($0, from: page.file) }
      return failure(.codeMissing(name, suggestion: nearest))
    case .notText: return failure(.codeNotText(name))
    case .tooLarge(let bytes): return failure(.codeTooLarge(name, bytes: bytes, limit: ShownCode.byteLimit))
    case .unread: return failure(.codeUnreadable(name))
    case .text(let found): text = found
    }
    page.shownBytes += text.bytes.count
    if let problem = page.showOneMore() { return failure(problem) }
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return .success(
      CodeListing(
        String(decoding: text.bytes, as: UTF8.self), language: CodeListing.language(ofFile: path),
        caption: HTML(trusted: caption), title: link.text.isEmpty ? file : link.text))
  }

  /// The content type of a name, by its index.
  func type(named name: String, on page: inout PageContext) -> Result<Int, Failure> {
    guard let type = site.types.firstIndex(where: { $0.id == name }) else {
      return .failure(Failure(problem: Problem(unknown: .contentType, name, among: site.types.map(\.id))))
    }
    if let problem = page.showOneMore() { return .failure(Failure(problem: problem)) }
    return .success(type)
  }
}

extension LinkResolver.PageContext {
  /// Counts a file, a table of fields or a part of the site that the page shows; what is wrong, once there are too
  /// many.
  mutating func showOneMore() -> Problem? {
    shownCount += 1
    showsTooMuch = shownCount > ShownCode.countLimit || shownBytes > ShownCode.pageLimit
    guard showsTooMuch else { return nil }
    return .codeTooMuch(count: ShownCode.countLimit, bytes: ShownCode.pageLimit)
  }
}
