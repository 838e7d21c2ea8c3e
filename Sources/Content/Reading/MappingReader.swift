import Markup

/// Takes typed values out of one YAML mapping, and reports what is wrong with each at its place.
///
/// What is asked for becomes known; `finish()` reports the keys nobody asked for.
struct MappingReader {
  let file: String
  let location: SourceLocation
  /// Whether there is a mapping to read from; where there is none, that has been reported.
  let isMapping: Bool
  /// The rules by which texts are set.
  let typography: Typography
  private let entries: [YAMLNode.Entry]
  private var known: [String] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// The addresses of this site that values name.
  var links: [PendingLink] = []

  init(_ node: YAMLNode, file: String, typography: Typography, keyed key: String? = nil) {
    self.file = file
    self.typography = typography
    location = node.location(in: file)
    entries = node.entries ?? []
    isMapping = node.entries != nil || node.isEmpty
    if !isMapping {
      report(.wrongKind(key: key ?? "", expected: .mapping, found: node.valueKind), at: node)
    }
  }

  /// A reader of a mapping inside this one; what it finds is taken over by `add`.
  func inner(_ node: YAMLNode, keyed key: String) -> MappingReader {
    MappingReader(node, file: file, typography: typography, keyed: key)
  }

  /// All keys, in the author's order.
  var keys: [String] { entries.map(\.name) }

  mutating func report(_ problem: Problem, at node: YAMLNode, severity: Diagnostic.Severity = .error) {
    diagnostics.append(Diagnostic(severity, problem, at: node.location(in: file)))
  }

  mutating func report(_ problem: Problem, at place: SourceLocation, severity: Diagnostic.Severity = .error) {
    diagnostics.append(Diagnostic(severity, problem, at: place))
  }

  mutating func reportUnknown(
    _ kind: Problem.NameKind, _ name: String, among known: [String], at place: SourceLocation
  ) {
    report(Problem(unknown: kind, name, among: known), at: place)
  }

  /// Reports that a key has no value, unless there is no mapping to give it.
  ///
  /// - Parameter name: what the key is called, where its own name says too little.
  mutating func reportMissing(_ key: String, as name: String? = nil) {
    if isMapping { report(.missingKey(name ?? key), at: keyLocation(key)) }
  }

  mutating func add(_ more: [Diagnostic]) { diagnostics += more }

  /// The value of a key; `nil` when it is missing or empty.
  mutating func node(_ key: String) -> YAMLNode? {
    known.append(key)
    for index in entries.indices where entries[index].isNamed(key) {
      return entries[index].value.isEmpty ? nil : entries[index].value
    }
    return nil
  }

  /// The values written for a key, in their order, without taking it for known.
  func written(_ key: String) -> [YAMLNode] {
    guard let value = entries.first(where: { $0.name == key })?.value else { return [] }
    return value.items ?? [value]
  }

  /// The place of a key, where an empty or missing value is to blame.
  func keyLocation(_ key: String) -> SourceLocation {
    entries.first { $0.name == key }?.key.location(in: file) ?? location
  }

  /// Takes keys for known, so that `finish()` says nothing about them.
  mutating func accept(_ keys: some Sequence<String>) { known += keys }

  /// A text for readers, set by typographic rules; one of nothing but blanks counts as missing.
  mutating func text(_ key: String, required: Bool = false) -> String? {
    verbatim(key, required: required).map(typography.apply)
  }

  /// A text as the author wrote it: an id, a code, an address.
  mutating func verbatim(_ key: String, required: Bool = false) -> String? {
    guard let node = node(key), !node.isBlank else {
      if required { reportMissing(key) }
      return nil
    }
    return text(of: node, key: key)
  }

  /// The text of a node for readers, set by typographic rules.
  mutating func setText(of node: YAMLNode, key: String) -> String? {
    text(of: node, key: key).map(typography.apply)
  }

  /// The text of a node as the author wrote it.
  mutating func text(of node: YAMLNode, key: String) -> String? {
    guard let text = node.text else {
      report(.wrongKind(key: key, expected: .text, found: node.valueKind), at: node)
      return nil
    }
    return text
  }

  /// A list's items; a single value counts as a list of one.
  mutating func list(_ key: String) -> [YAMLNode] {
    guard let node = node(key) else { return [] }
    return node.items ?? [node]
  }

  /// A list of texts for readers.
  mutating func texts(_ key: String) -> [String] {
    var texts: [String] = []
    for node in list(key) { if let text = setText(of: node, key: key) { texts.append(text) } }
    return texts
  }

  mutating func boolean(_ key: String) -> Bool? {
    guard let node = node(key) else { return nil }
    return boolean(of: node, key: key)
  }

  mutating func boolean(of node: YAMLNode, key: String) -> Bool? {
    switch text(of: node, key: key) {
    case "true", "oui", "yes": return true
    case "false", "non", "no": return false
    case let text?: report(.notABoolean(key: key, value: text), at: node)
    case nil: break
    }
    return nil
  }

  mutating func integer(_ key: String) -> Int? {
    guard let node = node(key), let text = text(of: node, key: key) else { return nil }
    guard let number = Int(text) else {
      report(.notANumber(key: key, value: text), at: node)
      return nil
    }
    return number
  }

  mutating func number(_ key: String) -> DecimalNumber? {
    guard let node = node(key) else { return nil }
    return number(of: node, key: key)
  }

  mutating func number(of node: YAMLNode, key: String) -> DecimalNumber? {
    guard let text = text(of: node, key: key) else { return nil }
    guard let number = DecimalNumber(text) else {
      report(.notANumber(key: key, value: text), at: node)
      return nil
    }
    return number
  }

  mutating func date(_ key: String) -> DateSpan? {
    guard let node = node(key) else { return nil }
    return date(of: node, key: key)
  }

  mutating func date(of node: YAMLNode, key: String) -> DateSpan? {
    guard let text = text(of: node, key: key) else { return nil }
    do throws(DateError) {
      return try DateSpan(parsing: text)
    } catch {
      report(Problem(error, key: key, value: text), at: node)
      return nil
    }
  }

  mutating func mapping(_ key: String) -> MappingReader? {
    node(key).map { inner($0, keyed: key) }
  }

  /// Reports the keys that mean nothing here.
  mutating func finish() {
    let names = Set(known)
    for entry in entries where !names.contains(entry.name) {
      let suggestion = EditDistance.nearest(to: entry.name, among: known)
      report(
        .unknownKey(entry.name, suggestion: suggestion, known: known), at: entry.key, severity: .warning)
    }
  }
}

extension YAMLNode {
  /// What the author wrote, in the terms of a diagnostic.
  var valueKind: Problem.ValueKind {
    switch kind {
    case .scalar: isEmpty ? .nothing : .text
    case .list: .list
    case .mapping: .mapping
    }
  }

  /// Whether it is a text of nothing but blanks.
  var isBlank: Bool {
    guard let text else { return false }
    return text.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
  }

  /// Whether the author says that the sources don't say.
  var isUnspecified: Bool {
    guard let text, text.utf8.count <= 16 else { return false }
    return ["non-precise", "non-precisee", "non-precises", "non-precisees", "not-stated"].contains(
      Slug.make(text))
  }
}
