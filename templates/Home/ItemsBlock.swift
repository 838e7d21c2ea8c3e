import Content
import HTML

extension Rendering {
  func itemsBlock(ofType index: Int, limit: Int, _ block: HomeBlock) -> HTML {
    let type = site.types[index]
    let items = site.items(of: index)
    let shown = items.lazy.filter { [site] in !site.items[$0].isHidden }.prefix(limit)
    guard !shown.isEmpty else { return "" }
    let count = texts.entries(number(items.count), items.count)
    return """
      <section>\(blockHeading(block, type.plural))\
      \(cards(shown, CardStyle(heading: 3, hasDetails: false)))\
      \(when(type.hasList, """
        <p><a href="\(type.url)">\(texts.landing.seeAll(type.plural))</a> \
        <span class="meta">\(count)</span></p>
        """))</section>

      """
  }
}
