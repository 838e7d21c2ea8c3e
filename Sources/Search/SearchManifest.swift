/// What a script reads first: the format, how many documents there are, and where which words stand.
public struct SearchManifest: Sendable {
  /// The version of the format: scripts refuse others.
  public static let version = 1

  private let index: SearchIndex
  private let count: Int
  private let languageCode: String

  public init(_ index: SearchIndex, count: Int, languageCode: String) {
    self.index = index
    self.count = count
    self.languageCode = languageCode
  }

  /// The manifest: what tells of words, and more members after it, each with its JSON.
  public func json(adding members: [(name: String, json: [UInt8])]) -> [UInt8] {
    let stop = StopWords(languageCode: languageCode).list
    var json = Array("{\"v\":\(SearchManifest.version),\"n\":\(count),\"stop\":\"\(stop)\",\"keys\":\"".utf8)
    json += index.keys
    json += "\",\"letters\":\"\(index.letters)\"".utf8
    for (name, value) in members {
      json += ",\"\(name)\":".utf8
      json += value
    }
    json.append(UInt8(ascii: "}"))
    return json
  }
}
