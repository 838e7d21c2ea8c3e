import Content
import HTML
import Markup

extension Rendering {
  /// When something takes place, else the date it bears.
  func listedDate(of index: Int) -> DateSpan? { site.items[index].occurrence ?? site.items[index].date }

  /// The items of one page of a list in the order of time, whichever key the type sorts by, in its direction;
  /// what has no date last.
  func inOrderOfTime(_ items: Range<Int>, of type: ContentType) -> [Int] {
    let dated = items.compactMap { index in listedDate(of: index).map { (start: $0.start, index: index) } }
    let sorted = dated.sorted { left, right in
      guard left.start != right.start else { return left.index < right.index }
      return (left.start < right.start) != type.sort.descending
    }
    return sorted.map(\.index) + items.filter { listedDate(of: $0) == nil }
  }

  /// Items by the year they begin in, years in the order of their first item; what has no date stands last.
  func byYear(_ items: some Sequence<Int>) -> [(year: String, items: [Int])] {
    var years: [(year: String, items: [Int])] = []
    var places: [Int: Int] = [:]
    var undated: [Int] = []
    for index in items {
      guard let year = listedDate(of: index)?.start.year else {
        undated.append(index)
        continue
      }
      if let place = places[year] {
        years[place].items.append(index)
      } else {
        places[year] = years.count
        years.append((String(year), [index]))
      }
    }
    return undated.isEmpty ? years : years + [(texts.agenda.undated, undated)]
  }
}
