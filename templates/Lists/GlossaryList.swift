import Content
import HTML
import Markup

extension Rendering {
  /// Terms with their meanings, by their first letters; the letters that some term begins with lead to them.
  func glossaryList(_ items: Range<Int>) -> HTML {
    let letters = letters(of: items)
    return """
      <div class="glossary-index stack">
      <nav aria-label="\(texts.views.letters)"><ul>\(letters.map { letter in
        "<li><a href=\"#\(letter.id)\">\(letter.name)</a></li>\n"
      })</ul></nav>
      \(letters.map(glossarySection))</div>

      """
  }

  private struct Letter {
    var name: String
    var items: [Int]

    /// A place on the page: letters are those of the basic alphabet, everything else together.
    var id: String { name == Letter.others ? "autres" : "lettre-\(name.lowercased())" }

    static let others = "#"
  }

  /// The terms in the order of words (é as e, capitals as small letters), whatever that of the type's lists
  /// is.
  private func letters(of items: Range<Int>) -> [Letter] {
    let sorted = items.map { (key: SortKey(site.items[$0].title), index: $0) }.sorted { $0.key < $1.key }
    var letters: [Letter] = []
    for (_, index) in sorted {
      let name = initial(of: site.items[index].title)
      if let place = letters.firstIndex(where: { $0.name == name }) {
        letters[place].items.append(index)
      } else {
        letters.append(Letter(name: name, items: [index]))
      }
    }
    return letters
  }

  /// The letter of the basic alphabet that a title begins with, in capitals, its accent taken off.
  private func initial(of title: String) -> String {
    guard let first = Slug.make(title).utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first)
    else {
      return Letter.others
    }
    return String(UnicodeScalar(first &- 32))
  }

  private func glossarySection(_ letter: Letter) -> HTML {
    """
    <section><h2 id="\(letter.id)">\(letter.name)</h2>
    <dl>\(letter.items.map(glossaryEntry))</dl></section>

    """
  }

  private func glossaryEntry(_ index: Int) -> HTML {
    let item = site.items[index]
    let meaning = item.capabilities.definition?.text ?? item.summary ?? item.lead
    return """
      <div><dt>\(link(toItem: index))</dt>\
      <dd\(lang(item))>\(meaning.map { HTML(text: $0) } ?? unstated())</dd></div>

      """
  }
}
