import Glibc

/// The accents that stand apart from their letters, in Unicode's decomposed form (NFD).
enum CombiningMarks {
  /// Whether a text holds the first byte of one: U+0300 to U+036F begin with 0xCC or 0xCD.
  static func mayStand(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    return memchr(base, 0xCC, bytes.count) != nil || memchr(base, 0xCD, bytes.count) != nil
  }
}
