import Content
import HTML

extension Rendering {
  /// What narrows the library: each value leads to the page of what carries it. The script puts boxes to tick there.
  func libraryFilters() -> HTML {
    shared.part(.libraryLinks) { filters(shared.library.facets) }
  }

  func filters(_ facets: [LibraryListing.Facet]) -> HTML {
    """
    <details class="filters"><summary>\(texts.library.filters)</summary>
    <div>\(facets.map { facet in
      """
      <section class="facet"><h2>\(facetName(facet))</h2>
      <ul>\(facet.values.map(facetLink))</ul></section>

      """
    })</div></details>

    """
  }

  /// What nothing carries leads nowhere.
  private func facetLink(_ value: LibraryListing.Value) -> HTML {
    let count = value.numbers.count
    return """
      <li>\(link(value.label, to: count > 0 ? value.url : nil)) <span class="count">\(number(count))</span></li>

      """
  }

  func facetName(_ facet: LibraryListing.Facet) -> String {
    switch facet.kind {
    case .type: texts.library.type
    case .vocabulary(let index): site.vocabularies[index].plural
    }
  }

  /// The controls that the script puts on the page, and its sentences: nothing of it is shown without the script, which
  /// takes these elements by their order.
  func libraryControls() -> HTML {
    shared.part(.libraryControls) {
      let words = texts.library
      return """
        <template\(sentences(unavailable: words.unavailable))>
        \(controls(
          shared.library.facets,
          field: """
            <label>\(words.words) <input type="search" name="q" maxlength="200" autocomplete="off"></label>

            """,
          order: words.listOrder, orders: LibraryOrder.allCases))\
        </template>

        """
    }
  }

  /// The sentences of every list's script, as attributes.
  func sentences(unavailable: String) -> HTML {
    let words = texts.library
    return """
      \(attribute: "data-remove", words.remove)\(attribute: "data-none", words.none)\
      \(attribute: "data-one", words.one)\(attribute: "data-many", words.many)\
      \(attribute: "data-unavailable", unavailable)
      """
  }

  /// - Parameters:
  ///   - field: the field for words, where it isn't elsewhere on the page.
  ///   - order: what the order without a choice is called.
  func controls(
    _ facets: [LibraryListing.Facet], field: HTML = "", order: String, orders: [LibraryOrder]
  ) -> HTML {
    let words = texts.library
    return """
      <p role="status" tabindex="-1"></p>
      <div>\(facets.map(facetBoxes))</div>
      <form>\(field)\
      <label>\(words.sort) <select name="tri"><option value="">\(order)</option>
      \(orders.map { "<option value=\"\($0.rawValue)\">\(name(of: $0))</option>\n" })</select></label></form>
      <ul class="active-filters" aria-label="\(words.activeFilters)"></ul>
      <li><button>\(words.reset)</button></li>
      <button class="button">\(words.more)</button>

      """
  }

  private func facetBoxes(_ facet: LibraryListing.Facet) -> HTML {
    """
    <fieldset class="facet"><legend>\(facetName(facet))</legend>
    <ul>\(facet.values.map { facetBox($0, of: facet) })</ul></fieldset>

    """
  }

  private func facetBox(_ value: LibraryListing.Value, of facet: LibraryListing.Facet) -> HTML {
    """
    <li><label><input type="checkbox" name="\(facet.id)" value="\(value.id)"\(flag: "disabled", value.numbers.isEmpty)>\
    <span>\(value.label)</span> <span class="count">\(number(value.numbers.count))</span></label></li>

    """
  }

  private func name(of order: LibraryOrder) -> String {
    switch order {
    case .date: texts.library.newestFirst
    case .title: texts.library.byTitle
    }
  }
}
