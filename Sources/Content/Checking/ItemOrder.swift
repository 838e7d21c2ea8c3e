import Markup

/// The order of a type's items in its lists.
struct ItemOrder {
  let type: ContentType

  func sorted(_ items: [Item]) -> [Item] {
    items.map { (key(of: $0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  private struct Key: Comparable {
    var isMissing: Bool
    var number: Double
    var text: SortKey?
    var title: SortKey
    var path: String

    static func < (a: Key, b: Key) -> Bool {
      if a.isMissing != b.isMissing { return b.isMissing }
      if a.number != b.number { return a.number < b.number }
      if let first = a.text, let second = b.text, first != second { return first < second }
      if a.title != b.title { return a.title < b.title }
      return a.path.utf8.lexicographicallyPrecedes(b.path.utf8)
    }
  }

  private func key(of item: Item) -> Key {
    var key = Key(isMissing: false, number: 0, text: nil, title: SortKey(item.title), path: item.path)
    switch type.sort.key {
    case .title: break
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
    if type.sort.descending { key.number = -key.number }
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
    default: nil
    }
  }

  /// A date's first moment as a number that grows with time.
  private static func number(_ date: DateSpan) -> Double {
    Double(date.start.earliestDay.daysSinceEpoch) + Double(date.start.time?.second ?? 0) / 86_400
  }
}
