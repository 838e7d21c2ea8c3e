import Foundation

/// The folding of text that is not Latin alone. It is rare, and needs normalization, which only Foundation
/// has.
enum OtherScripts {
  static func folded(_ text: String, separator: UInt8) -> String {
    let separator = Unicode.Scalar(separator)
    var folded = String.UnicodeScalarView()
    var isSeparated = false
    var base = Base.other
    func append(_ scalars: some Sequence<Unicode.Scalar>) {
      if isSeparated, !folded.isEmpty { folded.append(separator) }
      isSeparated = false
      folded.append(contentsOf: scalars)
    }
    for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .letterNumber:
        base = Base(scalar)
        append(lowercased(scalar))
      case .decimalNumber:
        base = scalar.isASCII ? .folded : .other
        append(CollectionOfOne(scalar))
      case .nonspacingMark, .spacingMark:
        // Vowel signs and the marks of other scripts are part of their words; accents are not.
        if !isSeparated, !folded.isEmpty, base == .other, !isVariationSelector(scalar) {
          folded.append(scalar)
        }
      case .format: break
      case .otherNumber where superscriptDigit(scalar) != nil:
        base = .folded
        append(CollectionOfOne(superscriptDigit(scalar) ?? scalar))
      default: isSeparated = true
      }
    }
    return String(folded).precomposedStringWithCanonicalMapping
  }

  /// Whether the accents of a letter are dropped.
  private enum Base {
    case folded, other

    init(_ letter: Unicode.Scalar) {
      switch letter.value {
      case 0..<0x0250, 0x0370..<0x0400, 0x1E00..<0x2000: self = .folded
      default: self = .other
      }
    }
  }

  private static func lowercased(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
    let letters = LatinFolding.letters(for: scalar.value)
    return (letters.isEmpty ? scalar.properties.lowercaseMapping : letters).unicodeScalars
  }

  private static func isVariationSelector(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isVariationSelector
  }

  private static func superscriptDigit(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x00B2, 0x00B3: Unicode.Scalar(scalar.value - 0x0080)
    case 0x00B9: "1"
    case 0x2070, 0x2074...0x2079: Unicode.Scalar(scalar.value - 0x2040)
    case 0x2080...0x2089: Unicode.Scalar(scalar.value - 0x2050)
    default: nil
    }
  }
}
