import HTML
import Markup

/// Anchors of pages: the ids of their headings.
extension LinkResolver {
  func ownAnchor(_ address: WrittenAddress, file: String, anchors: [String]) -> Result<Found, Failure> {
    let fragment = address.fragment ?? ""
    guard let page = pages[file] else {
      return .failure(Failure(problem: .brokenLink("#" + fragment, suggestion: nil)))
    }
    if let problem = anchorProblem(fragment, in: "content/\(file)", anchors) {
      return .failure(Failure(problem: problem))
    }
    return .success(Found(url: address.url(path: site.path(of: page))))
  }

  func anchorProblem(_ fragment: String, on page: Page) -> Problem? {
    switch page {
    case .item(let index): anchorProblem(fragment, in: site.items[index].file, site.items[index].anchors)
    case .home: anchorProblem(fragment, in: "content/index.md", site.home?.body)
    case .term(let term, _): anchorProblem(fragment, in: site[term].page?.file ?? "", site[term].page?.body)
    case .list(let type, _):
      anchorProblem(
        fragment, in: "content/\(site.types[type].folder)/index.md", site.types[type].introduction?.body)
    case .vocabulary, .library, .agenda, .search, .positioning, .whole, .siteMap, .notFound, .redirect: nil
    }
  }

  /// - Parameter body: what an author wrote for the page; `nil` where it has no text or none that could be read.
  private func anchorProblem(_ fragment: String, in file: String, _ body: Body?) -> Problem? {
    body.flatMap { anchorProblem(fragment, in: file, $0.ids) }
  }

  private func anchorProblem(_ fragment: String, in file: String, _ ids: [String]) -> Problem? {
    guard !fragment.isEmpty, !ids.contains(fragment) else { return nil }
    return .brokenAnchor(fragment, page: file, suggestion: EditDistance.nearest(to: fragment, among: ids))
  }
}

extension ItemContents {
  /// The ids that headings have on its page: those of its body, then those of its fields.
  var anchors: [String] {
    var ids = body.ids
    for field in fields {
      for case .markdown(let body) in field?.parts ?? [] { ids += body.ids }
    }
    return ids
  }
}
