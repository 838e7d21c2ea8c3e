import Content
import HTML

extension Rendering {
  /// The licence of an item, which is never assumed.
  func licence(of item: Item) -> HTML {
    let licence: HTML
    switch item.licence {
    case .stated(let text): licence = HTML(text: text)
    case .unspecified, nil: licence = unstated(texts.licenceUnstated)
    }
    return "<p class=\"licence\">\(texts.licence) \(licence)</p>\n"
  }
}
