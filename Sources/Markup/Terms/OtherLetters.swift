import Foundation

/// Letters that folding to ASCII doesn't know, in small letters, decomposed, and without accents.
///
/// Only Foundation decomposes, and slowly: each letter is folded once.
struct OtherLetters {
  private var known: [UInt32: [UInt8]] = [:]

  mutating func folded(_ scalar: Unicode.Scalar) -> [UInt8] {
    if let letters = known[scalar.value] { return letters }
    // The form of σ at the end of words.
    let lower = scalar == "ς" ? "σ" : scalar.properties.lowercaseMapping
    let scalars = lower.decomposedStringWithCanonicalMapping.unicodeScalars.filter {
      !(0x0300...0x036F ~= $0.value)
    }
    let letters = Array(String(String.UnicodeScalarView(scalars)).utf8)
    known[scalar.value] = letters
    return letters
  }
}
