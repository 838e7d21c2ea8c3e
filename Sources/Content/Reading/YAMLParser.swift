import Yams

/// Reads one YAML mapping with the places of its keys and values.
///
/// Parsing is Yams' (libyaml); this adds the guards hostile input needs before it and plain words after it.
/// Anchors, aliases and tags are refused: authors have no use for them, and a few hundred bytes of them can expand
/// without end.
struct YAMLParser {
  /// The deepest nesting of lists and mappings read.
  static let depthLimit = 10

  let file: String
  /// The file's line of the first line of the YAML text.
  let firstLine: Int

  /// - Returns: the root mapping; one without entries for an empty text.
  func parse(_ yaml: ArraySlice<UInt8>) throws(Diagnostic) -> YAMLNode {
    if let root = PlainYAML.parse(yaml, firstLine: firstLine) { return root }
    if let place = NestingScan(yaml).tooDeep {
      throw diagnostic(.nestedTooDeep(limit: YAMLParser.depthLimit), line: place.line, column: place.column)
    }
    let (text, disguised) = IndicatorDisguise.apply(to: yaml)
    let root: Node?
    do {
      root = try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
    } catch let error as YamlError {
      throw diagnostic(for: error, in: yaml)
    } catch {
      throw diagnostic(.yamlInvalid(reason: "\(error)"), line: 1, column: 1)
    }
    guard let root else { return YAMLNode(kind: .mapping([]), line: firstLine, column: 1) }
    let node = try convert(root, disguised: disguised)
    switch node.kind {
    case .mapping: return node
    case .scalar("", plain: true): return YAMLNode(kind: .mapping([]), line: firstLine, column: 1)
    default:
      throw Diagnostic(.error, .notAMapping, at: node.location(in: file))
    }
  }

  private func convert(_ node: Node, disguised: Bool) throws(Diagnostic) -> YAMLNode {
    switch node {
    case .scalar(let scalar):
      var text = scalar.string
      if disguised, let found = IndicatorDisguise.reveal(&text), scalar.style == .plain, found.atStart {
        throw diagnostic(
          .yamlIndicator(found.indicator, text: text), line: scalar.mark?.line ?? 1, column: scalar.mark?.column ?? 1,
          length: text.unicodeScalars.count)
      }
      return place(.scalar(text, plain: scalar.style == .plain), scalar.mark)
    case .sequence(let sequence):
      var items: [YAMLNode] = []
      items.reserveCapacity(sequence.count)
      for item in sequence { items.append(try convert(item, disguised: disguised)) }
      return place(.list(items), sequence.mark)
    case .mapping(let mapping):
      var entries: [YAMLNode.Entry] = []
      entries.reserveCapacity(mapping.count)
      for (key, value) in mapping {
        let key = try convert(key, disguised: disguised)
        guard key.text != nil else { throw Diagnostic(.error, .keyIsNotText, at: key.location(in: file)) }
        entries.append(YAMLNode.Entry(key: key, value: try convert(value, disguised: disguised)))
      }
      return place(.mapping(entries), mapping.mark)
    case .alias(let alias):
      throw diagnostic(.yamlIndicator("*", text: ""), line: alias.mark?.line ?? 1, column: alias.mark?.column ?? 1)
    }
  }

  private func place(_ kind: YAMLNode.Kind, _ mark: Mark?) -> YAMLNode {
    YAMLNode(kind: kind, line: (mark?.line ?? 1) + firstLine - 1, column: mark?.column ?? 1)
  }

  /// A diagnostic at a place of the YAML text.
  private func diagnostic(_ problem: Problem, line: Int, column: Int, length: Int = 1) -> Diagnostic {
    Diagnostic(
      .error, problem,
      at: SourceLocation(file: file, line: line + firstLine - 1, column: column, length: length))
  }
}

/// What libyaml says, in the words of this project.
extension YAMLParser {
  private func diagnostic(for error: YamlError, in yaml: ArraySlice<UInt8>) -> Diagnostic {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      if let tab = tabIndentation(on: mark.line, of: yaml) {
        return diagnostic(.tabIndentation, line: mark.line, column: tab)
      }
      if problem.contains("mapping values are not allowed") {
        return diagnostic(.yamlColonInText, line: mark.line, column: mark.column)
      }
      if problem.contains("another document") {
        return diagnostic(.yamlSecondDocument, line: mark.line, column: mark.column)
      }
      return diagnostic(.yamlInvalid(reason: problem), line: mark.line, column: mark.column)
    case .duplicatedKeysInMapping(let duplicates, let context):
      let key = duplicates.first ?? ""
      let place = secondPlace(ofKey: key, from: context.mark.line, in: yaml) ?? (context.mark.line, 1)
      return diagnostic(
        .duplicateKey(key), line: place.line, column: place.column, length: key.unicodeScalars.count)
    case .reader(let problem, _, _, _):
      return diagnostic(.yamlInvalid(reason: problem), line: 1, column: 1)
    default:
      return diagnostic(.yamlInvalid(reason: "\(error)"), line: 1, column: 1)
    }
  }

  /// The column of a tab in a line's indentation.
  private func tabIndentation(on number: Int, of yaml: ArraySlice<UInt8>) -> Int? {
    guard let line = lines(of: yaml).dropFirst(number - 1).first else { return nil }
    let blank = line.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "-") }
    return blank.firstIndex(of: UInt8(ascii: "\t")).map { $0 - line.startIndex + 1 }
  }

  private func secondPlace(
    ofKey key: String, from start: Int, in yaml: ArraySlice<UInt8>
  ) -> (line: Int, column: Int)? {
    var indentation: Int?
    for (index, line) in lines(of: yaml).enumerated().dropFirst(start - 1) {
      let content = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") }
      let name = content.drop { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
      guard name.starts(with: key.utf8),
        let next = name.dropFirst(key.utf8.count).first, [":", "\"", "'", " "].contains(UnicodeScalar(next))
      else { continue }
      let column = content.startIndex - line.startIndex + 1
      if let indentation, indentation == column { return (index + 1, column) }
      indentation = indentation ?? column
    }
    return nil
  }

  private func lines(of yaml: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    yaml.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  }
}
