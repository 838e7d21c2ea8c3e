import Content
import HTML

extension Rendering {
  /// The search of the header: it opens the search's page, or the library narrowed to what holds some words; nothing on
  /// a platform without either.
  func searchForm() -> HTML {
    if site.sections.search != nil {
      return searchForm(
        field: """
          <input name="q" maxlength="200" autocomplete="off" aria-label="\(texts.search.label)">
          """,
        box: true)
    }
    guard let title = site.sections.library?.heading.title else { return "" }
    return """
      <form class="search-form" action="\(site.url(of: .library(number: 1)))" method="get">\
      <input type="search" name="q" maxlength="200" autocomplete="off" aria-label="\(texts.library.searchIn(title))">\
      <button>\(texts.library.search)</button></form>

      """
  }

  /// A form that opens the search's page, with the addresses of what its scripts ask for once somebody comes to it
  /// (`assets/site.js`).
  ///
  /// - Parameter box: whether the first results are shown under the field as one types.
  func searchForm(field: HTML, box: Bool) -> HTML {
    let words = texts.search
    let script = box ? assets[AssetName.searchBox] : nil
    return """
      <form class="search-form" action="\(site.url(of: .search))" method="get"\
      \(attribute: "data-index", assets[SearchSection.dataName])\
      \(attribute: "data-root", site.url(of: .home))\
      \(attribute: "data-core", assets[AssetName.searchCore])\(attribute: "data-box", script)\
      \(attribute: "data-suggestions", box ? words.suggestions : nil)\
      \(attribute: "data-all", box ? words.all : nil)>\(field) <button>\(words.search)</button></form>

      """
  }
}
