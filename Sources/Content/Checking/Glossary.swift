import Markup

/// The items that define their title, by what authors may write to name one.
struct Glossary: Sendable {
  private var items: [String: Int] = [:]
  let names: NameIndex

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
  }

  /// The item of a title or an id, case and accents aside.
  func item(named name: String) -> Int? { items[Slug.make(name)] }
}
