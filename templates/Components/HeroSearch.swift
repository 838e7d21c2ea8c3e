import Content
import HTML

extension Rendering {
  /// A search in the library, on the home page; nothing for platforms without a library.
  func heroSearch() -> HTML {
    guard site.sections.library != nil else { return "" }
    return """
      <form class="search-form" action="\(site.url(of: .library(number: 1)))" method="get">\
      <label>\(texts.landing.searchLabel) <input type="search" name="q"></label> \
      <button type="submit" class="button">\(texts.landing.search)</button></form>

      """
  }
}
