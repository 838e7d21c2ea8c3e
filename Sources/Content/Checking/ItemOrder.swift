import Markup

/// The order of a type's items in its lists.
struct ItemOrder {
  let type: ContentType

  /// The indices of some items, in the order of lists.
  func sorted(_ indices: [Int], of item: (Int) -> Item) -> [Int] {
    let keyed = indices.map { (key(of: item($0)), $0) }
    let descending = type.sort.descending
    return keyed.sorted { $0.0.precedes($1.0, descending: descending) }.map(\.1)
  }

  private struct Key {
    var isMissing = false
    var number = 0.0
    var text: SortKey?
    var title: SortKey
    var path: String

    /// Items without a value come last whatever the direction; equal ones by title, then by address.
    func precedes(_ other: Key, descending: Bool) -> Bool {
      if isMissing != other.isMissing { return other.isMissing }
      if number != other.number { return (number < other.number) != descending }
      if let text, let otherText = other.text, text != otherText { return (text < otherText) != descending }
      if title != other.title { return title < other.title }
      return path.utf8.lexicographicallyPrecedes(other.path.utf8)
    }
  }

  private func key(of item: Item) -> Key {
    var key = Key(title: SortKey(item.title), path: item.path)
    switch type.sort.key {
    case .title: key.text = key.title
    case .date: set(item.date.map(ItemOrder.number), in: &key)
    case .order: set(item.order.map(Double.init), in: &key)
    case .capability(let kind): set(number(of: item.capabilities, kind), in: &key)
    case .field(let index):
      switch item.fields[index] {
      case .number(let number): key.number = number.value
      case .date(let date): key.number = ItemOrder.number(date)
      case .text(let text): key.text = SortKey(text)
      default: key.isMissing = true
      }
    }
    return key
  }

  private func set(_ number: Double?, in key: inout Key) {
    key.isMissing = number == nil
    key.number = number ?? 0
  }

  private func number(of capabilities: Capabilities, _ kind: CapabilityKind) -> Double? {
    switch kind {
    case .event: capabilities.event.map { ItemOrder.number($0.start) }
    case .course: (capabilities.course?.period?.value).map(ItemOrder.number)
    case .tracker: (capabilities.tracker?.number).map(Double.init)
    case .chapter: (capabilities.chapter?.number).map(Double.init)
    case .publication, .assessment, .platform, .definition, .matrix, .caseStudy, .figures, .phases: nil
    }
  }

  /// A date's first moment as a number that grows with time.
  private static func number(_ date: DateSpan) -> Double {
    Double(date.start.earliestDay.daysSinceEpoch) + Double(date.start.time?.second ?? 0) / 86_400
  }
}
