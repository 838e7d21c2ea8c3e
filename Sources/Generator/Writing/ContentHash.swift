import CXXHash
import Glibc

/// A stable 128-bit hash of some bytes: XXH3-128, the same on every machine and in every run.
///
/// It recognises equal content; it does not withstand somebody who looks for two contents of one hash.
public struct ContentHash: Sendable, Hashable, CustomStringConvertible {
  let high: UInt64
  let low: UInt64

  public init(of bytes: UnsafeRawBufferPointer) {
    self.init(XXH3_128bits(bytes.baseAddress, bytes.count))
  }

  public init(of bytes: [UInt8]) {
    self = bytes.withUnsafeBytes { ContentHash(of: $0) }
  }

  fileprivate init(_ hash: XXH128_hash_t) {
    self.high = hash.high64
    self.low = hash.low64
  }

  /// Reads the text form: exactly 32 lower-case hexadecimal digits, most significant first.
  init?(hexadecimal digits: UnsafeRawBufferPointer) {
    guard digits.count == 32, let high = Self.number(digits[..<16]), let low = Self.number(digits[16...])
    else { return nil }
    self.high = high
    self.low = low
  }

  private static func number(_ digits: Slice<UnsafeRawBufferPointer>) -> UInt64? {
    var number: UInt64 = 0
    for digit in UnsafeRawBufferPointer(rebasing: digits) {
      var value = digit &- UInt8(ascii: "0")
      if value > 9 {
        value = digit &- (UInt8(ascii: "a") - 10)
        guard value >= 10, value <= 15 else { return nil }
      }
      number = number << 4 | UInt64(value)
    }
    return number
  }

  /// Appends the text form to `bytes`.
  func append(to bytes: inout [UInt8]) {
    for half in [high, low] {
      for shift in stride(from: 60, through: 0, by: -4) {
        let value = UInt8(truncatingIfNeeded: half >> UInt64(shift)) & 0xF
        bytes.append(value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10)
      }
    }
  }

  /// The text form: 32 lower-case hexadecimal digits.
  public var description: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Hashes content that comes in pieces; the pieces' borders make no difference.
public struct ContentHasher: ~Copyable {
  private let state: OpaquePointer?

  public init() {
    state = XXH3_createState()
    XXH3_128bits_reset(state)
  }

  deinit {
    XXH3_freeState(state)
  }

  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    XXH3_128bits_update(state, bytes.baseAddress, bytes.count)
  }

  /// The hash of everything so far.
  public func finish() -> ContentHash {
    ContentHash(XXH3_128bits_digest(state))
  }
}
