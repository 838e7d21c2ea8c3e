import Content
import HTML
import Markup
import Search

/// What is searched of one document, and what results show of it.
struct SearchSource {
  private let entry: SearchEntry
  /// What is said of it in a line or two.
  private var summary: String?
  /// Words that stand beside the text: terms, fields, what its capabilities say.
  private var facts: [String] = []
  private var passages: [Passage]

  init(_ document: SearchListing.Document, _ entry: SearchEntry, in site: Site) {
    self.entry = entry
    switch document {
    case .item(let index):
      let item = site.items[index]
      summary = item.summary
      passages = item.body.passages
      facts = item.capabilities.searchedTexts
      for value in item.fields.compactMap(\.self).flatMap(\.parts) { add(value, in: site) }
      facts += item.terms.map { site[$0].name }
    case .term(let reference):
      let term = site[reference]
      summary = term.page?.summary ?? term.description
      passages = term.page?.body.passages ?? []
      facts = [term.label, term.code, term.description].compactMap(\.self)
    }
    var known: Set<String> = [entry.title, summary ?? ""]
    facts = facts.filter { known.insert($0).inserted }
  }

  private mutating func add(_ value: FieldValue, in site: Site) {
    switch value {
    case .text(let text): facts.append(text)
    case .markdown(let body): passages += body.passages
    case .term(let term): facts.append(site[term].name)
    case .reference(let reference): if let target = reference.target { facts.append(site.items[target].title) }
    case .list(let values): for value in values { add(value, in: site) }
    case .date, .number, .link, .boolean, .unspecified: break
    }
  }

  /// What the index counts.
  var text: SearchText {
    let beside = [entry.type, entry.dateInWords, summary].compactMap(\.self) + facts
    return SearchText(
      title: Array(entry.title.utf8),
      parts: passages.flatMap { [$0.heading, $0.text] } + beside.map { Array($0.utf8) })
  }

  /// How many bytes of text a fragment holds.
  static let limit = 3_000

  /// What a result shows, as JSON: `u` the address from the site's root, `t` the title, `k` what kind of thing it is,
  /// `d` its date in words, `y` its first day (ISO 8601), `b` the way to it, `l` its language where it isn't the site's,
  /// and `s` its text by section: anchor or nothing, heading, text.
  var fragment: [UInt8] {
    var members: [JSON.Member] = [
      JSON.Member(name: "u", value: .url(entry.url)), JSON.Member(name: "t", value: .string(entry.title)),
      JSON.Member(name: "k", value: .string(entry.type)),
    ]
    func add(_ name: String, _ value: String?) {
      if let value { members.append(JSON.Member(name: name, value: .string(value))) }
    }
    add("d", entry.dateInWords)
    add("y", entry.date?.earliestDay.isoText)
    members.append(JSON.Member(name: "b", value: .array(entry.breadcrumb.map { .string($0) })))
    add("l", entry.languageCode)
    members.append(JSON.Member(name: "s", value: .array(sections)))
    return JSON.object(members).serialized(.relative(to: "/"))
  }

  /// The summary, the text, and what stands beside it; long texts are cut, all at the same length.
  private var sections: [JSON] {
    let beside = facts.joined(separator: " · ")
    var all = [Passage()]
    all[0].text = Array((summary ?? "").utf8)
    all += passages
    all.append(Passage(text: Array(beside.utf8)))
    all.removeAll(where: \.isEmpty)
    let length = SearchSource.fairLength(all.map(\.text.count), total: SearchSource.limit)
    return all.map { passage -> JSON in
      [
        .string(passage.anchor ?? ""), .string(String(decoding: passage.heading, as: UTF8.self)),
        .string(SearchSource.beginning(of: passage.text, atMost: length)),
      ]
    }
  }

  /// The greatest length at which texts can be cut so that all of them together are no longer than `total`.
  static func fairLength(_ lengths: [Int], total: Int) -> Int {
    var rest = total
    let sorted = lengths.sorted()
    for (place, length) in sorted.enumerated() {
      let share = rest / (sorted.count - place)
      if length > share { return share }
      rest -= length
    }
    return total
  }

  /// The beginning of a text, cut before a word.
  static func beginning(of text: [UInt8], atMost length: Int) -> String {
    guard text.count > length else { return String(decoding: text, as: UTF8.self) }
    var end = length
    while end > 0, text[end] & 0xC0 == 0x80 { end -= 1 }
    let space = text[..<end].lastIndex(of: UInt8(ascii: " "))
    return String(decoding: text[..<(space ?? end)], as: UTF8.self)
  }
}
