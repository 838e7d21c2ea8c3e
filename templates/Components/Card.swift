import Content
import HTML

extension Rendering {
  /// What a card says beside its title and its summary.
  struct CardStyle: Hashable {
    /// The level of its heading, 2 to 4.
    var heading: Int
    /// Whether it names the item's type: where several types stand in one list.
    var namesType = false
    /// Whether it gives the date, what the capabilities say in few words, and the terms one can browse by.
    var hasDetails = true
  }

  /// An item in a list: what it is called, what it is about, and what sets it apart from its neighbours.
  func card(_ index: Int, _ style: CardStyle, note: HTML? = nil) -> HTML {
    """
    <li class="card">\(shared.part(.card(item: index, style)) { cardContent(of: site.items[index], style) })\
    \(note.map { "<p class=\"reason\">\($0)</p>" })</li>

    """
  }

  private func cardContent(of item: Item, _ style: CardStyle) -> HTML {
    let level = String(style.heading)
    return """
      \(kicker(of: item, style).map { "<p class=\"kicker\">\($0)</p>" })\
      <h\(level)><a href="\(item.url)"\(lang(item))>\(item.title)</a></h\(level)>\
      \(cardSummary(of: item).map { "<p\(lang(item))>\($0)</p>" })\
      \(when(style.hasDetails, cardDetails(of: item)))
      """
  }

  func cards(_ indices: some Sequence<Int>, _ style: CardStyle) -> HTML {
    "<ul class=\"cards\">\n\(indices.map { card($0, style) })</ul>\n"
  }

  /// The language of an item's own words, where it isn't the page's.
  func lang(_ item: Item) -> HTML { "\(attribute: "lang", item.languageCode)" }

  private func kicker(of item: Item, _ style: CardStyle) -> String? {
    if let tracker = item.capabilities.tracker { return position(of: tracker, in: item.type) }
    return style.namesType ? site.types[item.type].name : nil
  }

  /// What a card says of an item: its definition, its summary, or how its text begins.
  func cardSummary(of item: Item) -> String? {
    item.capabilities.definition?.text ?? item.summary ?? item.lead
  }

  private func cardDetails(of item: Item) -> HTML {
    let line = cardLine(of: item)
    let labels = facetLabels(of: item)
    return """
      \(when(!line.isEmpty, "<p class=\"meta\">\(line.dotted())</p>"))\
      \(when(!labels.isEmpty, "<ul class=\"tags\">\(labels)</ul>"))
      """
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

  private func facetLabels(of item: Item) -> [HTML] {
    let fields = site.types[item.type].fields
    var labels: [HTML] = []
    for index in fields.indices where fields[index].isFacet {
      for part in item.fields[index]?.parts ?? [] {
        if case .term(let term) = part { labels.append("<li>\(label(of: term))</li>") }
      }
    }
    return labels
  }
}
