import Content
import HTML

extension Rendering {
  /// A search that opens the library narrowed to what holds some words; nothing on a platform without a library.
  func searchForm() -> HTML {
    guard let title = site.sections.library?.heading.title else { return "" }
    return """
      <form class="search-form" action="\(site.url(of: .library(number: 1)))" method="get">\
      <input type="search" name="q" maxlength="200" autocomplete="off" aria-label="\(texts.library.searchIn(title))">\
      <button>\(texts.library.search)</button></form>

      """
  }
}
