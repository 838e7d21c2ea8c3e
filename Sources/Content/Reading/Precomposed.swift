import Foundation

extension String {
  /// The text in Unicode's composed form (NFC), the one addresses are written in.
  public var precomposed: String {
    utf8.allSatisfy { $0 < 0x80 } ? self : precomposedStringWithCanonicalMapping
  }
}
