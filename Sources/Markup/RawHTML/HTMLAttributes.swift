/// The attributes of an allowed tag, written anew: in alphabetical order, in lower case, in double quotes.
struct HTMLAttributes {
  private(set) var html: [UInt8] = []
  /// Those that are not written, as the author spelled their names.
  private(set) var refused: [String] = []

  init(of tag: HTMLTag, allowed: HTMLAllowList) {
    for attribute in tag.attributes.sorted(by: { $0.name < $1.name }) {
      guard allowed.allows(attribute: attribute.name, of: tag.name),
        let value = Self.value(of: attribute, in: tag.name)
      else {
        refused.append(attribute.name)
        continue
      }
      html.append(Byte.space)
      html.append(contentsOf: attribute.name.utf8)
      html.append(contentsOf: "=\"".utf8)
      html.append(contentsOf: value)
      html.append(Byte.quotationMark)
    }
  }

  /// What may be written as the value, escaped; nil where the attribute can't have it.
  private static func value(of attribute: HTMLTag.Attribute, in element: String) -> [UInt8]? {
    let written = attribute.value ?? []
    switch attribute.name {
    case "open", "reversed", "controls", "default", "loop", "muted", "allowfullscreen":
      let isOn = written.isEmpty || written.map { $0 | 0x20 }.elementsEqual(attribute.name.utf8)
      return isOn ? [] : nil
    case "lang":
      return written.count <= 35 && written.allSatisfy { isWordByte($0) || $0 == UInt8(ascii: "-") }
        ? Array(written) : nil
    case "dir": return oneOf(["auto", "ltr", "rtl"], written)
    case "scope": return oneOf(["col", "colgroup", "row", "rowgroup"], written)
    case "type" where element == "ol":
      return ["1", "A", "I", "a", "i"].contains { $0.utf8.elementsEqual(written) } ? Array(written) : nil
    case "start", "value", "colspan", "rowspan", "span", "width", "height":
      let digits = written.first == UInt8(ascii: "-") ? written.dropFirst() : written
      return (1...6).contains(digits.count) && digits.allSatisfy(Byte.isDigit) ? Array(written) : nil
    case "datetime":
      let isDate = !written.isEmpty && written.allSatisfy { isWordByte($0) || "-+:. ".utf8.contains($0) }
      return isDate ? Array(written) : nil
    case "cite", "poster", "src":
      return address(written, isImage: attribute.name == "poster" || element == "img")
    default:
      var value: [UInt8] = []
      HTMLText.append(written[...], to: &value)
      return value.map { $0 < Byte.space ? Byte.space : $0 }
    }
  }

  /// A whole web address; nil for a path of the site too, which nothing here could check or complete.
  private static func address(_ written: ArraySlice<UInt8>, isImage: Bool) -> [UInt8]? {
    guard let decoded = HTMLText.decoded(written),
      !decoded.contains(where: { $0 <= Byte.space || $0 == 0x7F })
    else { return nil }
    let start = decoded.prefix(8).map { $0 | 0x20 }
    let isWeb = start.starts(with: "https://".utf8) || start.starts(with: "http://".utf8)
    let kind = decoded.withUnsafeBufferPointer { Destination.kind(of: $0, isImage: isImage) }
    guard kind == .external, isWeb || isImage else { return nil }
    var html: [UInt8] = []
    Escaping.append(decoded, to: &html)
    return html
  }

  private static func oneOf(_ names: [String], _ written: ArraySlice<UInt8>) -> [UInt8]? {
    let lower = written.map { Byte.isUppercase($0) ? $0 | 0x20 : $0 }
    return names.contains { $0.utf8.elementsEqual(lower) } ? lower : nil
  }

  private static func isWordByte(_ byte: UInt8) -> Bool { Byte.isLetter(byte) || Byte.isDigit(byte) }
}
