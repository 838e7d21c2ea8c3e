/// Text of raw HTML, where `&eacute;` and `&#233;` are characters.
enum HTMLText {
  /// Appends text so that it can stand in an element or a double-quoted attribute.
  ///
  /// References that are well formed stay; one to a control character, a surrogate or nothing at all becomes
  /// U+FFFD.
  static func append(_ text: ArraySlice<UInt8>, to html: inout [UInt8]) {
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      if byte == Byte.ampersand, let reference = reference(in: text, at: index) {
        switch reference.meaning {
        case .named: html.append(contentsOf: text[index..<reference.end])
        case .scalar(let scalar): Escaping.append(String(scalar).utf8, to: &html)
        }
        index = reference.end
        continue
      }
      if byte != Byte.carriageReturn { Escaping.append(CollectionOfOne(byte), to: &html) }
      index += 1
    }
  }

  /// The text that an address is written as; nil where a name stands in it whose meaning isn't known here.
  static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    var decoded: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      guard text[index] == Byte.ampersand else {
        decoded.append(text[index])
        index += 1
        continue
      }
      if let reference = reference(in: text, at: index) {
        switch reference.meaning {
        case .named(let name):
          guard name.elementsEqual("amp".utf8) else { return nil }
          decoded.append(Byte.ampersand)
        case .scalar(let scalar): decoded.append(contentsOf: String(scalar).utf8)
        }
        index = reference.end
      } else {
        // Browsers read some names, and all numbers, without their semicolon.
        let next = text[(index + 1)...].first
        guard let next, next != Byte.numberSign else { return nil }
        decoded.append(Byte.ampersand)
        index += 1
      }
    }
    return decoded
  }

  private enum Meaning {
    case named(ArraySlice<UInt8>)
    case scalar(Unicode.Scalar)
  }

  private static func reference(in text: ArraySlice<UInt8>, at start: Int) -> (meaning: Meaning, end: Int)? {
    var index = start + 1
    let isNumeric = index < text.endIndex && text[index] == Byte.numberSign
    if isNumeric { index += 1 }
    let isHexadecimal = isNumeric && index < text.endIndex && text[index] | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { index += 1 }
    let first = index
    while index < text.endIndex, index - first <= 32 {
      let byte = text[index]
      let isPart =
        isNumeric
        ? (isHexadecimal ? Byte.isHexadecimalDigit(byte) : Byte.isDigit(byte))
        : Byte.isLetter(byte) || (index > first && Byte.isDigit(byte))
      guard isPart else { break }
      index += 1
    }
    guard index > first, index < text.endIndex, text[index] == UInt8(ascii: ";") else { return nil }
    let body = text[first..<index]
    guard isNumeric else { return (.named(body), index + 1) }
    let number = UInt32(String(decoding: body, as: UTF8.self), radix: isHexadecimal ? 16 : 10)
    return (.scalar(number.flatMap(printable) ?? "\u{FFFD}"), index + 1)
  }

  private static func printable(_ value: UInt32) -> Unicode.Scalar? {
    let isControl = value < 0x20 && value != 0x09 && value != 0x0A || (0x7F...0x9F).contains(value)
    let isNoncharacter = value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(value)
    return isControl || isNoncharacter ? nil : Unicode.Scalar(value)
  }
}
