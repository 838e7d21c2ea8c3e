import Content
import HTML
import Markup

/// What directives ask of the site.
extension Rendering {
  /// A text with everything in it.
  func text(_ body: Body) -> HTML { body.html(drawing) }

  func drawing(_ slot: SlotDrawing) -> HTML {
    switch slot {
    case .cards(let items, let level): chosenCards(items, level: level)
    case .button(let url, let label): button(label, to: url)
    case .download(let download): self.download(download)
    case .table(let table): dataTable(table)
    case .include(let fragment): text(fragment)
    case .example(let source, let result): example(source, result: result)
    case .code(let listing): self.listing(listing)
    case .fields(let type): fieldTable(ofType: type)
    case .site(let part, let level): sitePart(part, level: level)
    case .missing: .empty
    }
  }

  private func chosenCards(_ items: [Int], level: Int) -> HTML {
    let types = Set(items.map { site.items[$0].type })
    return cards(items, CardStyle(heading: min(max(level, 2), 4), namesType: types.count > 1))
  }

  private func button(_ label: HTML, to url: URLReference) -> HTML {
    return "<p><a class=\"button\" href=\"\(url)\"\(attribute: "rel", relation(to: url))>\(label)</a></p>\n"
  }

  private func download(_ download: Download) -> HTML {
    let language = download.languageCode.map(texts.inLanguage)
    let facts = [download.asset.description(in: self.language), language].compactMap(\.self).joined(
      separator: ", ")
    return """
      <p><a class="button" href="\(download.url)" download\(attribute: "hreflang", download.languageCode)>\
      \(download.label) <span>(\(facts))</span></a></p>

      """
  }
}
