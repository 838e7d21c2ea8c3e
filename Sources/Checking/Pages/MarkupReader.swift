/// Reads pages as templates write them: well formed, `<` and `>` escaped outside of tags, addresses inside
/// the site between the bytes 0x01 and 0x02.
struct MarkupReader {
  struct Tag {
    let name: ArraySlice<UInt8>
    /// What stands behind the name.
    fileprivate let rest: ArraySlice<UInt8>
  }

  enum Part {
    case start(Tag)
    case end(name: ArraySlice<UInt8>)
    /// As it is written, its references not decoded.
    case text(ArraySlice<UInt8>)
  }

  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next part; comments, declarations, scripts and styles are passed over.
  mutating func next() -> Part? {
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        let end = bytes[index...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        defer { index = end }
        return .text(bytes[index..<end])
      }
      if bytes[index...].starts(with: "<!--".utf8) {
        skip(past: "-->")
        continue
      }
      let end = endOfTag(from: index + 1)
      let tag = bytes[(index + 1)..<end]
      index = min(end + 1, bytes.count)
      guard let first = tag.first, first != UInt8(ascii: "!"), first != UInt8(ascii: "?") else { continue }
      if first == UInt8(ascii: "/") { return .end(name: tag.dropFirst().prefix(while: Self.isNameByte)) }
      let name = tag.prefix(while: Self.isNameByte)
      for raw in ["script", "style"] where name.elementsEqual(raw.utf8) { skip(past: "</\(raw)>") }
      return .start(Tag(name: name, rest: tag[name.endIndex...]))
    }
    return nil
  }

  /// The `>` that ends a tag: quotes may hold one.
  private func endOfTag(from start: Int) -> Int {
    var quote: UInt8?
    var end = start
    while end < bytes.count {
      let byte = bytes[end]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return end
      }
      end += 1
    }
    return end
  }

  private mutating func skip(past text: String) {
    let wanted = Array(text.utf8)
    while index < bytes.count, !bytes[index...].starts(with: wanted) { index += 1 }
    index = min(index + wanted.count, bytes.count)
  }

  fileprivate static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"), UInt8(ascii: "/"), UInt8(ascii: "="):
      false
    default: true
    }
  }

  /// The text of a value whose references stand for `&`, `<`, `>` and quotes.
  static func decoded(_ value: ArraySlice<UInt8>) -> String {
    guard value.contains(UInt8(ascii: "&")) else { return String(decoding: value, as: UTF8.self) }
    var output: [UInt8] = []
    var rest = value
    while let byte = rest.first {
      if byte == UInt8(ascii: "&"),
        let (name, character) = references.first(where: { rest.starts(with: $0.0) })
      {
        output.append(character)
        rest = rest.dropFirst(name.count)
      } else {
        output.append(byte)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static let references: [([UInt8], UInt8)] = [
    (Array("&amp;".utf8), UInt8(ascii: "&")), (Array("&lt;".utf8), UInt8(ascii: "<")),
    (Array("&gt;".utf8), UInt8(ascii: ">")), (Array("&quot;".utf8), UInt8(ascii: "\"")),
    (Array("&#39;".utf8), UInt8(ascii: "'")),
  ]
}

extension MarkupReader.Tag {
  func isNamed(_ name: StaticString) -> Bool {
    name.withUTF8Buffer { self.name.elementsEqual($0) }
  }

  /// The value of an attribute as written, empty where it has none; `nil` without the attribute.
  func value(_ wanted: String) -> ArraySlice<UInt8>? {
    var index = rest.startIndex
    while index < rest.endIndex {
      let name = rest[index...].prefix(while: MarkupReader.isNameByte)
      guard !name.isEmpty else {
        index += 1
        continue
      }
      index = name.endIndex
      var value = rest[index..<index]
      if index + 1 < rest.endIndex, rest[index] == UInt8(ascii: "=") {
        let quote = rest[index + 1]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
          let start = index + 2
          let end = rest[start...].firstIndex(of: quote) ?? rest.endIndex
          value = rest[start..<end]
          index = min(end + 1, rest.endIndex)
        } else {
          value = rest[(index + 1)...].prefix { $0 != UInt8(ascii: " ") }
          index = value.endIndex
        }
      }
      if name.elementsEqual(wanted.utf8) { return value }
    }
    return nil
  }

  /// An attribute's text, the marks of an address inside the site left out.
  func text(_ name: String) -> String? {
    guard var value = value(name) else { return nil }
    if value.first == 1, value.last == 2 { value = value.dropFirst().dropLast() }
    return MarkupReader.decoded(value)
  }
}
