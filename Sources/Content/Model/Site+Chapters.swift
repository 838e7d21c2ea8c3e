extension Site {
  /// The item of which another one is a chapter.
  public func whole(of index: Int) -> Int? { items[index].capabilities.chapter?.whole.target }

  /// The item before and after another one: in its whole for a chapter, else in its type's list, where
  /// chapters are left out.
  public func neighbours(of index: Int) -> (previous: Int?, next: Int?) {
    if let whole = whole(of: index) { return neighbours(of: index, amongChaptersOf: whole) }
    let range = itemRanges[items[index].type]
    return (
      range[..<index].last { items[$0].capabilities.chapter == nil },
      range[(index + 1)...].first { items[$0].capabilities.chapter == nil }
    )
  }

  private func neighbours(of index: Int, amongChaptersOf whole: Int) -> (previous: Int?, next: Int?) {
    let chapters = chapters[whole] ?? []
    guard let place = chapters.firstIndex(of: index) else { return (nil, nil) }
    return (place > 0 ? chapters[place - 1] : nil, place + 1 < chapters.count ? chapters[place + 1] : nil)
  }
}
