import Foundation
import Glibc

/// The accents that stand apart from their letters, in Unicode's decomposed form (NFD).
enum CombiningMarks {
  /// Whether a text holds the first byte of one: U+0300 to U+036F begin with 0xCC or 0xCD.
  static func mayStand(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    return memchr(base, 0xCC, bytes.count) != nil || memchr(base, 0xCD, bytes.count) != nil
  }

  /// The text in composed form (NFC).
  ///
  /// Foundation's time grows with the square of a text's length, so it gets short pieces. Each begins with an
  /// ASCII character, which joins nothing before it; only an absurd run of marks is cut elsewhere.
  static func composed(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var composed: [UInt8] = []
    composed.reserveCapacity(bytes.count + 1)
    var start = 0
    while start < bytes.count {
      var end = min(start + shortPiece, bytes.count)
      while end < bytes.count, bytes[end] >= 0x80, end - start < longPiece || bytes[end] & 0xC0 == 0x80 {
        end += 1
      }
      let piece = UnsafeBufferPointer(rebasing: bytes[start..<end])
      if mayStand(in: piece) {
        composed += String(decoding: piece, as: UTF8.self).precomposedStringWithCanonicalMapping.utf8
      } else {
        composed += piece
      }
      start = end
    }
    return composed
  }

  private static let shortPiece = 64
  private static let longPiece = 1024
}
