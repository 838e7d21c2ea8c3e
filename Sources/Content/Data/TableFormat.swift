import Markup

/// How a CSV file is written, where it isn't as RFC 4180 would have it.
public struct TableFormat: Sendable, Hashable {
  public enum Encoding: Sendable, Hashable {
    case utf8
    /// What spreadsheets of Western Europe save as « CSV » on Windows; a superset of Latin-1's letters.
    case windows1252
  }

  /// What stands before a number's decimals.
  public enum DecimalMark: Sendable, Hashable {
    case comma, point
  }

  /// One ASCII character between two cells; a comma where `nil`, and then a file that looks otherwise is refused.
  public var separator: UInt8?
  public var encoding: Encoding
  /// `nil` where the author says nothing: then only `12`, `-3` and `12.5` are numbers.
  public var decimal: DecimalMark?

  public init(separator: UInt8? = nil, encoding: Encoding = .utf8, decimal: DecimalMark? = nil) {
    self.separator = separator
    self.encoding = encoding
    self.decimal = decimal
  }

  /// Reads what an author wrote for a directive.
  ///
  /// - Returns: the format, what isn't understood left out, and what is wrong with that.
  static func read(_ options: DataTableOptions) -> (format: TableFormat, problems: [Problem]) {
    var problems: [Problem] = []
    func value<Value>(_ key: String, _ text: String?, _ values: [(names: [String], value: Value)]) -> Value? {
      guard let text else { return nil }
      let written = text.lowercased()
      if let found = values.first(where: { $0.names.contains(written) }) { return found.value }
      let known = values.compactMap(\.names.first)
      let suggestion = EditDistance.nearest(to: written, among: known)
      problems.append(.unknownValue(key: key, value: text, suggestion: suggestion, known: known))
      return nil
    }
    var format = TableFormat()
    format.separator = value(
      "séparateur", options.separator,
      [
        ([";", "point-virgule", "semicolon"], UInt8(ascii: ";")),
        ([",", "virgule", "comma"], UInt8(ascii: ",")),
        (["tab", "tabulation", "\\t", "\t"], UInt8(ascii: "\t")), (["|"], UInt8(ascii: "|")),
      ])
    format.encoding =
      value(
        "encodage", options.encoding,
        [
          (["utf-8", "utf8"], .utf8),
          (["windows-1252", "cp1252", "latin1", "latin-1", "iso-8859-1"], .windows1252),
        ]) ?? .utf8
    format.decimal = value(
      "décimale", options.decimal,
      [([",", "virgule", "comma"], .comma), ([".", "point"], .point)])
    return (format, problems)
  }
}
