import Content

/// Text as YAML writes it.
enum YAMLText {
  /// The text in double quotes (YAML 1.2, § 7.3.1), for text without a character that `firstUnwritable`
  /// finds.
  static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = [UInt8(ascii: "\"")]
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { bytes.append(UInt8(ascii: "\\")) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The first character that no line of a content file may hold: a control character, the end of a line, a
  /// byte order mark, or what is no character at all.
  static func firstUnwritable(in text: String) -> UInt32? {
    text.unicodeScalars.first { scalar in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: true
      // The last ones of a plane stand for something else while YAML is read.
      default:
        scalar.properties.isNoncharacterCodePoint || scalar.value == 0xFEFF || scalar.value >= 0x10_FFF0
      }
    }?.value
  }

  /// - Throws: `invisibleCharacter` for the first character that can't be written.
  static func check(_ text: String) throws(Diagnostic) {
    if let scalar = firstUnwritable(in: text) { throw Diagnostic(.error, .invisibleCharacter(scalar)) }
  }
}
