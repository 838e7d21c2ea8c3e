import Content
import HTML
import Markup

/// What every template is given: the site, the page that is made, and the sentences of the site's language.
///
/// Pages and components are its functions. It is made anew for each page; what pages share is in `shared`. It is a
/// class so that the closures of a template hold one reference, where they would copy the whole site's.
final class Rendering {
  let page: Page
  let site: Site
  let assets: [String: URLReference]
  let language: Language
  let texts: Texts
  /// What this page has in common with others.
  let shared: SharedParts
  /// What the other pages weigh; `nil` unless this one shows it.
  let footprint: Footprint?
  /// The page's own address.
  let ownURL: URLReference

  init(
    page: Page, site: Site, assets: [String: URLReference], shared: SharedParts, footprint: Footprint? = nil
  ) {
    self.page = page
    self.footprint = footprint
    self.shared = shared
    ownURL = site.url(of: page)
    self.site = site
    self.assets = assets
    language = site.settings.language
    texts = Texts.of(language)
  }

  /// The whole address of a page, for readers that meet it away from the site.
  func absoluteURL(of page: Page) -> URLReference? { absolute(site.url(of: page)) }

  func absolute(_ url: URLReference) -> URLReference? { site.settings.absolute(url) }

  func label(of term: TermReference) -> String { site.vocabularies[term.vocabulary].terms[term.term].name }

  func number(_ value: Int) -> String { language.number(value) }
}
