/// Finds the files of the site that a page asks for when it is first shown.
///
/// It reads pages as templates wrote them: well formed, `<` and `>` escaped outside of tags, addresses inside
/// the site still marked by 0x01 and 0x02.
struct RequestedFiles {
  private let bytes: [UInt8]
  private var index = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The encoded site paths, each once.
  static func paths(in html: [UInt8]) -> Set<String> {
    var reader = RequestedFiles(html)
    var paths: Set<String> = []
    while let tag = reader.nextTag() { if let path = tag.path { paths.insert(path) } }
    return paths
  }

  /// A start tag, as far as it tells of a file.
  private struct Tag {
    var path: String?
    var isLazy = false
    /// Whether a `link` is to a file that the browser needs.
    var isNeeded = false
  }

  private static let links = [
    "stylesheet", "icon", "apple-touch-icon", "preload", "modulepreload", "manifest",
  ]
  private static let files: [String: String] = [
    "link": "href", "script": "src", "img": "src", "source": "src", "video": "src", "audio": "src",
    "track": "src", "iframe": "src", "embed": "src", "object": "data", "input": "src", "image": "href",
    "use": "href",
  ]
  private static let lengths = 3...6

  /// The next tag of an element that may ask for a file; its path is `nil` where it doesn't.
  private mutating func nextTag() -> Tag? {
    while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      let end = bytes[(open + 1)...].firstIndex { !Self.isLetter($0) } ?? bytes.endIndex
      index = end
      guard Self.lengths.contains(end - open - 1) else { continue }
      let name = String(decoding: bytes[(open + 1)..<end], as: UTF8.self)
      guard let attribute = Self.files[name] else { continue }
      var tag = Tag(isNeeded: name != "link")
      readAttributes(of: &tag, file: attribute)
      if tag.isLazy || !tag.isNeeded { tag.path = nil }
      return tag
    }
    return nil
  }

  private mutating func readAttributes(of tag: inout Tag, file: String) {
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      let start = index
      while index < bytes.count, Self.isLetter(bytes[index]) || bytes[index] == UInt8(ascii: "-") {
        index += 1
      }
      guard index > start else {
        index += 1
        continue
      }
      let name = String(decoding: bytes[start..<index], as: UTF8.self)
      guard let value = attributeValue() else { continue }
      switch name {
      case "rel":
        let words = String(decoding: value, as: UTF8.self).split(separator: " ")
        tag.isNeeded = tag.isNeeded || words.contains { Self.links.contains(String($0)) }
      case "loading": tag.isLazy = value.elementsEqual("lazy".utf8)
      case file: tag.path = Self.path(value)
      default: break
      }
    }
  }

  /// The value after an attribute's name; `nil` where there is none.
  private mutating func attributeValue() -> ArraySlice<UInt8>? {
    guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "=") else { return nil }
    let quote = bytes[index + 1]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
    let start = index + 2
    let end = bytes[start...].firstIndex(of: quote) ?? bytes.endIndex
    index = min(end + 1, bytes.count)
    return bytes[start..<end]
  }

  /// The path of a marked address, without its query and fragment.
  private static func path(_ value: ArraySlice<UInt8>) -> String? {
    guard value.first == 1, value.last == 2 else { return nil }
    let path = value.dropFirst().dropLast().prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    return String(decoding: path, as: UTF8.self).replacing("&amp;", with: "&")
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
