import Markup

/// A text for readers as it stands in a file, line by line, with what is no prose taken out: code, addresses,
/// tags and the signs of directives.
public struct Prose: Sendable {
  /// One line of the file.
  public struct Line: Sendable {
    /// Its 1-based number in the file.
    public let number: Int
    /// The 1-based column at which `bytes` begin, in Unicode scalars.
    public let column: Int
    /// UTF-8; `Prose.opaque` for every byte that is no prose.
    public let bytes: ArraySlice<UInt8>
    /// Whether its cells stand between bars, padded with spaces.
    public let isTableRow: Bool
  }

  /// Stands for a byte that is no prose.
  public static let opaque: UInt8 = 1

  /// In their order; a line of nothing but spaces ends a paragraph.
  public private(set) var lines: [Line] = []

  /// The prose of a Markdown body.
  ///
  /// - Parameter line: the file's line of its first one.
  init(_ body: ArraySlice<UInt8>, line: Int) {
    var mask = ProseMask()
    var number = line
    for part in body.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let bytes = mask.masked(part)
      lines.append(Line(number: number, column: 1, bytes: bytes, isTableRow: ProseMask.isTableRow(part)))
      number += 1
    }
  }

  /// The prose of a value.
  init(_ text: String, of node: YAMLNode) {
    var mask = ProseMask()
    for (index, part) in Array(text.utf8).split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    )
    .enumerated() {
      let place = node.position(of: SourcePosition(line: index + 1, column: 1))
      lines.append(
        Line(
          number: place.line, column: place.column, bytes: mask.masked(part),
          isTableRow: ProseMask.isTableRow(part)))
    }
  }
}

extension Prose.Line {
  /// The place of some of the line's bytes.
  public func location(of range: Range<Int>, in file: String) -> SourceLocation {
    func scalars(_ bytes: ArraySlice<UInt8>) -> Int { bytes.count { $0 & 0xC0 != 0x80 } }
    return SourceLocation(
      file: file, line: number, column: column + scalars(bytes[bytes.startIndex..<range.lowerBound]),
      length: scalars(bytes[range]))
  }

  public var isBlank: Bool { bytes.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") } }
}
