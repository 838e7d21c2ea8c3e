import Glibc

extension UnsafeBufferPointer<UInt8> {
  /// The first place of `byte` at or after `start`.
  func index(of byte: UInt8, from start: Int) -> Int? {
    guard start < count, let base = baseAddress,
      let found = memchr(base + start, Int32(byte), count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}

extension StringProtocol {
  /// Calls `body` with the UTF-8 bytes, copied only if they don't stand in one piece.
  func withUTF8Bytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    utf8.withContiguousStorageIfAvailable(body) ?? Array(utf8).withUnsafeBufferPointer(body)
  }
}

/// A set of ASCII bytes, as one bit each.
struct ASCIISet: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(_ members: String) {
    for byte in members.utf8 { insert(byte) }
  }

  private mutating func insert(_ byte: UInt8) {
    if byte < 64 { low |= 1 << UInt64(byte) } else if byte < 128 { high |= 1 << UInt64(byte - 64) }
  }

  func contains(_ byte: UInt8) -> Bool {
    if byte < 64 { return low &>> UInt64(byte) & 1 == 1 }
    return byte < 128 && high &>> UInt64(byte &- 64) & 1 == 1
  }

  func union(_ members: String) -> ASCIISet {
    var union = self
    for byte in members.utf8 { union.insert(byte) }
    return union
  }

  static let letters = ASCIISet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
  static let alphanumerics = letters.union("0123456789")
  /// The characters an address holds unencoded wherever they stand (RFC 3986 § 2.3).
  static let unreserved = alphanumerics.union("-._~")
  static let hexadecimals = ASCIISet("0123456789ABCDEFabcdef")
}

/// The digits of `byte` in base 16, capitals.
func hexadecimal(_ byte: UInt8) -> (high: UInt8, low: UInt8) {
  func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }
  return (digit(byte >> 4), digit(byte & 15))
}
