import Content
import HTML

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
    let type = site.types[item.type].id
    var facts: [Fact] = []
    for (range, assessing) in zip(site.itemRanges, site.types) where assessing.has(.assessment) {
      for other in range {
        let source = site.items[other]
        guard let assessment = source.capabilities.assessment, assessment.type == type else { continue }
        let status = assessment.statuses.first { $0.item.target == index }
        let date = source.date.map { " (\(self.date($0)))" as HTML }
        facts.append(
          Fact(
            label: "\(link(toItem: other))\(date)",
            [status.map { HTML(text: $0.level) } ?? unstated()]))
      }
    }
    return facts
  }
}
