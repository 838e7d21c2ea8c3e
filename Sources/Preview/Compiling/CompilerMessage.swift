/// A line of the compiler's output that names a place: `/package/templates/Card.swift:12:5: error: …`.
struct CompilerMessage: Hashable {
  enum Kind: String, CaseIterable {
    case error, warning, note
  }

  let kind: Kind
  let place: CompilerProblem.Place
  let text: String

  /// - Parameters:
  ///   - line: as printed, without its end.
  ///   - folder: what paths are made relative to, with a slash at its end.
  init?(_ line: [UInt8], in folder: [UInt8]) {
    guard line.first == UInt8(ascii: "/"), let (kind, mark) = CompilerMessage.mark(in: line) else {
      return nil
    }
    let head = line[..<mark.lowerBound].split(
      separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard head.count >= 3, let lineNumber = CompilerMessage.number(head[head.count - 2]),
      let column = CompilerMessage.number(head[head.count - 1])
    else { return nil }
    // A path may hold colons itself.
    let path = head.dropLast(2).joined(separator: [UInt8(ascii: ":")])
    let file = Array(path)
    self.kind = kind
    place = CompilerProblem.Place(
      file: String(decoding: file.starts(with: folder) ? file[folder.count...] : file[...], as: UTF8.self),
      line: lineNumber, column: column)
    text = String(decoding: line[mark.upperBound...], as: UTF8.self)
  }

  /// Where the first of `: error: `, `: warning: ` and `: note: ` stands.
  private static func mark(in line: [UInt8]) -> (Kind, Range<Int>)? {
    for start in line.indices where line[start] == UInt8(ascii: ":") {
      for kind in Kind.allCases {
        let mark = ": \(kind.rawValue): ".utf8
        if line[start...].starts(with: mark) { return (kind, start..<start + mark.count) }
      }
    }
    return nil
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return nil
    }
    return Int(String(decoding: bytes, as: UTF8.self))
  }

  /// The number and text of a line of source that the compiler shows: `12 |   card(item)`.
  static func excerpt(_ line: [UInt8]) -> (Int, String)? {
    let start = line.firstIndex { $0 != UInt8(ascii: " ") } ?? line.endIndex
    guard let bar = line[start...].firstIndex(of: UInt8(ascii: "|")), bar > start,
      line[bar - 1] == UInt8(ascii: " "), let number = number(line[start..<bar - 1])
    else { return nil }
    return (number, String(decoding: line[(bar + 1)...].dropFirst(), as: UTF8.self))
  }
}
