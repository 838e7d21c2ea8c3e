import Content
import HTML
import Markup

extension Rendering {
  /// « Mesure 7 sur 21 »; without the total where items of the set are missing.
  func position(of tracker: Tracker, in type: Int) -> String {
    let name = site.types[type].name
    let count = site.items(of: type).count
    let own = number(tracker.number)
    return tracker.number <= count ? texts.numberOf(name, own, number(count)) : texts.numbered(name, own)
  }

  /// What each assessment of its type says of an item, or that it says nothing of this one.
  func assessmentFacts(of item: Item, at index: Int) -> [Fact] {
    assessments(of: site.types[item.type].id).map { other in
      let source = site.items[other]
      let status = source.capabilities.assessment?.statuses.first { $0.item.target == index }
      let date = source.date.map { " (\(self.date($0)))" as HTML }
      return Fact(
        label: "\(link(toItem: other))\(date)", [status.map { HTML(text: $0.level) } ?? unstated()])
    }
  }

  /// The assessments of a type, the latest first; those without a date last.
  func assessments(of type: String) -> [Int] {
    var found: [(day: CalendarDay?, index: Int)] = []
    for (range, assessing) in zip(site.itemRanges, site.types) where assessing.has(.assessment) {
      for index in range where site.items[index].capabilities.assessment?.type == type {
        found.append((site.items[index].date?.earliestDay, index))
      }
    }
    return found.sorted { first, second in
      guard let day = first.day, let other = second.day else {
        return first.day == nil && second.day == nil ? first.index < second.index : first.day != nil
      }
      return day == other ? first.index < second.index : day > other
    }.map(\.index)
  }
}
