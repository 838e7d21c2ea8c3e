import Markup

/// A node of a YAML document as the author wrote it: scalars stay text, and everything knows its place.
///
/// Nothing is typed here: `no`, `2024-02-30` and `1_000` are the texts they look like, until a declaration says
/// what they should be.
struct YAMLNode {
  enum Kind {
    case scalar(String, Style)
    case list([YAMLNode])
    case mapping([Entry])
  }

  /// How a scalar is written.
  enum Style: Hashable {
    case plain, quoted, folded
    /// Behind `|`, its lines indented by so many spaces.
    case literal(indentation: Int)
  }

  struct Entry {
    var key: YAMLNode
    var value: YAMLNode

    /// The key's text; keys are always scalars.
    var name: String { key.text ?? "" }

    func isNamed(_ name: String) -> Bool {
      if case .scalar(let text, _) = key.kind { text == name } else { false }
    }
  }

  var kind: Kind
  /// The file's line, 1-based.
  var line: Int
  /// The column in Unicode scalars, 1-based.
  var column: Int

  /// The text of a scalar.
  var text: String? {
    if case .scalar(let text, _) = kind { text } else { nil }
  }

  /// Whether the author left the value out: `key:` and nothing behind it.
  var isEmpty: Bool {
    if case .scalar("", .plain) = kind { true } else { false }
  }

  var entries: [Entry]? {
    if case .mapping(let entries) = kind { entries } else { nil }
  }

  var items: [YAMLNode]? {
    if case .list(let items) = kind { items } else { nil }
  }

  /// The language that a root mapping names, before anyone checks it.
  var writtenLanguage: Language? {
    entries?.first { $0.isNamed("language") }?.value.text.map(Language.init(code:))
  }

  func location(in file: String) -> SourceLocation {
    var length = 1
    if case .scalar(let text, let style) = kind {
      let firstLine = text.unicodeScalars.prefix { $0 != "\n" }.count
      switch style {
      case .plain: length = firstLine
      case .quoted: length = firstLine + 2
      case .folded, .literal: break
      }
    }
    return SourceLocation(file: file, line: line, column: column, length: length)
  }

  /// Where a place of its text stands in the file; where it begins, when folding has moved the text's lines.
  func position(of place: SourcePosition) -> SourcePosition {
    guard case .scalar(let text, let style) = kind else { return SourcePosition(line: line, column: column) }
    switch style {
    case .literal(let indentation):
      return SourcePosition(line: line + place.line, column: place.column + indentation)
    case .plain where !text.utf8.contains(UInt8(ascii: "\n")):
      return SourcePosition(line: line, column: column + place.column - 1)
    case .quoted where !text.utf8.contains(UInt8(ascii: "\n")):
      return SourcePosition(line: line, column: column + place.column)
    default: return SourcePosition(line: line, column: column)
    }
  }
}
