import Content
import HTML

extension Rendering {
  /// The first pages of the sections that the platform has.
  func sections() -> [(heading: SectionHeading, url: URLReference)] {
    let sections = site.sections
    let pages: [(SectionHeading?, Page)] = [
      (sections.library?.heading, .library(number: 1)), (sections.agenda?.heading, .agenda),
      (sections.positioning?.heading, .positioning([])),
    ]
    return pages.compactMap { heading, page in heading.map { ($0, site.url(of: page)) } }
  }

  /// Where someone who hasn't found yet can go on: the library, or the home page.
  func wayOn() -> HTML {
    guard site.sections.library != nil else { return link(texts.goHome, to: site.url(of: .home)) }
    return link(texts.positioning.browseAll, to: site.url(of: .library(number: 1)))
  }
}
