import Markup

extension SiteAssembly {
  /// Puts fragments in every text that includes one.
  mutating func includeFragments(in items: inout [Item]) async {
    let inclusion = Inclusion(fragments: fragments, unread: unread.paths, allowedHTML: declarations.settings.allowedHTML)
    let language = declarations.settings.language
    let including = items.indices.filter { items[$0].includesFragments }
    let expanded = await including.map { items[$0] }.concurrentMap(jobs: options.jobs) { item in
      var contents = item.contents
      let itemLanguage = item.languageCode.map { Language(code: $0) } ?? language
      let found = contents.include(inclusion, language: itemLanguage)
      return (Item(contents), found)
    }
    for (index, (item, found)) in zip(including, expanded) {
      items[index] = item
      diagnostics += found
    }
    func expand(_ body: inout Body, _ file: String, _ diagnostics: inout [Diagnostic]) {
      var page = Inclusion.PageState(
        language: language, ids: Site.reservedIDs.union(body.ids))
      inclusion.expand(&body, chain: [file], in: &page)
      diagnostics += page.diagnostics
    }
    if var introduction = home {
      expand(&introduction.body, "index.md", &diagnostics)
      home = introduction
    }
    for index in types.indices {
      guard var introduction = types[index].introduction else { continue }
      expand(&introduction.body, "\(types[index].folder)/index.md", &diagnostics)
      types[index].introduction = introduction
    }
    for vocabulary in vocabularies.indices {
      for term in vocabularies[vocabulary].terms.indices {
        guard var page = vocabularies[vocabulary].terms[term].page else { continue }
        let (folder, name) = (vocabularies[vocabulary].id, vocabularies[vocabulary].terms[term].id)
        expand(&page.body, "vocabularies/\(folder)/\(name).md", &diagnostics)
        vocabularies[vocabulary].terms[term].page = page
      }
    }
  }
}
