/// A small strict reader of rendered pages, written apart from what it checks: it knows no more HTML than a
/// page may hold, and calls everything else a problem.
enum PageChecker {
  private static let attributes: [String: Set<String>] = {
    var all: [String: Set<String>] = [:]
    let global = ["dir", "lang", "title"]
    for name in [
      "abbr", "bdi", "bdo", "br", "cite", "code", "dd", "details", "dfn", "dl", "dt", "em", "figcaption",
      "figure",
      "hr", "kbd", "mark", "p", "pre", "rp", "rt", "ruby", "samp", "small", "span", "strong", "sub",
      "summary", "sup",
      "ul", "var", "wbr",
    ] { all[name] = Set(global) }
    for name in ["blockquote", "q"] { all[name] = Set(global + ["cite"]) }
    for name in ["del", "ins"] { all[name] = Set(global + ["cite", "datetime"]) }
    for level in 2...6 { all["h\(level)"] = ["id"] }
    all["a"] = ["href", "title", "rel"]
    all["img"] = ["src", "alt", "title"]
    all["time"] = Set(global + ["datetime"])
    all["ol"] = Set(global + ["reversed", "start", "type"])
    all["li"] = Set(global + ["value"])
    all["details"]?.insert("open")
    all["code"]?.insert("class")
    // What passes write, and raw HTML may not: `fixed` has the values.
    all["div"] = ["class", "tabindex", "role", "aria-label"]
    for name in ["table", "thead", "tbody", "tr"] { all[name] = [] }
    all["th"] = ["scope", "class"]
    all["td"] = ["class"]
    all["input"] = ["type", "checked", "disabled", "aria-label"]
    return all
  }()

  private static let fixed: [String: Set<String>] = [
    "a rel": ["external noreferrer"], "div class": ["table-scroll"], "div tabindex": ["0"],
    "div role": ["region"], "th scope": ["col"],
    "th class": ["align-left", "align-center", "align-right"], "td class": ["align-left", "align-center", "align-right"],
  ]

  private static let void: Set<String> = ["br", "hr", "img", "input", "wbr"]
  private static let schemes = ["http://", "https://", "mailto:", "tel:", "data:image/"]

  /// The first thing that may not be in a page; nil for a page that is in order.
  static func problem(in html: [UInt8]) -> String? {
    let text = String(decoding: html, as: UTF8.self)
    var rest = Substring(text)
    var open: [String] = []
    while let start = rest.firstIndex(of: "<") {
      guard !rest[..<start].contains(">") else { return "stray >" }
      rest = rest[start...].dropFirst()
      guard let end = rest.firstIndex(of: ">") else { return "unclosed tag" }
      var tag = rest[..<end]
      rest = rest[end...].dropFirst()
      if tag.hasPrefix("/") {
        guard let last = open.popLast(), last == tag.dropFirst() else { return "closes nothing: \(tag)" }
        continue
      }
      let name = String(tag.prefix { $0.isASCII && ($0.isLowercase || $0.isNumber) })
      guard let allowed = attributes[name] else { return "element: \(tag)" }
      tag = tag.dropFirst(name.count)
      if name == "div", !tag.hasPrefix(" class=") { return "element: div" }
      if name == "img" { tag = withoutMark(tag) }
      var seen: Set<String> = []
      while tag.hasPrefix(" "), tag != " /" {
        guard let equals = tag.firstIndex(of: "=") else { return "attribute: \(tag)" }
        let attribute = String(tag[..<equals].dropFirst())
        guard allowed.contains(attribute), seen.insert(attribute).inserted else {
          return "attribute: \(attribute)"
        }
        tag = tag[equals...].dropFirst()
        guard tag.hasPrefix("\""), let close = tag.dropFirst().firstIndex(of: "\"") else {
          return "quotes: \(tag)"
        }
        let value = String(tag[..<close].dropFirst())
        guard !value.contains("<"), !value.contains(">") else { return "value: \(value)" }
        if let values = fixed["\(name) \(attribute)"], !values.contains(value) { return "value: \(value)" }
        if ["href", "src", "cite"].contains(attribute), !isAddress(value) { return "address: \(value)" }
        tag = tag[close...].dropFirst()
      }
      guard tag == (void.contains(name) ? " /" : "") else { return "end of tag: \(tag)" }
      if !void.contains(name) { open.append(name) }
    }
    return rest.contains(">") ? "stray >" : open.isEmpty ? nil : "unclosed: \(open)"
  }

  /// The tag of an image without the mark of its size.
  private static func withoutMark(_ tag: Substring) -> Substring {
    guard let start = tag.firstRange(of: "\u{1}@"), let end = tag[start.upperBound...].firstIndex(of: "\u{2}"),
      tag[start.upperBound..<end].allSatisfy(\.isNumber)
    else { return tag }
    return Substring(tag[..<start.lowerBound] + tag[end...].dropFirst())
  }

  /// Empty, a mark of the renderer's, or an address of an allowed scheme.
  private static func isAddress(_ value: String) -> Bool {
    value.isEmpty || value.hasPrefix("\u{1}#") || schemes.contains { value.lowercased().hasPrefix($0) }
  }
}
