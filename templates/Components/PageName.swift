import Content
import HTML

extension Rendering {
  /// What a page of this site is called where another one leads to it.
  func name(of page: Page) -> String {
    switch page {
    case .home: texts.home
    case .list(let type, let number):
      numbered(site.types[type].plural, number, of: site.pageCount(site.items(of: type).count))
    case .item(let index), .whole(let index): site.items[index].title
    case .vocabulary(let index): site.vocabularies[index].plural
    case .term(let term, let number):
      numbered(label(of: term), number, of: site.pageCount(site[term].items.count))
    case .library(let number):
      numbered(
        site.sections.library?.heading.title ?? "", number, of: site.pageCount(site.libraryItems.count))
    case .agenda: site.sections.agenda?.heading.title ?? ""
    case .search: site.sections.search?.heading.title ?? ""
    case .positioning(let answers): positioningName(answers)
    case .siteMap: texts.siteMap
    case .notFound: texts.pageNotFound
    case .redirect(let index): site.redirects[index].from
    }
  }

  /// The section's title with the answers that were given.
  private func positioningName(_ answers: [Int?]) -> String {
    guard let positioning = site.sections.positioning else { return "" }
    let labels = zip(positioning.questions, answers).compactMap { question, answer in
      answer.map { site.vocabularies[question.vocabulary].terms[$0].label }
    }
    return ([positioning.heading.title] + labels).joined(separator: ", ")
  }
}
