import Content
import HTML

extension Rendering {
  /// The search of the home page, which has none in its header; nothing for platforms without a search or a library.
  func heroSearch() -> HTML {
    if site.sections.search != nil {
      return searchForm(
        field: """
          <label>\(texts.search.label) \
          <input name="q" maxlength="200" autocomplete="off"></label>
          """,
        box: true)
    }
    guard site.sections.library != nil else { return "" }
    return """
      <form class="search-form" action="\(site.url(of: .library(number: 1)))" method="get">\
      <label>\(texts.landing.searchLabel) <input type="search" name="q" maxlength="200"></label> \
      <button type="submit" class="button">\(texts.landing.search)</button></form>

      """
  }
}
