import Content
import HTML
import Markup

/// The library as data, for the script that narrows its list: JSON files whose names hold a hash of their bytes.
///
/// - `library.json`: `count`, the number of items; `size`, the number of items in a chunk; the addresses of the `chunks`,
///   the `orders` and the `texts`; and `facets`, for each facet and each of its values that some item carries, the
///   numbers of these items as gaps: `[3,1,4]` are the items 3, 4 and 8. Counts come from this file alone.
/// - `library-1.json` and so on: arrays of at most `size` items, in the order of the list.
/// - `library-orders.json`: for each ``LibraryOrder``, the numbers of all items.
/// - `library-texts.json`: for each item its words, folded as in slugs: `-eau-douce`. They are those of its title, type,
///   terms and, in a library of at most ``summaryLimit`` items, its summary.
///
/// Addresses are relative to the files that hold them, so that they hold below any base path.
struct LibraryIndex {
  /// How many items a chunk holds.
  static let chunkSize = 100
  /// Beyond so many items, words are not looked for in summaries: the file of texts would be too large to wait for.
  static let summaryLimit = 2_000

  /// The file of the facets first.
  let assets: [ThemeAsset]

  /// - Parameter address: the published address of a file.
  init(_ listing: LibraryListing, _ entries: [LibraryEntry], address: (ThemeAsset) -> URLReference) {
    let starts = stride(from: 0, to: entries.count, by: LibraryIndex.chunkSize)
    let chunks = starts.enumerated().map { number, start in
      let part = entries[start..<min(start + LibraryIndex.chunkSize, entries.count)]
      return LibraryIndex.file("library-\(number + 1).json", .array(part.map(LibraryIndex.json)))
    }
    let orders = LibraryIndex.file(
      "library-orders.json",
      .object(
        LibraryOrder.allCases.map { order in
          JSON.Member(name: order.rawValue, value: .numbers(LibraryIndex.sorted(entries, by: order)))
        }))
    let texts = LibraryIndex.file(
      "library-texts.json", .array(LibraryIndex.texts(entries, listing).map { .string($0) }))
    let facets = listing.facets.map { facet in
      let values = facet.values.filter { !$0.numbers.isEmpty }
      return JSON.Member(
        name: facet.id,
        value: .object(
          values.map { JSON.Member(name: $0.id, value: .numbers(LibraryIndex.gaps($0.numbers))) }))
    }
    let index = LibraryIndex.file(
      Library.dataName,
      [
        "count": .int(entries.count), "size": .int(LibraryIndex.chunkSize),
        "chunks": .array(chunks.map { .url(address($0)) }), "orders": .url(address(orders)),
        "texts": .url(address(texts)), "facets": .object(facets),
      ])
    assets = [index] + chunks + [orders, texts]
  }

  /// The first number, then how far each is from the one before it.
  static func gaps(_ numbers: [Int]) -> [Int] {
    zip(numbers, [0] + numbers).map { $0 - $1 }
  }

  /// What is unknown is left out.
  private static func json(_ entry: LibraryEntry) -> JSON {
    var members: [JSON.Member] = [
      .init(name: "title", value: .string(entry.title)), .init(name: "url", value: .url(entry.url)),
      .init(name: "type", value: .string(entry.type)),
    ]
    func add(_ name: String, _ value: String?) {
      if let value { members.append(.init(name: name, value: .string(value))) }
    }
    add("lang", entry.languageCode)
    add("summary", entry.summary)
    add("date", entry.dateInWords)
    add("datetime", entry.date?.datetimeAttribute)
    if !entry.terms.isEmpty {
      members.append(.init(name: "terms", value: .array(entry.terms.map { .string($0) })))
    }
    return .object(members)
  }

  /// The numbers of items; those that are equal stay in the order of the list.
  private static func sorted(_ entries: [LibraryEntry], by order: LibraryOrder) -> [Int] {
    switch order {
    case .date:
      return LibraryOrder.newestFirst(entries.map(\.date))
    case .title:
      let keys = entries.map { SortKey($0.title) }
      return entries.indices.sorted { keys[$0] == keys[$1] ? $0 < $1 : keys[$0] < keys[$1] }
    }
  }

  private static func texts(_ entries: [LibraryEntry], _ listing: LibraryListing) -> [String] {
    var texts = entries.map { entry in
      "\(entry.title) \(entry.type) \(entries.count > summaryLimit ? "" : entry.summary ?? "")"
    }
    for value in listing.facets.flatMap(\.values) {
      for number in value.numbers where number < texts.count { texts[number] += " \(value.label)" }
    }
    return texts.map { "-\(Slug.make($0))" }
  }

  /// All files stand in one folder, so that one style writes the addresses of each.
  private static func file(_ name: String, _ json: JSON) -> ThemeAsset {
    ThemeAsset(name: name, bytes: json.serialized(.relative(to: "/\(Plan.assetFolder)/")))
  }
}

extension JSON {
  fileprivate static func numbers(_ numbers: [Int]) -> JSON { .array(numbers.map { .int($0) }) }
}
