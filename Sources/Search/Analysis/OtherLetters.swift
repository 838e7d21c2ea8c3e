import Foundation

/// Letters beyond ASCII and Latin-1. They are rare, and need Unicode's tables, which Swift and Foundation have.
enum OtherLetters {
  enum Kind {
    case letter, separator
    /// A character that is a word by itself.
    case ideograph
    /// One that words go on across: a soft hyphen, a joiner.
    case ignored
  }

  static func kind(of scalar: UInt32) -> Kind {
    guard let scalar = Unicode.Scalar(scalar) else { return .separator }
    switch scalar.value {
    case 0x2000...0x200B, 0x2010...0x206F, 0xA0, 0xA1...0xA9, 0xAB, 0xAC, 0xAE...0xB1, 0xB4, 0xB6...0xB8, 0xBB,
      0xBF, 0x02BC:
      return .separator
    case 0x3041...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3134F: return .ideograph
    default: break
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .nonspacingMark, .spacingMark:
      return .letter
    case .format: return .ignored
    default: return .separator
    }
  }

  /// Puts a word into lower case and Unicode's composed form.
  static func compose(_ word: inout [UInt8]) {
    let text = String(decoding: word, as: UTF8.self).lowercased().precomposedStringWithCanonicalMapping
    word.removeAll(keepingCapacity: true)
    word += text.utf8
  }
}

/// The form in which words are compared: without accents and ligatures.
enum WordFolding {
  /// NFKD, without marks, in lower case; œ, æ, ß, ø, đ, ł, þ and ı as ASCII letters.
  static func folded(_ word: some Sequence<UInt8>) -> [UInt8] {
    let bytes = Array(word)
    if bytes.allSatisfy({ $0 < 0x80 }) { return bytes }
    var folded: [UInt8] = []
    let text = String(decoding: bytes, as: UTF8.self).decomposedStringWithCompatibilityMapping
    for scalar in text.unicodeScalars {
      if let letters = ligatures[scalar] {
        folded += letters.utf8
        continue
      }
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .spacingMark, .enclosingMark: continue
      default: folded += scalar.properties.lowercaseMapping.utf8
      }
    }
    return folded
  }

  private static let ligatures: [Unicode.Scalar: String] = [
    "œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss", "ẞ": "ss", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d",
    "ł": "l", "Ł": "l", "þ": "th", "Þ": "th", "ı": "i",
  ]
}
