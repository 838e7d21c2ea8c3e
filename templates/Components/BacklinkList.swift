import Content
import HTML

extension Rendering {
  /// How many items a group names; the others are counted.
  private static let backlinkLimit = 20

  /// The items that lead to this one, by how they do; nothing where there are none.
  func backlinkList(to index: Int) -> HTML {
    let backlinks = site.backlinks[index]
    guard !backlinks.isEmpty else { return "" }
    var groups: [(title: String, items: [Int])] = []
    for backlink in backlinks {
      let title = title(of: backlink)
      if let group = groups.firstIndex(where: { $0.title == title }) {
        groups[group].items.append(backlink.item)
      } else {
        groups.append((title, [backlink.item]))
      }
    }
    return """
      <section class="backlinks"><h2>\(texts.backlinks)</h2>
      \(groups.map { backlinkGroup($0.title, $0.items) })</section>

      """
  }

  private func backlinkGroup(_ title: String, _ items: [Int]) -> HTML {
    let more = items.count - Self.backlinkLimit
    return """
      <div><h3>\(title)</h3>
      <ul>\(items.prefix(Self.backlinkLimit).map(backlinkEntry))\
      \(when(more > 0, "<li>\(texts.andOthers(number(more), more))</li>"))</ul></div>

      """
  }

  private func backlinkEntry(_ index: Int) -> HTML {
    let type = site.type(of: site.items[index])
    return "<li>\(link(toItem: index)) <span class=\"meta\">\(type.name)</span></li>\n"
  }

  private func title(of backlink: Backlink) -> String {
    switch backlink.reason {
    case .text: texts.linkedFromText
    case .source: texts.linkedAsSource
    case .field(let field):
      texts.linkedFromField(site.type(of: site.items[backlink.item]).fields[field].label)
    }
  }
}
