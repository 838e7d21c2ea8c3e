/// Watches what an open page sends on its live channel (RFC 6455 § 5.2): nothing but short frames, and few of
/// them.
struct ClientFrames {
  /// Bytes that a page may send in ten seconds: it has nothing to say but that it lives.
  private static let allowance = 4 << 10

  private var left = Self.allowance
  private var windowEnd = Duration.zero
  /// Of the frame under way: what is still to come, once its length is known.
  private var payload = 0
  private var start: [UInt8] = []

  /// Whether the bytes are such as a page may send.
  mutating func accept(_ bytes: UnsafeRawBufferPointer, now: Duration) -> Bool {
    if now >= windowEnd {
      left = Self.allowance
      windowEnd = now + .seconds(10)
    }
    left -= bytes.count
    guard left >= 0 else { return false }
    for byte in bytes {
      if payload > 0 {
        payload -= 1
        continue
      }
      start.append(byte)
      guard start.count == 2 else { continue }
      // Whole, masked, of a known kind, and so short that its length stands in seven bits.
      let length = Int(start[1] & 0x7F)
      guard start[0] & 0xF0 == 0x80, [1, 2, 8, 9, 10].contains(start[0] & 0x0F), start[1] & 0x80 != 0,
        length <= 125
      else { return false }
      payload = length + 4
      start.removeAll(keepingCapacity: true)
    }
    return true
  }
}
