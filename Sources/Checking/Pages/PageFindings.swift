import Content
import HTML

/// What is found on pages, a thing that many of them share told once: at its first page, with the number of
/// others.
struct PageFindings {
  /// What is found, but for the pages.
  private enum Key: Hashable {
    case broken(String)
    case anchor(String)
    case redirect(String, to: String)
    case id(String)
    case mainHeadings(Int)
    case skip(String, from: Int, to: Int)
    case emptyHeading
    case image(String)
    case link(String)
  }

  private let pages: SurveyedPages
  /// In the order in which they were found.
  private var keys: [Key] = []
  /// The pages on which each was found.
  private var places: [Key: [Int]] = [:]

  init(_ pages: SurveyedPages) {
    self.pages = pages
    for (index, (page, view)) in pages.views.enumerated() {
      readLinks(view, index)
      guard !page.isRedirect else { continue }
      readHeadings(view.headings, index)
      var seen: Set<String> = []
      for id in view.ids where !seen.insert(id).inserted { add(.id(id), index) }
      for image in view.imagesWithoutText { add(.image(image), index) }
      for link in view.linksWithoutText { add(.link(link), index) }
    }
  }

  private mutating func add(_ key: Key, _ page: Int) {
    if places[key] == nil { keys.append(key) }
    if places[key]?.last != page { places[key, default: []].append(page) }
  }

  private mutating func readLinks(_ view: PageSurvey, _ index: Int) {
    var found: [(address: String, key: Key)] = []
    for address in view.siteLinks {
      if let key = key(of: address, pages.target(ofSitePath: address), index) { found.append((address, key)) }
    }
    for address in view.otherLinks {
      if let key = key(of: address, pages.target(of: address, from: index), index) {
        found.append((address, key))
      }
    }
    for (_, key) in found.sorted(by: { $0.address < $1.address }) { add(key, index) }
  }

  /// What is to be said of a link, if anything.
  private func key(of address: String, _ target: SurveyedPages.Target, _ index: Int) -> Key? {
    switch target {
    case .nowhere: return .broken(address)
    case .noAnchor: return .anchor(address)
    case .page(let target):
      // A page at an old address names itself, and is no text to mend.
      guard case .redirect(let number) = pages.views[target].page, !pages.views[index].page.isRedirect else {
        return nil
      }
      return .redirect(address, to: pages.site.redirects[number].to.string)
    case .file, .elsewhere: return nil
    }
  }

  private mutating func readHeadings(_ headings: [PageSurvey.Heading], _ index: Int) {
    let main = headings.count { $0.level == 1 }
    if main != 1 { add(.mainHeadings(main), index) }
    var last: Int?
    for heading in headings {
      if heading.text.utf8.allSatisfy({ $0 <= 0x20 }) { add(.emptyHeading, index) }
      if let last, heading.level > last + 1 {
        add(.skip(heading.text, from: last, to: heading.level), index)
      }
      last = heading.level
    }
  }

  /// All of them; those of a single item's page at its file.
  var diagnostics: [Diagnostic] {
    keys.compactMap { key in
      guard let found = places[key], let first = found.first else { return nil }
      let page = pages.site.path(of: pages.views[first].page)
      let others = found.count - 1
      let finding: CheckFinding =
        switch key {
        case .broken(let address): .pageLinkBroken(address, page: page, others: others)
        case .anchor(let address): .pageAnchorBroken(address, page: page, others: others)
        case .redirect(let address, let target):
          .linkToRedirect(address, to: target, page: page, others: others)
        case .id(let id): .repeatedID(id, page: page, others: others)
        case .mainHeadings(let count): .mainHeadings(count: count, page: page, others: others)
        case .skip(let text, let from, let to):
          .headingSkipsLevel(text, from: from, to: to, page: page, others: others)
        case .emptyHeading: .headingEmpty(page: page, others: others)
        case .image(let image): .imageWithoutText(image, page: page, others: others)
        case .link(let address): .linkWithoutText(address, page: page, others: others)
        }
      return Diagnostic(finding, at: others == 0 ? pages.file(of: first) : nil)
    }
  }
}

extension SurveyedPages {
  /// The file of an item's page.
  fileprivate func file(of index: Int) -> SourceLocation? {
    guard case .item(let item) = views[index].page else { return nil }
    return SourceLocation(file: site.items[item].file)
  }
}
