import Glibc

/// Where a page's footnotes are written and referred to, found in its bytes before cmark reads them.
///
/// cmark takes `[^1]: word` for the definition of a link, and its tree doesn't tell `[^1]` from `\[^1]`. So it
/// is given a list item for a definition, whose content begins at the fourth column as a footnote's does, and
/// `sentinel` for the `^` of a reference.
struct FootnoteMarks {
  /// U+007F, a control character, which no page holds. cmark takes it in addresses, titles and code as it
  /// does any letter, which is true of no other.
  static let sentinel: UInt8 = 0x7F

  /// The index of the first mark from one on.
  ///
  /// The same byte after a backslash is one that `EscapedTildes` has put there.
  static func firstMark(in text: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Int? {
    var start = start
    while start < text.count, let base = text.baseAddress,
      let found = memchr(base + start, Int32(sentinel), text.count - start)
    {
      let index = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      if index == 0 || text[index - 1] != Byte.backslash { return index }
      start = index + 1
    }
    return nil
  }

  struct Definition {
    /// 1-based, in the page.
    let line: Int
    /// From its `[` to the blanks after its colon.
    let range: Range<Int>
    let label: Range<Int>
    let isEmpty: Bool
  }

  private let lines: SourceLines
  /// In the order of the page; some may stand in code or raw HTML.
  private(set) var definitions: [Definition] = []
  /// The offsets of the `^` of what may be a reference, in order.
  private(set) var references: [Int] = []
  /// A list marker that no line of the page has, and blanks up to the fourth column.
  private var marker = Self.markers[0]

  /// In the order they are tried. The last two can, with a text of the same character, make a rule.
  private static let markers = ["+   ", "1)  ", "1.  ", "*   ", "-   "].map { [UInt8]($0.utf8) }

  init(in lines: SourceLines) {
    self.lines = lines
    guard let base = lines.bytes.baseAddress else { return }
    var offset = 0
    var line = 1
    while offset < lines.bytes.count,
      let found = memchr(base + offset, Int32(UInt8(ascii: "^")), lines.bytes.count - offset)
    {
      let caret = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      offset = caret + 1
      guard caret > 0, lines.bytes[caret - 1] == Byte.leftBracket else { continue }
      // Carets come in order, and most pages have none: the lines are walked once.
      while line < lines.count, Int(lines.starts[line]) <= caret { line += 1 }
      read(caret, inLine: line)
    }
    if !definitions.isEmpty { chooseMarker() }
  }

  var isEmpty: Bool { definitions.isEmpty && references.isEmpty }

  private mutating func read(_ caret: Int, inLine line: Int) {
    let end = lines.range(ofLine: line).upperBound
    var index = caret + 1
    while index < end, lines.bytes[index] != Byte.rightBracket {
      // A bracket in a label would make this search, for each of many, run over all the others.
      if Byte.isSpaceOrTab(lines.bytes[index]) || lines.bytes[index] == Byte.leftBracket { return }
      index += 1
    }
    guard index < end, index > caret + 1 else { return }
    let label = caret + 1..<index
    if index + 1 < end, lines.bytes[index + 1] == Byte.colon, beginsBlock(caret - 1, inLine: line) {
      index += 2
      while index < end, Byte.isSpaceOrTab(lines.bytes[index]) { index += 1 }
      definitions.append(
        Definition(line: line, range: caret - 1..<index, label: label, isEmpty: index == end))
      return
    }
    var backslashes = 0
    while caret - 2 - backslashes >= 0, lines.bytes[caret - 2 - backslashes] == Byte.backslash {
      backslashes += 1
    }
    if backslashes % 2 == 0 { references.append(caret) }
  }

  /// Whether nothing but blanks and the markers of quotes and lists stands before an offset in its line.
  private func beginsBlock(_ offset: Int, inLine line: Int) -> Bool {
    var index = Int(lines.starts[line - 1])
    while index < offset {
      switch lines.bytes[index] {
      case Byte.space, Byte.tab, Byte.greaterThan: index += 1
      default:
        guard let length = Self.markerLength(lines.bytes[index..<offset]) else { return false }
        index += length
      }
    }
    return true
  }

  /// The length of a list marker and the blank after it.
  private static func markerLength(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    var rest = text
    switch text.first {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): rest = rest.dropFirst()
    default:
      rest = rest.drop(while: Byte.isDigit)
      guard rest.count < text.count, rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ")")
      else { return nil }
      rest = rest.dropFirst()
    }
    guard let blank = rest.first, Byte.isSpaceOrTab(blank) else { return nil }
    return text.count - rest.count + 1
  }

  /// A footnote must not go on one of the author's lists.
  private mutating func chooseMarker() {
    var used: Set<UInt8> = []
    for line in 1...lines.count {
      var rest = lines.bytes[lines.range(ofLine: line)]
      while let first = rest.first {
        if Byte.isSpaceOrTab(first) || first == Byte.greaterThan {
          rest = rest.dropFirst()
        } else if first != Byte.leftBracket, let length = Self.markerLength(rest) {
          used.insert(rest[rest.startIndex + length - 2])
          rest = rest.dropFirst(length)
        } else {
          // A marker may end its line.
          if rest.count <= 10, let last = rest.last, rest.dropLast().allSatisfy(Byte.isDigit) {
            used.insert(last)
          }
          break
        }
      }
    }
    // The character before the blanks tells the kind of a list.
    marker = Self.markers.first { $0.last { $0 != Byte.space }.map { !used.contains($0) } ?? false } ?? marker
  }

  func rewrite(in rewriting: inout Rewriting) {
    for definition in definitions {
      rewriting.replace(definition.range, inLine: definition.line, by: replacement(for: definition))
    }
  }

  /// What cmark sees of a definition: a marker, three blanks, and a comment for one that has no text on its
  /// line, whose content would else begin at the second column.
  func replacement(for definition: Definition) -> [UInt8] {
    definition.isEmpty ? marker + [UInt8]("<!---->".utf8) : marker
  }

  /// A definition as it was written, its label marked as a reference.
  func bytes(of definition: Definition) -> [UInt8] {
    var bytes = [UInt8](lines.bytes[definition.range])
    bytes[1] = Self.sentinel
    return bytes
  }

  /// Puts the sentinel into the page as it was rewritten.
  func mark(_ page: inout [UInt8], _ rewriting: Rewriting) {
    var shift = 0
    var next = 0
    for reference in references {
      while next < rewriting.rewritten.count, rewriting.rewritten[next].range.upperBound <= reference {
        shift += rewriting.rewritten[next].replacement.count - rewriting.rewritten[next].range.count
        next += 1
      }
      if next < rewriting.rewritten.count, rewriting.rewritten[next].range.contains(reference) { continue }
      page[reference + shift] = Self.sentinel
    }
  }

  /// The column, in bytes, at which a definition begins: what stands before it is never rewritten.
  func column(of definition: Definition) -> Int {
    definition.range.lowerBound - Int(lines.starts[definition.line - 1]) + 1
  }

  func label(of definition: Definition) -> String { Self.key(lines.bytes[definition.label]) }

  func text(of definition: Definition) -> String {
    String(decoding: lines.bytes[definition.label], as: UTF8.self)
  }

  /// A label as it is compared: in lower case.
  static func key(_ label: some Collection<UInt8>) -> String {
    String(decoding: label, as: UTF8.self).lowercased()
  }
}
