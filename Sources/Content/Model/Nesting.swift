import HTML

/// How the text of a page stands on another one, among other texts.
public struct Nesting: Sendable {
  /// Stands before every id of the text, so that none is another text's.
  public let prefix: String
  /// How many levels its headings go down.
  public let levels: Int
  /// The text's own page: links to places on it lead to those here.
  public let page: URLReference

  public init(prefix: String, levels: Int, page: URLReference) {
    self.prefix = prefix
    self.levels = levels
    self.page = page
  }
}

extension Body {
  /// The HTML as ``html(_:)`` gives it, its ids and headings changed to stand among other texts.
  public func html(in nesting: Nesting, _ draw: (SlotDrawing) -> HTML) -> HTML {
    HTML(trusted: NestedMarkup(nesting).rewritten(html(draw).utf8))
  }
}

/// Changes the ids and the levels of headings of well-formed HTML of our own, in which no text holds a bare
/// `<`.
struct NestedMarkup {
  private let prefix: [UInt8]
  private let levels: UInt8
  /// What the address of a place on the text's own page begins with.
  private let ownAddress: [UInt8]

  init(_ nesting: Nesting) {
    prefix = Array(nesting.prefix.utf8)
    levels = UInt8(clamping: nesting.levels)
    // As it stands in an attribute: a mark, the path, the place.
    ownAddress = [1] + Array(nesting.page.string.utf8) + [UInt8(ascii: "#")]
  }

  func rewritten(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 16)
    var rest = bytes[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      output += rest[..<start]
      rest = rest[start...]
      if rest.starts(with: "<!--".utf8) {
        copyComment(&rest, to: &output)
      } else {
        writeTag(&rest, to: &output)
      }
    }
    return output + rest
  }

  private func copyComment(_ rest: inout ArraySlice<UInt8>, to output: inout [UInt8]) {
    var end = rest.startIndex + 4
    while end < rest.endIndex, !rest[end...].starts(with: "-->".utf8) { end += 1 }
    output += rest[..<end]
    rest = rest[end...]
  }

  /// From `<` up to and without `>`.
  private func writeTag(_ rest: inout ArraySlice<UInt8>, to output: inout [UInt8]) {
    let nameStart = rest.index(rest.startIndex, offsetBy: rest.starts(with: "</".utf8) ? 2 : 1)
    output += rest[..<nameStart]
    rest = rest[nameStart...]
    let name = take(&rest) { !Self.isSpace($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
    output += heading(name) ?? Array(name)
    while let byte = rest.first, byte != UInt8(ascii: ">") {
      if Self.isSpace(byte) || byte == UInt8(ascii: "/") {
        output.append(rest.removeFirst())
      } else {
        writeAttribute(&rest, to: &output)
      }
    }
  }

  private func writeAttribute(_ rest: inout ArraySlice<UInt8>, to output: inout [UInt8]) {
    let ends: [UInt8] = [UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "/")]
    let name = take(&rest) { !Self.isSpace($0) && !ends.contains($0) }
    // An `=` without a name is a part of none: it is passed, so that the walk goes on.
    output += name
    guard rest.first == UInt8(ascii: "=") else { return }
    output.append(rest.removeFirst())
    let quote = rest.first
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"), let quote {
      output.append(rest.removeFirst())
      output += value(take(&rest) { $0 != quote }, of: name)
      if !rest.isEmpty { output.append(rest.removeFirst()) }
    } else {
      output += value(take(&rest) { !Self.isSpace($0) && $0 != UInt8(ascii: ">") }, of: name)
    }
  }

  private func take(_ rest: inout ArraySlice<UInt8>, while holds: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let taken = rest.prefix(while: holds)
    rest = rest[taken.endIndex...]
    return taken
  }

  /// `h2` some levels down, at most `h6`; `nil` for what is no heading.
  private func heading(_ name: ArraySlice<UInt8>) -> [UInt8]? {
    guard name.count == 2, let letter = name.first, let digit = name.last, letter | 0x20 == UInt8(ascii: "h"),
      (UInt8(ascii: "1")...UInt8(ascii: "6")).contains(digit)
    else { return nil }
    return [letter, min(digit + min(levels, 5), UInt8(ascii: "6"))]
  }

  private func value(_ value: ArraySlice<UInt8>, of name: ArraySlice<UInt8>) -> [UInt8] {
    let name = name.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
    if Self.idAttributes.contains(name) { return ids(value) }
    guard Self.addressAttributes.contains(name) else { return Array(value) }
    if value.count > 1, value.first == UInt8(ascii: "#") {
      return [UInt8(ascii: "#")] + prefix + value.dropFirst()
    }
    guard value.starts(with: ownAddress), value.last == 2, value.count > ownAddress.count + 1 else {
      return Array(value)
    }
    return [UInt8(ascii: "#")] + prefix + value.dropFirst(ownAddress.count).dropLast()
  }

  /// A list of ids apart by spaces.
  private func ids(_ value: ArraySlice<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    var isWithin = false
    for byte in value {
      if !Self.isSpace(byte), !isWithin { output += prefix }
      isWithin = !Self.isSpace(byte)
      output.append(byte)
    }
    return output
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
  }

  private static let idAttributes: Set<[UInt8]> = Set(
    [
      "id", "for", "headers", "list", "form", "aria-labelledby", "aria-describedby", "aria-controls",
      "aria-owns",
      "aria-details", "aria-flowto", "aria-activedescendant", "aria-errormessage",
    ].map { Array($0.utf8) })

  private static let addressAttributes: Set<[UInt8]> = Set(
    ["href", "xlink:href", "usemap"].map { Array($0.utf8) })
}
