/// How text is written in each place of a template.
///
/// `value` is UTF-8, and what is written can't be told apart from text there, whatever follows. Characters
/// that neither XML 1.0 (§ 2.2) nor HTML allow are dropped: the C0 controls but tab, line feed and carriage
/// return, U+FFFE and U+FFFF. So a value can't forge the mark of an address either.
enum Escape {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// Text of an element, or of an attribute in quotes. `keepsMarks` keeps the bytes 0x01 and 0x02.
  static func text(_ value: Bytes, keepsMarks: Bool = false, to output: inout [UInt8]) {
    write(value, keepsMarks: keepsMarks, to: &output) { byte in
      switch byte {
      case 0x26: "&amp;"
      case 0x3C: "&lt;"
      case 0x3E: "&gt;"
      case 0x22: "&quot;"
      case 0x27: "&#39;"
      default: nil
      }
    }
  }

  /// Markup as the text of an attribute in quotes, or of `title` and `textarea`: its references stay.
  static func markup(_ value: Bytes, to output: inout [UInt8]) {
    write(value, keepsMarks: true, to: &output) { byte in
      switch byte {
      case 0x3C: "&lt;"
      case 0x3E: "&gt;"
      case 0x22: "&quot;"
      case 0x27: "&#39;"
      default: nil
      }
    }
  }

  /// Text that may be the value of an attribute without quotes, and may be the text of an element.
  static func unquoted(_ value: Bytes, to output: inout [UInt8]) {
    write(value, skipsText: false, to: &output) { byte in
      switch byte {
      case 0x26: "&amp;"
      case 0x3C: "&lt;"
      case 0x3E: "&gt;"
      case 0x22: "&quot;"
      case 0x27: "&#39;"
      case 0x20: "&#32;"
      case 0x09: "&#9;"
      case 0x0A: "&#10;"
      case 0x0D: "&#13;"
      case 0x3D: "&#61;"
      case 0x60: "&#96;"
      default: nil
      }
    }
  }

  /// Text of a comment or a declaration, of which nothing is left that could end it or open one.
  static func comment(_ value: Bytes, to output: inout [UInt8]) {
    write(value, skipsText: false, to: &output) { byte in
      switch byte {
      case 0x26: "&amp;"
      case 0x3C: "&lt;"
      case 0x3E: "&gt;"
      case 0x22: "&quot;"
      case 0x27: "&#39;"
      case 0x2D: "&#45;"
      default: nil
      }
    }
  }

  /// The characters of a tag's or an attribute's name.
  static func name(_ value: Bytes, to output: inout [UInt8]) {
    let kept = ASCIISet.alphanumerics.union("-_")
    output.append(contentsOf: value.lazy.filter { kept.contains($0) })
  }

  /// Characters of a CSS identifier or string (CSS Syntax § 4.3.7): `\3c ` for `<`.
  static func styleSheet(_ value: Bytes, to output: inout [UInt8]) {
    let kept = ASCIISet.alphanumerics.union("-_")
    var index = 0
    while index < value.count {
      let byte = value[index]
      let forbidden = forbiddenLength(value, at: index)
      if forbidden > 0 {
        index += forbidden
        continue
      }
      if byte >= 0x80 || kept.contains(byte) {
        output.append(byte)
      } else {
        let digits = hexadecimal(byte)
        output.append(contentsOf: [0x5C, digits.high, digits.low, 0x20])
      }
      index += 1
    }
  }

  /// Part of an address that has begun: whatever could end its scheme, host, path or query is
  /// percent-encoded. `isPath` keeps what has no meaning in a path; a slash after another one would begin a
  /// host.
  static func addressPart(_ value: Bytes, isPath: Bool, to output: inout [UInt8]) {
    let kept = isPath ? ASCIISet.unreserved.union("/@+,!$=") : .unreserved
    for byte in value where byte >= 0x20 {
      let last = output.last
      let isSecondSlash = byte == 0x2F && (last == 0x2F || last == Mark.end)
      if kept.contains(byte), !isSecondSlash {
        output.append(byte)
      } else {
        percentEncode(byte, to: &output)
      }
    }
  }

  /// An address inside the site, of which only `&` can mean anything in a script or a style sheet. Its path
  /// has to stay readable for whoever replaces the mark.
  static func siteAddress(_ value: Bytes, ampersand: StaticString, to output: inout [UInt8]) {
    for byte in value {
      if byte == 0x26 {
        ampersand.withUTF8Buffer { output.append(contentsOf: $0) }
      } else {
        output.append(byte)
      }
    }
  }

  /// The length of the forbidden character at `index`, 0 if the character there is allowed.
  static func forbiddenLength(_ value: Bytes, at index: Int) -> Int {
    let byte = value[index]
    if byte < 0x20 { return byte == 0x09 || byte == 0x0A || byte == 0x0D ? 0 : 1 }
    guard byte == 0xEF, index + 2 < value.count else { return 0 }
    return value[index + 1] == 0xBF && value[index + 2] >= 0xBE ? 3 : 0
  }

  /// Copies `value` in as few pieces as there are bytes to replace; `skipsText` if these are all among those
  /// that ``isText(_:at:)`` finds.
  @inline(__always)
  private static func write(
    _ value: Bytes, keepsMarks: Bool = false, skipsText: Bool = true, to output: inout [UInt8],
    replacing replacement: (UInt8) -> StaticString?
  ) {
    var start = 0
    var index = 0
    // Eight bytes at a time are passed over while none of them may be replaced.
    var end = 0
    while index < value.count {
      if index >= end {
        while skipsText, value.count - index >= 8, isText(value, at: index) { index += 8 }
        end = min(index + 8, value.count)
        guard index < end else { break }
      }
      let byte = value[index]
      guard byte < 0x40 || byte == 0x60 || byte == 0xEF else {
        index += 1
        continue
      }
      let forbidden = forbiddenLength(value, at: index)
      if forbidden > 0, !(keepsMarks && (byte == Mark.start || byte == Mark.end)) {
        output.append(contentsOf: Bytes(rebasing: value[start..<index]))
        index += forbidden
        start = index
        continue
      }
      if let replacement = replacement(byte) {
        output.append(contentsOf: Bytes(rebasing: value[start..<index]))
        replacement.withUTF8Buffer { output.append(contentsOf: $0) }
        start = index + 1
      }
      index += 1
    }
    output.append(contentsOf: Bytes(rebasing: value[start..<value.count]))
  }

  /// Whether none of eight bytes is a control, `"`, `&`, `'`, `<`, `>` or the first byte of U+FFFE; a few
  /// others may count too.
  @inline(__always)
  private static func isText(_ value: Bytes, at index: Int) -> Bool {
    guard let base = value.baseAddress else { return true }
    let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops = ones << 7
    // The top bit of each byte that is zero, by the borrow of a subtraction.
    func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & tops }
    // `&` and `'` are 0x26 and 0x27, `<` and `>` 0x3C and 0x3E.
    let special =
      ((word &- ones &* 0x20) & ~word & tops) | zeros(word ^ (ones &* 0x22))
      | zeros((word & (ones &* 0xFC)) ^ (ones &* 0x24)) | zeros((word & (ones &* 0xFC)) ^ (ones &* 0x3C))
      | zeros(word ^ (ones &* 0xEF))
    return special == 0
  }
}
