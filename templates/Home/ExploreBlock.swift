import Content
import HTML

extension Rendering {
  /// The lists of the platform in few words, for what a home page's own blocks don't lead to.
  func exploreBlock() -> HTML {
    let types = zip(site.types, site.itemRanges).filter { $0.hasList && !$1.isEmpty }
    guard !types.isEmpty else { return "" }
    return """
      <section><h2>\(texts.explore)</h2>
      <ul class="chips">\(types.map { type, items in
        "<li><a href=\"\(type.url)\">\(type.plural) <span>\(number(items.count))</span></a></li>\n"
      })</ul></section>

      """
  }
}
