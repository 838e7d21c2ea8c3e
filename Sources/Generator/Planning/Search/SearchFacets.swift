import Content
import HTML
import Search

/// The facets of the search, as JSON.
struct SearchFacets {
  /// For the manifest: `[{"id":…,"label":…,"values":[[id, label, count],…]},…]`.
  let json: [UInt8]
  /// For each facet, `{"<value>":"<its documents>"}`, by paths below the folder of the index.
  let files: [(path: String, bytes: [UInt8])]

  init(_ listing: SearchListing, names: [String]) {
    json = JSON.array(
      zip(listing.facets, names).map { facet, name in
        [
          "id": .string(facet.id), "label": .string(name),
          "values": .array(
            facet.values.map { [.string($0.id), .string($0.label), .int($0.numbers.count)] }),
        ]
      }
    ).serialized()
    files = listing.facets.map { facet in ("f/\(facet.id).json", SearchFacets.documents(of: facet)) }
  }

  /// The packed numbers stand as they are: JSON would escape signs that only HTML minds.
  private static func documents(of facet: LibraryListing.Facet) -> [UInt8] {
    var json = [UInt8(ascii: "{")]
    for value in facet.values where !value.numbers.isEmpty {
      if json.count > 1 { json.append(UInt8(ascii: ",")) }
      json += JSON.string(value.id).serialized()
      json += #":""#.utf8
      json += CompactNumbers.gaps(value.numbers)
      json.append(UInt8(ascii: "\""))
    }
    json.append(UInt8(ascii: "}"))
    return json
  }
}
