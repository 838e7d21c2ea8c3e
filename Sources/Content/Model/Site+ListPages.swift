extension Site {
  /// The number of list pages that so many items need, at least 1.
  public func pageCount(_ items: Int) -> Int { pageCount(items, of: settings.pageSize) }

  /// The part of a list that one page shows; `number` is 1-based.
  public func page<Items: RandomAccessCollection>(_ number: Int, of items: Items) -> Items.SubSequence {
    part(number, of: items, by: settings.pageSize)
  }

  /// The number of pages of a type's list, at least 1.
  public func listPageCount(ofType type: Int) -> Int {
    pageCount(itemRanges[type].count, of: listPageSize(ofType: type))
  }

  /// The items that one page of a type's list shows; `number` is 1-based.
  public func listPage(_ number: Int, ofType type: Int) -> Range<Int> {
    part(number, of: itemRanges[type], by: listPageSize(ofType: type))
  }

  /// A list whose parts are read together, as a glossary or a tracker is, has longer pages, so that most
  /// stand on one.
  private func listPageSize(ofType type: Int) -> Int {
    switch types[type].view {
    case .glossary, .tracker: max(settings.pageSize, 100)
    case .cards, .timeline, .agenda, .figures: settings.pageSize
    }
  }

  private func pageCount(_ items: Int, of size: Int) -> Int { max(1, (items + size - 1) / size) }

  private func part<Items: RandomAccessCollection>(_ number: Int, of items: Items, by size: Int)
    -> Items.SubSequence
  {
    items.dropFirst((number - 1) * size).prefix(size)
  }
}
