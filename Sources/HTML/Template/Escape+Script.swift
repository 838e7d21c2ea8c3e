extension Escape {
  /// Characters of a JavaScript string, as letters, digits and `\uXXXX`.
  static func script(_ value: Bytes, to output: inout [UInt8]) {
    writeUnicodeEscapes(value, keeping: .alphanumerics, to: &output)
  }

  /// The characters of a JSON string (RFC 8259 § 7), without quotes, that may stand in HTML's `script`.
  static func json(_ value: Bytes, to output: inout [UInt8]) {
    writeUnicodeEscapes(value, keeping: jsonKept, to: &output)
  }

  /// ASCII from space to DEL without quotation mark and reverse solidus, which JSON escapes, nor `&`, `<` and
  /// `>`, which HTML might read.
  private static let jsonKept = ASCIISet.alphanumerics.union(" !#$%'()*+,-./:;=?@[]^_`{|}~\u{7F}")

  /// Also escapes the line separators, which end a line of JavaScript, and what HTML doesn't allow.
  private static func writeUnicodeEscapes(_ value: Bytes, keeping kept: ASCIISet, to output: inout [UInt8]) {
    var start = 0
    var index = 0
    while index < value.count {
      let byte = value[index]
      let length = byte < 0x80 ? (kept.contains(byte) ? 0 : 1) : escapedLength(value, at: index)
      guard length > 0 else {
        index += 1
        continue
      }
      output.append(contentsOf: Bytes(rebasing: value[start..<index]))
      let unit =
        length == 1
        ? UInt16(byte)
        : UInt16(byte & 0x0F) << 12 | UInt16(value[index + 1] & 0x3F) << 6 | UInt16(value[index + 2] & 0x3F)
      let (first, last) = (hexadecimal(UInt8(unit >> 8)), hexadecimal(UInt8(unit & 0xFF)))
      output.append(contentsOf: [0x5C, 0x75, first.high, first.low, last.high, last.low])
      index += length
      start = index
    }
    output.append(contentsOf: Bytes(rebasing: value[start..<value.count]))
  }

  /// 3 for U+2028, U+2029, U+FFFE and U+FFFF, else 0.
  private static func escapedLength(_ value: Bytes, at index: Int) -> Int {
    let isSeparator =
      value[index] == 0xE2 && index + 2 < value.count && value[index + 1] == 0x80
      && value[index + 2] & 0xFE == 0xA8
    return isSeparator ? 3 : forbiddenLength(value, at: index)
  }
}
