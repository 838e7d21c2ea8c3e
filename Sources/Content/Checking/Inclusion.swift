import Markup

/// Puts shared fragments of Markdown in the texts that include them.
///
/// A fragment is rendered anew for each place: its headings stand under that place's, and its ids differ from those
/// of the page.
struct Inclusion: Sendable {
  /// How many fragments may stand inside each other.
  static let depthLimit = 10
  /// How many a page may hold: fragments that include each other twice would double at each level.
  static let countLimit = 50
  static let byteLimit = 5 * 1024 * 1024

  /// By their paths below `content/`.
  let fragments: [String: SourceText]
  /// Files that couldn't be read: nothing is said about them here.
  let unread: Set<String>
  private let allowedHTML: HTMLAllowList
  private let names: NameIndex

  init(fragments: [String: SourceText], unread: Set<String>, allowedHTML: HTMLAllowList) {
    self.allowedHTML = allowedHTML
    self.fragments = fragments
    self.unread = unread
    names = NameIndex { fragments.keys.sorted().map { ($0, $0) } }
  }

  /// Whether a Markdown file's path below `content/` is that of a fragment, which makes no page: its name, or that of
  /// a folder it stands in, begins with `_`. Images and files beside it are published like any other.
  static func isFragment(_ path: String) -> Bool {
    path.split(separator: "/").contains { $0.utf8.first == UInt8(ascii: "_") }
  }

  /// A page while fragments are put in it.
  struct PageState {
    let language: Language
    var ids: Set<String>
    var diagnostics: [Diagnostic] = []
    fileprivate var count = 0
    fileprivate var bytes = 0
    fileprivate var isFull = false

    init(language: Language, ids: Set<String>) {
      self.language = language
      self.ids = ids
    }
  }

  /// Puts fragments in a text and in each other.
  ///
  /// - Parameter chain: the files that include each other, the text's own last, below `content/`.
  func expand(_ body: inout Body, chain: [String], in page: inout PageState) {
    var found: [Int: Body.Fragment] = [:]
    for (index, slot) in body.slots.enumerated() {
      guard case .include(let link, let showsSource) = slot.content, !page.isFull else { continue }
      if var fragment = fragment(named: body.links[link], under: slot.headingLevel, chain, &page) {
        if showsSource { fragment.source = fragments[fragment.file].flatMap(Inclusion.source) }
        found[index] = fragment
      }
    }
    if !found.isEmpty { body.include(found) }
  }

  private func fragment(
    named link: Link, under level: Int, _ chain: [String], _ page: inout PageState
  ) -> Body.Fragment? {
    let file = chain.last ?? ""
    let place = SourceLocation(file: "content/\(file)", link.position)
    func report(_ problem: Problem) { page.diagnostics.append(Diagnostic(.error, problem, at: place)) }
    guard let target = LinkResolver.contentPath(of: link, from: file) else {
      report(.linkOutside(link.destination))
      return nil
    }
    if unread.contains(target) { return nil }
    guard let text = fragments[target] else {
      let suggestion = names.nearest(to: target).map { LinkResolver.relative($0, from: file) }
      report(.fragmentMissing(link.destination, suggestion: suggestion))
      return nil
    }
    if chain.contains(target) {
      report(.includeCycle((chain.drop { $0 != target } + [target]).map { "content/\($0)" }))
      return nil
    }
    guard chain.count <= Inclusion.depthLimit else {
      report(.includeTooDeep(limit: Inclusion.depthLimit))
      return nil
    }
    page.count += 1
    page.bytes += text.bytes.count
    guard page.count <= Inclusion.countLimit, page.bytes <= Inclusion.byteLimit else {
      page.isFull = true
      report(.includeTooMuch(count: Inclusion.countLimit, bytes: Inclusion.byteLimit))
      return nil
    }
    do throws(Diagnostic) {
      var body = try render(text, under: level, &page)
      expand(&body, chain: chain + [target], in: &page)
      return Body.Fragment(file: target, body: body)
    } catch {
      page.diagnostics.append(error)
      return nil
    }
  }

  private func render(
    _ text: SourceText, under level: Int, _ page: inout PageState
  ) throws(Diagnostic) -> Body {
    let content = try FrontMatter(text)
    do throws(MarkdownError) {
      let options = MarkdownOptions(
        reservedIDs: page.ids, headingLevel: level, language: page.language, allowedHTML: allowedHTML)
      let rendered = try renderMarkdown(content.body, firstLine: content.bodyLine, options: options)
      page.ids.formUnion(rendered.ids)
      page.diagnostics += Diagnostic.all(of: rendered.findings, file: text.file)
      return Body(rendered)
    } catch {
      throw Diagnostic(error, file: text.file)
    }
  }
}

extension Inclusion {
  /// A fragment's Markdown, without the blank lines around it; `nil` where it has none.
  private static func source(of text: SourceText) -> String? {
    guard var bytes = try? FrontMatter(text).body else { return nil }
    while let last = bytes.last, isBlank(last) { bytes.removeLast() }
    guard let first = bytes.firstIndex(where: { !isBlank($0) }) else { return nil }
    // The blanks of the first line that says something are Markdown.
    let start = bytes[..<first].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.startIndex
    return String(decoding: bytes[start...], as: UTF8.self)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
  }
}

extension Body {
  fileprivate var includes: Bool {
    slots.contains { if case .include = $0.content { true } else { false } }
  }
}

extension ItemContents {
  /// Whether a text of the item includes a fragment.
  var includesFragments: Bool {
    body.includes || fields.contains { $0?.includes == true }
  }

  /// Puts fragments in the item's texts; the ids of all its headings stay different.
  mutating func include(_ inclusion: Inclusion, language: Language) -> [Diagnostic] {
    let file = String(file.dropFirst("content/".utf8.count))
    var page = Inclusion.PageState(language: language, ids: Site.reservedIDs.union(headingIDs))
    inclusion.expand(&body, chain: [file], in: &page)
    for index in fields.indices {
      if let value = fields[index], value.includes { fields[index] = value.including(inclusion, file, &page) }
    }
    return page.diagnostics
  }

  private var headingIDs: [String] {
    var ids = body.ids
    for field in fields {
      for case .markdown(let body) in field?.parts ?? [] { ids += body.ids }
    }
    return ids
  }
}

extension FieldValue {
  fileprivate var includes: Bool {
    parts.contains { if case .markdown(let body) = $0 { body.includes } else { false } }
  }

  fileprivate func including(
    _ inclusion: Inclusion, _ file: String, _ page: inout Inclusion.PageState
  ) -> FieldValue {
    switch self {
    case .markdown(var body):
      inclusion.expand(&body, chain: [file], in: &page)
      return .markdown(body)
    case .list(let values): return .list(values.map { $0.including(inclusion, file, &page) })
    default: return self
    }
  }
}
