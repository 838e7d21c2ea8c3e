/// Text of content made safe to show: it can neither command a terminal nor reorder what stands around it.
public enum Printable {
  /// A text on one line, its invisible characters written as `\u{1B}`.
  public static func text(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isInvisible) else { return text }
    return text.unicodeScalars.map { scalar in
      isInvisible(scalar) ? "\\u{\(String(scalar.value, radix: 16, uppercase: true))}" : String(scalar)
    }.joined()
  }

  /// A scalar of an excerpt: one for one, so that columns stay what they are.
  static func scalar(_ scalar: UnicodeScalar) -> UnicodeScalar {
    if scalar == "\t" { return " " }
    return isInvisible(scalar) ? "\u{00B7}" : scalar
  }

  /// How many cells of a terminal a scalar takes: none for accents of their own, two for the wide scripts and emoji.
  static func width(of scalar: UnicodeScalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }

  private static func isInvisible(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
