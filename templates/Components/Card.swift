import Content
import HTML

extension Rendering {
  /// What a card says beside its title.
  struct CardStyle {
    /// The level of its heading, 2 to 4.
    var heading: Int
    /// Whether it names the item's type: where several types stand in one list.
    var namesType = false
  }

  /// An item in a list: what it is called, what it is about, and what sets it apart from its neighbours.
  func card(_ index: Int, _ style: CardStyle, note: HTML? = nil) -> HTML {
    let item = site.items[index]
    let type = site.types[item.type]
    let level = String(style.heading)
    let kicker = kicker(of: item, type, namesType: style.namesType)
    let line = cardLine(of: item)
    return """
      <li class="card">\(kicker.map { "<p class=\"kicker\">\($0)</p>" })\
      <h\(level)><a href="\(item.url)"\(lang(item))>\(item.title)</a></h\(level)>\
      \(cardSummary(of: item).map { "<p\(lang(item))>\($0)</p>" })\
      \(when(!line.isEmpty, "<p class=\"meta\">\(line.dotted())</p>"))\
      \(facetLabels(of: item, type))\
      \(note.map { "<p class=\"reason\">\($0)</p>" })</li>

      """
  }

  func cards(_ indices: some Sequence<Int>, _ style: CardStyle) -> HTML {
    "<ul class=\"cards\">\n\(indices.map { card($0, style) })</ul>\n"
  }

  /// The language of an item's own words, where it isn't the page's.
  func lang(_ item: Item) -> HTML { "\(attribute: "lang", item.languageCode)" }

  private func kicker(of item: Item, _ type: ContentType, namesType: Bool) -> String? {
    if let tracker = item.capabilities.tracker { return position(of: tracker, in: item.type) }
    return namesType ? type.name : nil
  }

  private func cardSummary(of item: Item) -> String? {
    item.capabilities.definition?.text ?? item.summary ?? item.lead
  }

  /// The date and what the capabilities say in few words.
  private func cardLine(of item: Item) -> [HTML] {
    let known = item.capabilities
    var line: [HTML] = []
    if let event = known.event { line += cardParts(of: event) }
    if let course = known.course { line += cardParts(of: course) }
    if !hasOwnDate(item), let date = item.date { line.append(self.date(date)) }
    if let publication = known.publication { line += cardParts(of: publication, item) }
    if let platform = known.platform { line += cardParts(of: platform) }
    return line
  }

  private func facetLabels(of item: Item, _ type: ContentType) -> HTML {
    var labels: [HTML] = []
    for (field, value) in zip(type.fields, item.fields) where field.isFacet {
      for part in value?.parts ?? [] {
        if case .term(let term) = part { labels.append("<li>\(site[term].label)</li>") }
      }
    }
    return labels.isEmpty ? "" : "<ul class=\"tags\">\(labels)</ul>"
  }
}
