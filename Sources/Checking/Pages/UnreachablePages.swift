import Content

/// Pages to which nothing leads: a visitor who doesn't know them never finds them.
struct UnreachablePages {
  let pages: SurveyedPages
  let texts: [String: WrittenText]

  var diagnostics: [Diagnostic] {
    var reached: Set<Int> = []
    for (index, (page, view)) in pages.views.enumerated() where UnreachablePages.leadsReaders(page) {
      for address in view.siteLinks {
        if case .page(let target) = pages.target(ofSitePath: address), target != index {
          reached.insert(target)
        }
      }
    }
    return pages.views.indices.compactMap { index in
      guard !reached.contains(index), let file = file(of: pages.views[index].page) else { return nil }
      let place = texts[file]?.location(of: "title") ?? SourceLocation(file: file)
      return Diagnostic(.pageUnreachable(pages.paths[index]), at: place)
    }
  }

  /// The site map names every page, and the others are met by chance.
  private static func leadsReaders(_ page: Page) -> Bool {
    switch page {
    case .siteMap, .notFound, .redirect: false
    default: true
    }
  }

  /// What declares a page that readers should meet; `nil` for one that is no page of its own.
  private func file(of page: Page) -> String? {
    switch page {
    case .item(let index): pages.site.items[index].file
    case .list(let type, 1): pages.site.types[type].location.file
    case .vocabulary(let index): pages.site.vocabularies[index].location.file
    default: nil
    }
  }
}
