/// Folds text to the form that ids and addresses have: `L'été à l'œuvre` becomes `l-ete-a-l-oeuvre`.
public enum Slug {
  /// The letters and digits of a text in lower case, with `-` between the runs of them.
  ///
  /// Accents are dropped and ligatures opened (é, œ, ß become e, oe, ss). Apostrophes, punctuation, symbols
  /// and spaces separate. Letters of other scripts stay, in normalization form C, so that a text gives the
  /// same slug however its accents are coded. The slug is empty when the text has no letter or digit.
  public static func make(_ text: String) -> String {
    Folding.folded(text, separator: UInt8(ascii: "-"))
  }
}

/// The folding behind slugs and sort keys.
enum Folding {
  /// The folded text, a separator between its runs of letters and digits and none at its ends.
  static func folded(_ text: String, separator: UInt8) -> String {
    var text = text
    let fast = text.withUTF8 { bytes -> String? in
      var folded: [UInt8] = []
      folded.reserveCapacity(bytes.count + 8)
      return appendLatin(bytes, separator: separator, to: &folded)
        ? String(decoding: folded, as: UTF8.self) : nil
    }
    return fast ?? OtherScripts.folded(text, separator: separator)
  }

  /// Folds text of Latin letters, general punctuation and symbols.
  ///
  /// Returns false when it holds anything else.
  private static func appendLatin(
    _ bytes: UnsafeBufferPointer<UInt8>, separator: UInt8, to folded: inout [UInt8]
  ) -> Bool {
    var isSeparated = false
    func append(_ letter: UInt8, to folded: inout [UInt8]) {
      if isSeparated, !folded.isEmpty { folded.append(separator) }
      isSeparated = false
      folded.append(letter)
    }
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if Byte.isLetter(byte) {
          append(byte | 0x20, to: &folded)
        } else if Byte.isDigit(byte) {
          append(byte, to: &folded)
        } else {
          isSeparated = true
        }
        index += 1
        continue
      }
      guard let (scalar, length) = decode(bytes, at: index) else { return false }
      index += length
      switch scalar {
      case 0x00AD, 0x200B...0x200F, 0x2060:
        // Soft hyphens and other invisible marks stand inside words.
        break
      case 0x00B2, 0x00B3: append(UInt8(ascii: "0") + UInt8(scalar - 0x00B0), to: &folded)
      case 0x00B9: append(UInt8(ascii: "1"), to: &folded)
      case 0x00AA: append(UInt8(ascii: "a"), to: &folded)
      case 0x00BA: append(UInt8(ascii: "o"), to: &folded)
      case 0x00B5: return false
      case 0x0080..<0x00C0, 0x00D7, 0x00F7: isSeparated = true
      case LatinFolding.first...LatinFolding.last:
        let letters = LatinFolding.letters(for: scalar)
        if letters.isEmpty { return false }
        for letter in letters.utf8 { append(letter, to: &folded) }
      case 0x0300...0x036F:
        // A combining accent after a letter is dropped; the letter before it was Latin.
        break
      case 0x2080...0x2089: append(UInt8(ascii: "0") + UInt8(scalar - 0x2080), to: &folded)
      case 0x2070, 0x2074...0x2079: append(UInt8(ascii: "0") + UInt8(scalar - 0x2070), to: &folded)
      case 0x2010...0x206F, 0x20A0...0x20CF, 0x2190...0x2BFF, 0x2000...0x200A: isSeparated = true
      default: return false
      }
    }
    return true
  }

  /// The scalar of a sequence of two or three bytes, and their number.
  private static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (scalar: UInt32, length: Int)? {
    let lead = UInt32(bytes[index])
    if lead & 0xE0 == 0xC0, index + 1 < bytes.count {
      return ((lead & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F), 2)
    }
    if lead & 0xF0 == 0xE0, index + 2 < bytes.count {
      let middle = UInt32(bytes[index + 1] & 0x3F)
      return ((lead & 0x0F) << 12 | middle << 6 | UInt32(bytes[index + 2] & 0x3F), 3)
    }
    return nil
  }
}
