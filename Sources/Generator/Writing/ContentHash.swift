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
  init?(hexadecimal digits: some Collection<UInt8>) {
    guard digits.count == 32 else { return nil }
    var high: UInt64 = 0
    var low: UInt64 = 0
    for digit in digits {
      let value: UInt8
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
      default: return nil
      }
      high = high << 4 | low >> 60
      low = low << 4 | UInt64(value)
    }
    self.high = high
    self.low = low
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
