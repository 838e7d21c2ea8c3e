import Markup

/// The items that define their title, by what authors may write to name one.
struct Glossary: Sendable {
  private var items: [String: Int] = [:]
  let names: NameIndex
  /// What finds mentions of the items in texts of a language, by the language's code without its region.
  private var finders: [String: TermFinder] = [:]

  init(_ site: Site) {
    var entries: [Int] = []
    for (type, range) in zip(site.types, site.itemRanges) where type.has(.definition) { entries += range }
    // A title comes before a file's name, and what stands first in lists before what follows.
    for item in entries.reversed() {
      items[Slug.make(ItemIdentities.stem(of: site.items[item].id))] = item
      items[Slug.make(site.items[item].id)] = item
    }
    for item in entries.reversed() { items[Slug.make(site.items[item].title)] = item }
    let titles = entries.map { site.items[$0].title }
    names = NameIndex { titles.map { ($0, $0) } }
    addSpellings(of: site)
  }

  /// The item of a title or an id, case and accents aside.
  func item(named name: String) -> Int? { items[Slug.make(name)] }

  /// What finds mentions in texts of a language; `nil` where the glossary has no term in it.
  func finder(language code: String) -> TermFinder? {
    finders.isEmpty ? nil : finders[Self.language(code)]
  }

  private mutating func addSpellings(of site: Site) {
    func add(_ spellings: (Item) -> [String]) {
      for (type, range) in zip(site.types, site.itemRanges) where type.linksMentions {
        for index in range {
          let code = site.items[index].languageCode ?? site.settings.languageCode
          for spelling in spellings(site.items[index]) {
            finders[Self.language(code), default: TermFinder(language: Language(code: code))]
              .add(spelling, as: index)
          }
        }
      }
    }
    // A title comes before another item's further spellings.
    add { [$0.title] }
    add { $0.capabilities.definition?.forms ?? [] }
  }

  private static func language(_ code: String) -> String {
    String(decoding: code.utf8.prefix { $0 != UInt8(ascii: "-") }.map { $0 | 0x20 }, as: UTF8.self)
  }
}
