import Yams

/// What libyaml says, in the words of this project and at the place where the author should look.
extension YAMLParser {
  func diagnostic(for error: YamlError, in yaml: ArraySlice<UInt8>) -> Diagnostic {
    let lines = yaml.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      return diagnostic(problem, at: mark, context, lines)
    case .duplicatedKeysInMapping(let duplicates, let context):
      let key = duplicates.first ?? ""
      let place = DuplicateKey.secondPlace(of: key, first: context.mark, in: lines)
      return diagnostic(
        .duplicateKey(key), line: place.line, column: place.column, length: key.unicodeScalars.count)
    case .reader(let problem, _, _, _): return diagnostic(.yamlInvalid(.other(problem)), line: 1, column: 1)
    default: return diagnostic(.yamlInvalid(.other("\(error)")), line: 1, column: 1)
    }
  }

  private func diagnostic(
    _ problem: String, at mark: Mark, _ context: YamlError.Context?, _ lines: [ArraySlice<UInt8>]
  ) -> Diagnostic {
    let line =
      mark.line <= lines.count
      ? Array(String(decoding: lines[mark.line - 1], as: UTF8.self).unicodeScalars) : []
    if let tab = YAMLParser.indentingTab(line) {
      return diagnostic(.tabIndentation, line: mark.line, column: tab)
    }
    let before = line.prefix(mark.column - 1)
    let start = context?.mark ?? mark
    let words = (context?.text ?? "") + " " + problem
    func contains(_ text: String) -> Bool { words.contains(text) }
    func at(_ mark: Mark, _ problem: Problem) -> Diagnostic {
      diagnostic(problem, line: mark.line, column: mark.column)
    }

    if contains("mapping values are not allowed") { return at(mark, .yamlColonInText) }
    if contains("another document")
      || contains("document start") && before.isEmpty && line.starts(with: "---".unicodeScalars)
    {
      return at(mark, .yamlSecondDocument)
    }
    if contains("quoted scalar"), contains("unexpected end of stream") || contains("document indicator") {
      return at(start, .yamlInvalid(.unclosedQuote))
    }
    if contains("unknown escape") || contains("hexdecimal number") || contains("Unicode character escape") {
      return at(mark, .yamlInvalid(.unknownEscape))
    }
    if contains("expected node content"), let opening = UnclosedBracket(before: mark, in: lines) {
      let mistake: Problem.YAMLMistake = opening.isList ? .unclosedList : .unclosedMapping
      return diagnostic(.yamlInvalid(mistake), line: opening.line, column: opening.column)
    }
    if contains("cannot start any token") || contains("expected node content")
      || contains("block scalar") && contains("comment or line break")
    {
      let place = contains("block scalar") ? start : mark
      let text = String(String.UnicodeScalarView(line.dropFirst(place.column - 1)))
      let indicator = text.unicodeScalars.first.map { String($0) } ?? ""
      return at(
        place,
        .yamlIndicator(
          indicator, text: SecretKey.isNamed(in: String(String.UnicodeScalarView(line))) ? "" : text))
    }
    if contains("expected ',' or ']'") { return at(start, .yamlInvalid(.unclosedList)) }
    if contains("expected ',' or '}'") { return at(start, .yamlInvalid(.unclosedMapping)) }
    if contains("could not find expected ':'") { return at(start, .yamlInvalid(.missingColon)) }
    if contains("expected key") || contains("expected '-' indicator") || contains("block sequence entries")
      || contains("document start")
    {
      let isFirstOnLine = before.allSatisfy { $0 == " " || $0 == "-" }
      return at(mark, .yamlInvalid(isFirstOnLine ? .indentation : .textAfterValue))
    }
    return at(mark, .yamlInvalid(.other(problem)))
  }

  /// The column of a tab in a line's indentation.
  private static func indentingTab(_ line: [UnicodeScalar]) -> Int? {
    line.prefix { $0 == " " || $0 == "\t" || $0 == "-" }.firstIndex(of: "\t").map { $0 + 1 }
  }
}

/// The innermost bracket or brace that is open at a place.
struct UnclosedBracket {
  let line: Int
  let column: Int
  let isList: Bool

  init?(before mark: Mark, in lines: [ArraySlice<UInt8>]) {
    var open: [(line: Int, column: Int, byte: UInt8)] = []
    for (index, line) in lines.prefix(mark.line).enumerated() {
      var column = 0
      for byte in line where byte & 0xC0 != 0x80 {
        column += 1
        if index + 1 == mark.line, column >= mark.column { break }
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "{"): open.append((index + 1, column, byte))
        case UInt8(ascii: "]"), UInt8(ascii: "}"): _ = open.popLast()
        default: break
        }
      }
    }
    guard let last = open.last else { return nil }
    (line, column, isList) = (last.line, last.column, last.byte == UInt8(ascii: "["))
  }
}

/// Finds where a key stands a second time in its mapping: the parser only tells the first place.
enum DuplicateKey {
  static func secondPlace(
    of key: String, first: Mark, in lines: [ArraySlice<UInt8>]
  ) -> (line: Int, column: Int) {
    inBlock(key, first, lines) ?? inFlow(key, first, lines) ?? (first.line, first.column)
  }

  /// Keys of a block mapping stand in one column, and nothing of it stands before that.
  private static func inBlock(_ key: String, _ first: Mark, _ lines: [ArraySlice<UInt8>]) -> (
    line: Int, column: Int
  )? {
    for (index, line) in lines.enumerated().dropFirst(first.line) {
      let content = line.drop { $0 == UInt8(ascii: " ") }
      guard let byte = content.first, byte != UInt8(ascii: "#") else { continue }
      let column = content.startIndex - line.startIndex + 1
      if column < first.column { return nil }
      if column == first.column, opens(content, key) { return (index + 1, column) }
    }
    return nil
  }

  /// Keys of a flow mapping follow `{` or `,`.
  private static func inFlow(_ key: String, _ first: Mark, _ lines: [ArraySlice<UInt8>]) -> (
    line: Int, column: Int
  )? {
    for (index, line) in lines.enumerated().dropFirst(first.line - 1) {
      var column = 0
      var isAfterSeparator = index >= first.line
      for offset in line.indices where line[offset] & 0xC0 != 0x80 {
        column += 1
        let byte = line[offset]
        if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "{") {
          isAfterSeparator = true
        } else if byte != UInt8(ascii: " ") {
          let isBehind = index >= first.line || column > first.column
          if isBehind, isAfterSeparator, opens(line[offset...], key) { return (index + 1, column) }
          isAfterSeparator = false
        }
      }
    }
    return nil
  }

  /// Whether a text begins with a key, quoted or not, and its colon.
  private static func opens(_ text: ArraySlice<UInt8>, _ key: String) -> Bool {
    let isQuote = { (byte: UInt8) in byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }
    let name = text.first.map(isQuote) == true ? text.dropFirst() : text
    guard name.starts(with: key.utf8) else { return false }
    return name.dropFirst(key.utf8.count).drop { isQuote($0) || $0 == UInt8(ascii: " ") }.first
      == UInt8(ascii: ":")
  }
}
