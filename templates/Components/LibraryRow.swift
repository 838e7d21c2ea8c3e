import Content
import HTML
import Markup

extension Rendering {
  /// How many terms a row of the library shows.
  private static let rowTermLimit = 4

  /// What the library says of an item; its script draws rows of the same from it as ``libraryRow(_:)``.
  func libraryEntry(_ index: Int) -> LibraryEntry {
    let item = site.items[index]
    let type = site.types[item.type]
    let facets = site.sections.library?.facets ?? []
    // A term of the whole type says nothing about one item.
    let terms = facets.flatMap { vocabulary in
      item.terms.filter { $0.vocabulary == vocabulary && !type.terms.contains($0) }
    }
    let known = item.capabilities
    let date = known.event?.start ?? known.course?.period?.value ?? item.date
    return LibraryEntry(
      title: item.title, url: item.url, languageCode: item.languageCode, type: type.name,
      summary: known.definition?.text ?? item.summary ?? item.lead, date: date,
      dateInWords: date.map { language.date($0, style: .medium).plain },
      terms: terms.prefix(Self.rowTermLimit).map(label))
  }

  func libraryRow(_ entry: LibraryEntry) -> HTML {
    let language: HTML = "\(attribute: "lang", entry.languageCode)"
    let date = entry.dateInWords.map { words -> HTML in
      guard let datetime = entry.date?.datetimeAttribute else { return "<p class=\"meta\">\(words)</p>" }
      return "<p class=\"meta\"><time datetime=\"\(datetime)\">\(words)</time></p>"
    }
    let terms = entry.terms.map { "<li>\($0)</li>" as HTML }
    return """
      <li><p class="kicker">\(entry.type)</p><h3><a href="\(entry.url)"\(language)>\(entry.title)</a></h3>\
      \(entry.summary.map { "<p\(language)>\($0)</p>" })\(date)\
      \(when(!terms.isEmpty, "<ul class=\"tags\">\(terms)</ul>"))</li>

      """
  }
}
