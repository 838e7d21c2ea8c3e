import Content
import HTML

extension Rendering {
  /// What the search shows of each of its documents.
  func searchEntries(_ listing: SearchListing) -> SearchEntries {
    SearchEntries(
      entries: listing.documents.map { document in
        switch document {
        case .item(let index): searchEntry(site.items[index])
        case .term(let term): searchEntry(term)
        }
      },
      facetNames: listing.facets.map(facetName))
  }

  private func searchEntry(_ item: Item) -> SearchEntry {
    let type = site.types[item.type]
    let known = item.capabilities
    let date = known.event?.start ?? known.course?.period?.value ?? item.date
    return SearchEntry(
      title: item.title, url: item.url, languageCode: item.languageCode, type: type.name, date: date,
      dateInWords: date.map { language.date($0, style: .medium).plain }, breadcrumb: crumbs(to: type).map(\.label))
  }

  private func searchEntry(_ term: TermReference) -> SearchEntry {
    let vocabulary = site.vocabularies[term.vocabulary]
    return SearchEntry(
      title: site[term].name, url: site.url(of: .term(term, number: 1)),
      languageCode: nil, type: vocabulary.name, date: nil, dateInWords: nil, breadcrumb: [vocabulary.plural])
  }
}
