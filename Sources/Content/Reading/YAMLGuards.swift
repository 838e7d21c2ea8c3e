/// Finds nesting that would make a recursive reader run out of stack, before any reader sees it.
///
/// It counts brackets inside quoted texts too, since only the parser knows where texts end: what it refuses is far
/// beyond `YAMLParser.depthLimit`, which is checked on what was parsed.
struct NestingScan {
  /// Nesting that no parser is asked to read.
  private static let limit = 100

  /// The place, counted in the scanned text, from which on it nests deeper than `YAMLParser.depthLimit`, when it
  /// ends up deeper than any parser should follow.
  private(set) var tooDeep: (line: Int, column: Int)?

  init(_ yaml: ArraySlice<UInt8>) {
    var brackets = 0
    var line = 0
    var indentations: [Int] = []
    var start: (line: Int, column: Int)?
    var lineStart = yaml.startIndex
    while lineStart < yaml.endIndex {
      line += 1
      let end = yaml[lineStart...].firstIndex(of: UInt8(ascii: "\n")) ?? yaml.endIndex
      let text = yaml[lineStart..<end]
      for column in NestingScan.blockColumns(of: text) {
        while let last = indentations.last, last >= column { indentations.removeLast() }
        indentations.append(column)
        if mark(depth: indentations.count + brackets, line, column + 1, &start) { return }
      }
      var column = 0
      for byte in text {
        if byte & 0xC0 != 0x80 { column += 1 }
        if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") {
          brackets += 1
          if mark(depth: indentations.count + brackets, line, column, &start) { return }
        } else if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") {
          brackets = max(0, brackets - 1)
        }
      }
      lineStart = end + 1
    }
  }

  /// Remembers where the nesting went too deep; returns whether the scan is over.
  private mutating func mark(depth: Int, _ line: Int, _ column: Int, _ start: inout (line: Int, column: Int)?)
    -> Bool
  {
    if depth <= YAMLParser.depthLimit {
      start = nil
    } else if start == nil {
      start = (line, column)
    }
    if depth > NestingScan.limit { tooDeep = start }
    return tooDeep != nil
  }

  /// The columns, from 0, at which a line opens block collections: those of its `- ` and `? `, and of its content.
  private static func blockColumns(of line: ArraySlice<UInt8>) -> [Int] {
    var columns: [Int] = []
    var index = line.startIndex
    while index < line.endIndex {
      let byte = line[index]
      if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "?") {
        guard index + 1 < line.endIndex, line[index + 1] == UInt8(ascii: " ") else { break }
        columns.append(index - line.startIndex)
      } else if byte != UInt8(ascii: " ") {
        break
      }
      index += 1
    }
    if index < line.endIndex { columns.append(index - line.startIndex) }
    return columns
  }
}

/// Hides the characters that open anchors, aliases and tags from the YAML parser, and finds them again behind it.
///
/// Only the parser knows whether `*` begins a value or stands inside a text, so it decides: each is replaced by one
/// private-use character; a plain value that comes back beginning with one was an anchor, an alias or a tag, and
/// everywhere else the character is put back.
enum IndicatorDisguise {
  private static let indicators: [UInt8] = [UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!")]
  /// U+10FFF0 and those after it; in UTF-8 the same three bytes, and one that counts.
  private static let firstScalar: UInt32 = 0x10FFF0
  private static let lead: [UInt8] = [0xF4, 0x8F, 0xBF]
  private static let firstByte: UInt8 = 0xB0

  /// - Returns: the text for the parser, and whether anything in it is disguised.
  static func apply(to yaml: ArraySlice<UInt8>) -> (text: String, disguised: Bool) {
    var bytes: [UInt8] = []
    var copied = yaml.startIndex
    for index in yaml.indices {
      guard let number = indicators.firstIndex(of: yaml[index]) else { continue }
      bytes += yaml[copied..<index]
      bytes += lead
      bytes.append(firstByte + UInt8(number))
      copied = index + 1
    }
    guard copied > yaml.startIndex else { return (String(decoding: yaml, as: UTF8.self), false) }
    bytes += yaml[copied...]
    return (String(decoding: bytes, as: UTF8.self), true)
  }

  /// Puts the characters back.
  ///
  /// - Returns: the character that the text begins with, when it was disguised.
  static func reveal(_ text: inout String) -> String? {
    var opening: String?
    var isDisguised = false
    var revealed = String.UnicodeScalarView()
    for (offset, scalar) in text.unicodeScalars.enumerated() {
      guard scalar.value >= firstScalar, scalar.value < firstScalar + UInt32(indicators.count) else {
        revealed.append(scalar)
        continue
      }
      let indicator = UnicodeScalar(indicators[Int(scalar.value - firstScalar)])
      revealed.append(indicator)
      isDisguised = true
      if offset == 0 { opening = String(indicator) }
    }
    if isDisguised { text = String(revealed) }
    return opening
  }

  /// The character that a text begins with, when it is one that stands for an indicator: no author may write it.
  static func disguise(at text: ArraySlice<UInt8>) -> UInt32? {
    guard text.starts(with: lead), let last = text.dropFirst(lead.count).first, last >= firstByte,
      last < firstByte + UInt8(indicators.count)
    else { return nil }
    return firstScalar + UInt32(last - firstByte)
  }
}

/// Finds characters that authors don't see and that YAML would read as something else than text.
enum UnseenCharacter {
  /// The first place of a line or paragraph separator, of a byte order mark, or of a disguise of ours.
  static func first(in yaml: ArraySlice<UInt8>) -> (line: Int, column: Int, scalar: UInt32)? {
    var line = 1
    var lineStart = yaml.startIndex
    for index in yaml.indices {
      let byte = yaml[index]
      if byte == UInt8(ascii: "\n") {
        line += 1
        lineStart = index + 1
      } else if byte >= 0xE2, let scalar = scalar(yaml[index...]) {
        let column = yaml[lineStart..<index].count { $0 & 0xC0 != 0x80 } + 1
        return (line, column, scalar)
      }
    }
    return nil
  }

  private static func scalar(_ rest: ArraySlice<UInt8>) -> UInt32? {
    if rest.starts(with: [0xE2, 0x80, 0xA8]) { return 0x2028 }
    if rest.starts(with: [0xE2, 0x80, 0xA9]) { return 0x2029 }
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { return 0xFEFF }
    return IndicatorDisguise.disguise(at: rest)
  }
}
