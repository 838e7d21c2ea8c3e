/// Capitals and small letters, in UTF-8 bytes.
enum LetterCase {
  static func hasUppercase(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    has(bytes, ascii: Byte.isUppercase, \.isUppercase)
  }

  static func hasLowercase(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    has(bytes, ascii: { Byte.isLetter($0) && !Byte.isUppercase($0) }, \.isLowercase)
  }

  private static func has(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>, ascii: (UInt8) -> Bool,
    _ other: KeyPath<Unicode.Scalar.Properties, Bool>
  ) -> Bool {
    if bytes.contains(where: ascii) { return true }
    guard bytes.contains(where: { $0 >= 0x80 }) else { return false }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.contains {
      !$0.isASCII && $0.properties[keyPath: other]
    }
  }
}
