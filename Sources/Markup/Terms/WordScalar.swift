/// What a scalar beyond ASCII is to a word.
enum WordScalar {
  /// A letter that folds to these in ASCII.
  case latin(String)
  /// A letter, digit or mark of another script.
  case other
  /// A mark over the letter before, which doesn't count.
  case accent
  /// It changes nothing that one sees: a soft hyphen.
  case ignored
  /// It is in no word.
  case gap

  /// - Parameter afterLetter: whether a word has begun.
  init(_ scalar: Unicode.Scalar, afterLetter: Bool) {
    switch scalar.value {
    case 0x00AD, 0x200B...0x200F, 0x2060, 0xFEFF: self = .ignored
    case 0x0080..<0x00C0, 0x00D7, 0x00F7, 0x02BC, 0x2000...0x2BFF, 0x3000...0x3004: self = .gap
    case LatinFolding.first...LatinFolding.last:
      let letters = LatinFolding.letters(for: scalar.value)
      self = letters.isEmpty ? .other : .latin(letters)
    case 0x0300...0x036F: self = afterLetter ? .accent : .gap
    default:
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber,
        .decimalNumber:
        self = .other
      case .nonspacingMark, .spacingMark, .enclosingMark: self = afterLetter ? .other : .gap
      case .format: self = .ignored
      default: self = .gap
      }
    }
  }
}

/// What a scalar between words is: those of one kind stand for each other.
enum WordGap {
  case space, hyphen, apostrophe, nothing, sign

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x00A0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: self = .space
    case 0x2D, 0x2010, 0x2011: self = .hyphen
    case 0x27, 0x2019, 0x02BC: self = .apostrophe
    case 0x00AD, 0x0300...0x036F, 0x200B...0x200F, 0x2060, 0xFEFF: self = .nothing
    default: self = .sign
    }
  }
}

/// UTF-8, scalar by scalar.
enum Scalars {
  /// The scalar at a place, and its bytes; what is no UTF-8 counts as one byte of U+FFFD.
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (
    scalar: Unicode.Scalar, length: Int
  ) {
    let lead = bytes[index]
    if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
    let (length, bits): (Int, UInt8) = lead >= 0xF0 ? (4, 0x07) : lead >= 0xE0 ? (3, 0x0F) : (2, 0x1F)
    guard lead >= 0xC2, index + length <= bytes.count else { return ("\u{FFFD}", 1) }
    var value = UInt32(lead & bits)
    for byte in bytes[(index + 1)..<(index + length)] {
      guard byte & 0xC0 == 0x80 else { return ("\u{FFFD}", 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return Unicode.Scalar(value).map { ($0, length) } ?? ("\u{FFFD}", 1)
  }
}
