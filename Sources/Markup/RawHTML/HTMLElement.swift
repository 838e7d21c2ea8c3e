/// What Terreau knows of an HTML element that an author may write: where it may stand, and what it holds.
struct HTMLElement {
  enum Content {
    /// No content and no closing tag.
    case nothing
    /// Text and inline elements.
    case phrasing
    /// Blocks; text directly in it becomes a paragraph.
    case flow
    /// Blocks or text, as they are.
    case mixed
    /// Only the elements that name it as parent.
    case group
    /// Nothing, though it has a closing tag.
    case frame
  }

  let content: Content
  let isBlock: Bool
  /// The elements it may stand directly in; empty where it may stand anywhere.
  var parents: [String] = []
  /// Whether it is allowed without the settings.
  var isStandard = true
  var attributes: [String] = []

  var hasEndTag: Bool { content != .nothing }

  /// On every element.
  static let globalAttributes = ["dir", "lang", "title"]

  static let all: [String: HTMLElement] = {
    var all: [String: HTMLElement] = [:]
    func add(
      _ names: String, _ content: Content, block: Bool = false, in parents: [String] = [],
      _ attributes: [String] = [], standard: Bool = true
    ) {
      for name in names.split(separator: " ") {
        all[String(name)] = HTMLElement(
          content: content, isBlock: block, parents: parents, isStandard: standard, attributes: attributes)
      }
    }
    add("abbr bdi bdo cite dfn kbd mark ruby samp small span sub sup var", .phrasing)
    add("q", .phrasing, ["cite"])
    add("del ins", .phrasing, ["cite", "datetime"])
    add("time", .phrasing, ["datetime"])
    add("rp rt", .phrasing, in: ["ruby"])
    add("br wbr", .nothing)
    add("hr", .nothing, block: true)
    add("p", .phrasing, block: true)
    add("blockquote", .flow, block: true, ["cite"])
    add("details", .flow, block: true, ["open"])
    add("summary", .phrasing, block: true, in: ["details"])
    add("figure", .flow, block: true)
    add("figcaption", .mixed, block: true, in: ["figure"])
    add("dl ul", .group, block: true)
    add("ol", .group, block: true, ["reversed", "start", "type"])
    add("dt dd", .mixed, block: true, in: ["dl"])
    add("li", .mixed, block: true, in: ["ol", "ul"], ["value"])

    // Only where `site.yml` says so.
    add("b code data em i meter progress s strong u", .phrasing, standard: false)
    add("img", .nothing, standard: false)
    add("iframe", .frame, standard: false)
    add("audio video", .phrasing, standard: false)
    add("source track", .nothing, in: ["audio", "video"], standard: false)
    add("address article aside div footer header section", .flow, block: true, standard: false)
    add("h2 h3 h4 h5 h6", .phrasing, block: true, standard: false)
    add("table", .group, block: true, standard: false)
    add("caption", .mixed, block: true, in: ["table"], standard: false)
    add("colgroup tbody tfoot thead", .group, block: true, in: ["table"], standard: false)
    add("col", .nothing, block: true, in: ["colgroup"], standard: false)
    add("tr", .group, block: true, in: ["tbody", "tfoot", "thead"], standard: false)
    add("td th", .mixed, block: true, in: ["tr"], ["colspan", "rowspan", "scope"], standard: false)
    return all
  }()
}
