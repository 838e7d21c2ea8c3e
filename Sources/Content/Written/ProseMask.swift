/// Takes out of Markdown, line by line, what is no prose.
///
/// It knows less of Markdown than the parser does, and rather takes out too much: what it leaves is looked at
/// by people.
struct ProseMask {
  /// The sign and the length of the fence that is open.
  private var fence: (sign: UInt8, count: Int)?

  /// The line with `Prose.opaque` for every byte that is no prose.
  mutating func masked(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let text = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ">") }
    let isFence = goThroughFence(text)
    guard fence == nil, !isFence, !ProseMask.isDefinition(text) else { return ProseMask.blanked(line) }
    var output = line
    var index = line.startIndex
    if text.starts(with: ":::".utf8) {
      // The name of a directive; its label is prose, its attributes are none.
      let label = text.firstIndex(of: UInt8(ascii: "[")) ?? text.endIndex
      for place in text.startIndex..<label { output[place] = Prose.opaque }
      index = label
    }
    while index < line.endIndex {
      guard let end = ProseMask.endOfSign(at: index, in: line) else {
        index += 1
        continue
      }
      for place in index..<end { output[place] = Prose.opaque }
      index = end
    }
    return output
  }

  static func isTableRow(_ line: ArraySlice<UInt8>) -> Bool { line.contains(UInt8(ascii: "|")) }

  /// Opens or closes a block of code; returns whether the line does.
  private mutating func goThroughFence(_ text: ArraySlice<UInt8>) -> Bool {
    guard let sign = text.first, sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~") else { return false }
    let count = text.prefix { $0 == sign }.count
    guard count >= 3 else { return false }
    guard let open = fence else {
      if sign == UInt8(ascii: "`"), text.dropFirst(count).contains(sign) { return false }
      fence = (sign, count)
      return true
    }
    let closes =
      open.sign == sign && count >= open.count && text.dropFirst(count).allSatisfy { $0 == UInt8(ascii: " ") }
    if closes { fence = nil }
    return closes
  }

  private static func blanked(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    line.map { _ in Prose.opaque }[...]
  }

  /// `[label]: address`
  private static func isDefinition(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.first == UInt8(ascii: "["), text.dropFirst().first != UInt8(ascii: "^"),
      let close = text.firstIndex(of: UInt8(ascii: "]"))
    else { return false }
    return text[close...].starts(with: "]:".utf8)
  }

  /// The end of what begins at a place and is no prose; `nil` where prose goes on.
  private static func endOfSign(at index: Int, in line: ArraySlice<UInt8>) -> Int? {
    let rest = line[index...]
    switch line[index] {
    case UInt8(ascii: "`"): return endOfCode(rest)
    case UInt8(ascii: "]") where rest.starts(with: "](".utf8):
      return end(of: rest.dropFirst(2), closing: UInt8(ascii: ")"))
    case UInt8(ascii: "{"): return end(of: rest.dropFirst(), closing: UInt8(ascii: "}"))
    case UInt8(ascii: "<"):
      guard let next = rest.dropFirst().first,
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(next | 0x20) || next == UInt8(ascii: "/")
          || next == UInt8(ascii: "!")
      else { return nil }
      return end(of: rest.dropFirst(), closing: UInt8(ascii: ">"))
    case UInt8(ascii: "h") where rest.starts(with: "http://".utf8) || rest.starts(with: "https://".utf8):
      return rest.firstIndex { " \t<>\"|)".utf8.contains($0) } ?? rest.endIndex
    case UInt8(ascii: ":") where rest.dropFirst().first.map { (0x61...0x7A).contains($0) } == true:
      // An inline directive: `:terme[`.
      let name = rest.dropFirst().prefix { $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: " ") }
      return name.endIndex < rest.endIndex && rest[name.endIndex] == UInt8(ascii: "[") ? name.endIndex : nil
    default: return nil
    }
  }

  private static func end(of text: ArraySlice<UInt8>, closing: UInt8) -> Int? {
    text.firstIndex(of: closing).map { $0 + 1 }
  }

  private static func endOfCode(_ text: ArraySlice<UInt8>) -> Int? {
    let tick = UInt8(ascii: "`")
    let count = text.prefix { $0 == tick }.count
    var index = text.startIndex + count
    while let start = text[index...].firstIndex(of: tick) {
      let run = text[start...].prefix { $0 == tick }.count
      if run == count { return start + run }
      index = start + run
    }
    return text.startIndex + count
  }
}
