/// Reads the front matter that nearly every page has, without the general parser: `key: text`, quoted texts, and
/// lists of either.
///
/// It accepts only what it is sure to read exactly as the YAML parser does, with the same places, and leaves
/// everything else to it: errors too. Tests hold the two against each other. The general parser takes a quarter of a
/// build's time; this one is lost in it.
struct PlainYAML {
  /// More keys than any page has; looking for repeated ones would take long.
  private static let keyLimit = 100

  private let bytes: ArraySlice<UInt8>
  private let firstLine: Int
  private var entries: [YAMLNode.Entry] = []

  /// - Returns: the root mapping, or `nil` where the general parser must decide.
  static func parse(_ yaml: ArraySlice<UInt8>, firstLine: Int) -> YAMLNode? {
    guard isOrdinary(yaml) else { return nil }
    var parser = PlainYAML(bytes: yaml, firstLine: firstLine)
    return parser.parse()
  }

  private init(bytes: ArraySlice<UInt8>, firstLine: Int) {
    self.bytes = bytes
    self.firstLine = firstLine
  }

  /// Whether a text has no character that YAML treats in a way of its own: tabs, line ends other than LF, byte order
  /// marks, and what it calls not printable.
  private static func isOrdinary(_ yaml: ArraySlice<UInt8>) -> Bool {
    yaml.withUnsafeBufferPointer { buffer in
      for index in buffer.indices {
        switch buffer[index] {
        case 0..<0x0A, 0x0B..<0x20, 0x7F: return false
        // U+0080 to U+009F.
        case 0xC2 where index + 1 < buffer.count && buffer[index + 1] < 0xA0: return false
        // U+2028 and U+2029.
        case 0xE2 where index + 2 < buffer.count && buffer[index + 1] == 0x80 && (buffer[index + 2] & 0xFE) == 0xA8:
          return false
        // The last plane, where the general parser disguises what it must find again.
        case 0xF4: return false
        // U+FE00 and beyond, where U+FEFF and the noncharacters are.
        case 0xEF where index + 1 < buffer.count && buffer[index + 1] >= 0xB8: return false
        default: continue
        }
      }
      return true
    }
  }

  private mutating func parse() -> YAMLNode? {
    var line = firstLine
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = lineEnd(from: start)
      if isBlankOrComment(start..<end) {
        (start, line) = (end + 1, line + 1)
        continue
      }
      guard let colon = keyEnd(start..<end) else { return nil }
      let name = String(decoding: bytes[start..<colon], as: UTF8.self)
      guard entries.count < PlainYAML.keyLimit, !entries.contains(where: { $0.name == name }) else { return nil }
      let key = YAMLNode(kind: .scalar(name, .plain), line: line, column: 1)
      let valueStart = skippingSpaces(from: colon + 1, to: end)
      if valueStart < end {
        guard let value = value(valueStart..<end, lineStart: start, line: line) else { return nil }
        entries.append(YAMLNode.Entry(key: key, value: value))
        (start, line) = (end + 1, line + 1)
      } else {
        (start, line) = (end + 1, line + 1)
        guard let value = list(from: &start, line: &line) else { return nil }
        entries.append(YAMLNode.Entry(key: key, value: value))
      }
      // A line that is indented would go on with the text above it.
      guard start >= bytes.endIndex || bytes[start] != UInt8(ascii: " ") || isBlank(start..<lineEnd(from: start)) else {
        return nil
      }
    }
    guard let first = entries.first else { return nil }
    return YAMLNode(kind: .mapping(entries), line: first.key.line, column: 1)
  }

  /// The items of a block list; `nil` where none follows.
  private func list(from start: inout Int, line: inout Int) -> YAMLNode? {
    var items: [YAMLNode] = []
    var indentation: Int?
    var place = (line: line, column: 1)
    while start < bytes.endIndex {
      let end = lineEnd(from: start)
      if isBlankOrComment(start..<end) {
        // Where a comment may stand inside a list is the general parser's knowledge.
        if !items.isEmpty { break }
        return nil
      }
      let dash = skippingSpaces(from: start, to: end)
      guard bytes[dash] == UInt8(ascii: "-"), dash + 1 < end, bytes[dash + 1] == UInt8(ascii: " ") else { break }
      guard indentation == nil || indentation == dash - start else { return nil }
      if indentation == nil { place = (line, dash - start + 1) }
      indentation = dash - start
      let content = skippingSpaces(from: dash + 1, to: end)
      guard content < end, bytes[content] != UInt8(ascii: "["),
        let item = value(content..<end, lineStart: start, line: line)
      else { return nil }
      items.append(item)
      (start, line) = (end + 1, line + 1)
    }
    if items.isEmpty { return nil }
    return YAMLNode(kind: .list(items), line: place.line, column: place.column)
  }

  /// A text, quoted or not, or a list between brackets; `nil` for anything less plain.
  private func value(_ range: Range<Int>, lineStart: Int, line: Int) -> YAMLNode? {
    let column = column(of: range.lowerBound, lineStart: lineStart)
    switch bytes[range.lowerBound] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      guard let (text, end) = quoted(range), skippingSpaces(from: end, to: range.upperBound) == range.upperBound else {
        return nil
      }
      return YAMLNode(kind: .scalar(text, .quoted), line: line, column: column)
    case UInt8(ascii: "["): return flowList(range, lineStart: lineStart, line: line)
    default:
      guard let text = plain(range) else { return nil }
      return YAMLNode(kind: .scalar(text, .plain), line: line, column: column)
    }
  }

  private func flowList(_ range: Range<Int>, lineStart: Int, line: Int) -> YAMLNode? {
    var items: [YAMLNode] = []
    var index = skippingSpaces(from: range.lowerBound + 1, to: range.upperBound)
    while index < range.upperBound {
      let column = column(of: index, lineStart: lineStart)
      if bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") {
        guard let (text, end) = quoted(index..<range.upperBound) else { return nil }
        items.append(YAMLNode(kind: .scalar(text, .quoted), line: line, column: column))
        index = skippingSpaces(from: end, to: range.upperBound)
      } else {
        let end = bytes[index..<range.upperBound].firstIndex { !PlainYAML.isFlowText($0) } ?? range.upperBound
        guard end < range.upperBound, let text = plain(index..<end) else { return nil }
        items.append(YAMLNode(kind: .scalar(text, .plain), line: line, column: column))
        index = end
      }
      guard index < range.upperBound else { return nil }
      if bytes[index] == UInt8(ascii: "]") {
        guard skippingSpaces(from: index + 1, to: range.upperBound) == range.upperBound else { return nil }
        let place = self.column(of: range.lowerBound, lineStart: lineStart)
        return YAMLNode(kind: .list(items), line: line, column: place)
      }
      guard bytes[index] == UInt8(ascii: ",") else { return nil }
      index = skippingSpaces(from: index + 1, to: range.upperBound)
    }
    return nil
  }

  /// A text in quotes that needs no unescaping, and the index behind its closing quote.
  private func quoted(_ range: Range<Int>) -> (String, end: Int)? {
    let quote = bytes[range.lowerBound]
    let start = range.lowerBound + 1
    guard let end = bytes[start..<range.upperBound].firstIndex(of: quote),
      !(quote == UInt8(ascii: "\"") && bytes[start..<end].contains(UInt8(ascii: "\\"))),
      !(quote == UInt8(ascii: "'") && end + 1 < range.upperBound && bytes[end + 1] == quote)
    else { return nil }
    return (String(decoding: bytes[start..<end], as: UTF8.self), end + 1)
  }

  /// A text without quotes: it begins with a letter, a digit or a character outside ASCII, and nothing in it could be
  /// a key or a comment.
  private func plain(_ range: Range<Int>) -> String? {
    guard PlainYAML.beginsText(bytes[range.lowerBound]) else { return nil }
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    guard bytes[end - 1] != UInt8(ascii: ":") else { return nil }
    var previous: UInt8 = 0
    for byte in bytes[range.lowerBound..<end] {
      if previous == UInt8(ascii: ":"), byte == UInt8(ascii: " ") { return nil }
      if previous == UInt8(ascii: " "), byte == UInt8(ascii: "#") { return nil }
      previous = byte
    }
    return String(decoding: bytes[range.lowerBound..<end], as: UTF8.self)
  }

  private static func beginsText(_ byte: UInt8) -> Bool {
    byte >= 0x80 || isWordByte(byte)
  }

  /// Letters, digits and the underscore.
  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private static func isFlowText(_ byte: UInt8) -> Bool {
    byte >= 0x80 || isWordByte(byte) || byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/")
  }

  /// The index of the colon behind a key of word characters and hyphens that a space or the line's end follows.
  private func keyEnd(_ range: Range<Int>) -> Int? {
    guard PlainYAML.isWordByte(bytes[range.lowerBound]) else { return nil }
    var index = range.lowerBound
    while index < range.upperBound, PlainYAML.isWordByte(bytes[index]) || bytes[index] == UInt8(ascii: "-") {
      index += 1
    }
    guard index < range.upperBound, bytes[index] == UInt8(ascii: ":"),
      index + 1 == range.upperBound || bytes[index + 1] == UInt8(ascii: " ")
    else { return nil }
    return index
  }

  private func lineEnd(from start: Int) -> Int {
    bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
  }

  private func skippingSpaces(from start: Int, to end: Int) -> Int {
    var index = start
    while index < end, bytes[index] == UInt8(ascii: " ") { index += 1 }
    return index
  }

  private func isBlank(_ range: Range<Int>) -> Bool {
    skippingSpaces(from: range.lowerBound, to: range.upperBound) == range.upperBound
  }

  private func isBlankOrComment(_ range: Range<Int>) -> Bool {
    let content = skippingSpaces(from: range.lowerBound, to: range.upperBound)
    return content == range.upperBound || bytes[content] == UInt8(ascii: "#") && content == range.lowerBound
  }

  /// 1-based, in Unicode scalars.
  private func column(of index: Int, lineStart: Int) -> Int {
    bytes[lineStart..<index].reduce(1) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
  }
}
