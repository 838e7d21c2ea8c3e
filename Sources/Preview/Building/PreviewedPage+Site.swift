import Content
import Generator
import HTML
import Markup

extension PreviewedPage {
  /// What a banner says of a page of a site.
  ///
  /// - Parameter weight: of its HTML, in bytes.
  init(_ page: Page, weight: Int, in site: Site) {
    let texts = PageTexts(isFrench: site.settings.language == .french)
    var words = 0
    var file: String?
    var unpublished: String?
    func add(_ introduction: Introduction?) { words += introduction?.body.words ?? 0 }
    switch page {
    case .home:
      add(site.home)
      file = site.home == nil ? "content/site.yml" : "content/index.md"
    case .list(let type, _):
      add(site.types[type].introduction)
      let hasText = site.types[type].introduction != nil
      file = hasText ? "content/\(site.types[type].folder)/index.md" : site.types[type].location.file
    case .term(let term, _):
      words = site[term].page?.body.words ?? 0
      file = site[term].page?.file ?? site[term].location.file
    case .vocabulary(let index): file = site.vocabularies[index].location.file
    case .item(let index), .whole(let index):
      let item = site.items[index]
      words = item.words
      file = item.file
      unpublished = item.unpublished.map(texts.name)
    case .redirect(let index): file = site.redirects[index].location.file
    case .library, .agenda, .search, .positioning: file = "content/site.yml"
    case .siteMap, .notFound: break
    }
    self.init(
      sourceFile: file, kind: texts.kind(of: page, in: site), words: words,
      readingTime: words == 0 ? 0 : max(1, (words + 115) / 230), weight: weight,
      unpublished: unpublished)
  }
}

extension Item {
  /// The words of its body and of its fields in Markdown.
  fileprivate var words: Int {
    self.fields.reduce(self.body.words) { sum, field in
      (field?.parts ?? []).reduce(sum) { sum, part in
        if case .markdown(let body) = part { sum + body.words } else { sum }
      }
    }
  }
}

/// What kinds of page are called.
private struct PageTexts {
  let isFrench: Bool

  func kind(of page: Page, in site: Site) -> String {
    switch page {
    case .home: isFrench ? "Accueil" : "Home page"
    case .list(let type, _): isFrench ? "Liste : \(site.types[type].plural)" : "List: \(site.types[type].plural)"
    case .item(let index): site.type(of: site.items[index]).name
    case .whole(let index): site.type(of: site.items[index]).name
    case .vocabulary(let index): site.vocabularies[index].plural
    case .term(let term, _): site.vocabularies[term.vocabulary].name
    case .library: isFrench ? "Bibliothèque" : "Library"
    case .agenda: "Agenda"
    case .search: isFrench ? "Recherche" : "Search"
    case .positioning: isFrench ? "Se situer" : "Positioning"
    case .siteMap: isFrench ? "Plan du site" : "Site map"
    case .notFound: isFrench ? "Page introuvable" : "Page not found"
    case .redirect: isFrench ? "Redirection" : "Redirect"
    }
  }

  func name(of reason: Problem.Reason) -> String {
    switch reason {
    case .draft: isFrench ? "Brouillon" : "Draft"
    case .future: isFrench ? "À paraître" : "To come"
    case .expired: isFrench ? "Expiré" : "Expired"
    }
  }
}
