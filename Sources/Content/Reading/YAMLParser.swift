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
    return try parseAny(yaml)
  }

  /// Parses by Yams whatever the text holds.
  func parseAny(_ yaml: ArraySlice<UInt8>) throws(Diagnostic) -> YAMLNode {
    if let (line, column, scalar) = UnseenCharacter.first(in: yaml) {
      throw diagnostic(.invisibleCharacter(scalar), line: line, column: column)
    }
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
      throw diagnostic(.yamlInvalid(.other("\(error)")), line: 1, column: 1)
    }
    let nothing = YAMLNode(kind: .mapping([]), line: firstLine, column: 1)
    guard let root else { return nothing }
    var conversion = Conversion(yaml: yaml, isDisguised: disguised)
    let node = try convert(root, depth: 1, &conversion)
    if case .mapping = node.kind { return node }
    if node.isEmpty { return nothing }
    throw Diagnostic(.error, .notAMapping, at: node.location(in: file))
  }

  /// What turning the parser's nodes into ours needs to know of the text.
  private struct Conversion {
    let yaml: ArraySlice<UInt8>
    let isDisguised: Bool
    lazy var lines = yaml.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  }

  private func convert(_ node: Node, depth: Int, _ conversion: inout Conversion) throws(Diagnostic) -> YAMLNode {
    let mark = (line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    func place(_ kind: YAMLNode.Kind) -> YAMLNode {
      YAMLNode(kind: kind, line: mark.line + firstLine - 1, column: mark.column)
    }
    switch node {
    case .scalar(let scalar):
      var text = scalar.string
      let indicator = conversion.isDisguised ? IndicatorDisguise.reveal(&text) : nil
      if let indicator, scalar.style == .plain {
        throw diagnostic(
          .yamlIndicator(indicator, text: text), line: mark.line, column: mark.column,
          length: text.unicodeScalars.count)
      }
      return place(.scalar(text, style(of: scalar, text, line: mark.line, &conversion)))
    case .sequence(let sequence):
      try check(depth: depth, line: mark.line, column: mark.column)
      var items: [YAMLNode] = []
      items.reserveCapacity(sequence.count)
      for item in sequence { items.append(try convert(item, depth: depth + 1, &conversion)) }
      return place(.list(items))
    case .mapping(let mapping):
      try check(depth: depth, line: mark.line, column: mark.column)
      var entries: [YAMLNode.Entry] = []
      entries.reserveCapacity(mapping.count)
      var names: Set<String> = []
      for (key, value) in mapping {
        let key = try convert(key, depth: depth + 1, &conversion)
        guard let name = key.text else { throw Diagnostic(.error, .keyIsNotText, at: key.location(in: file)) }
        // The parser finds keys that are written alike, but takes `1` and `"1"` for two.
        guard names.insert(name).inserted else {
          throw Diagnostic(.error, .duplicateKey(name), at: key.location(in: file))
        }
        entries.append(YAMLNode.Entry(key: key, value: try convert(value, depth: depth + 1, &conversion)))
      }
      return place(.mapping(entries))
    case .alias: throw diagnostic(.yamlIndicator("*", text: ""), line: mark.line, column: mark.column)
    }
  }

  private func check(depth: Int, line: Int, column: Int) throws(Diagnostic) {
    guard depth > YAMLParser.depthLimit else { return }
    throw diagnostic(.nestedTooDeep(limit: YAMLParser.depthLimit), line: line, column: column)
  }

  private func style(
    of scalar: Node.Scalar, _ text: String, line number: Int, _ conversion: inout Conversion
  ) -> YAMLNode.Style {
    switch scalar.style {
    case .plain: return .plain
    case .folded: return .folded
    case .literal:
      // The text may itself begin with spaces, where the author gave the indentation as a number.
      let isSpace = { (byte: UInt8) in byte == UInt8(ascii: " ") }
      let below = conversion.lines.dropFirst(number)
      guard let line = below.first(where: { !$0.allSatisfy(isSpace) }),
        let content = text.utf8.split(separator: UInt8(ascii: "\n")).first(where: { !$0.allSatisfy(isSpace) })
      else { return .literal(indentation: 0) }
      return .literal(indentation: max(0, line.prefix(while: isSpace).count - content.prefix(while: isSpace).count))
    default: return .quoted
    }
  }

  /// A diagnostic at a place of the YAML text.
  func diagnostic(_ problem: Problem, line: Int, column: Int, length: Int = 1) -> Diagnostic {
    Diagnostic(
      .error, problem,
      at: SourceLocation(file: file, line: line + firstLine - 1, column: column, length: length))
  }
}
