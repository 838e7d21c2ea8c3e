/// Gathers a request's head from what comes in, and gives up as soon as it is too long.
struct HeadReader {
  private let limits: ServerLimits
  private var bytes: [UInt8] = []
  private var scanned = 0
  private var lines = 0

  init(limits: ServerLimits) {
    self.limits = limits
  }

  /// Whether not a byte of a head has come.
  var isEmpty: Bool { bytes.isEmpty }

  mutating func append(_ more: UnsafeRawBufferPointer) {
    bytes.append(contentsOf: more)
  }

  /// The next head, from its first byte to the last before the empty line; `nil` if it isn't all there.
  mutating func next() throws(Refusal) -> ArraySlice<UInt8>? {
    // A client may send an empty line before a request (RFC 9112 § 2.2).
    while scanned == 0, bytes.starts(with: [0x0D, 0x0A]) { bytes.removeFirst(2) }
    while scanned < bytes.count {
      guard scanned < limits.head else { throw lines == 0 ? .targetTooLong : .headTooLarge }
      let isLineEnd = bytes[scanned] == 0x0A
      scanned += 1
      if lines == 0, scanned > limits.target + 32 { throw .targetTooLong }
      guard isLineEnd else { continue }
      guard scanned >= 2, bytes[scanned - 2] == 0x0D else { throw .malformed }
      if scanned >= 4, bytes[scanned - 4] == 0x0D, bytes[scanned - 3] == 0x0A {
        let head = bytes[..<(scanned - 4)]
        bytes.removeFirst(scanned)
        (scanned, lines) = (0, 0)
        return head
      }
      lines += 1
      // The request's own line is no field.
      guard lines <= limits.fields + 1 else { throw .headTooLarge }
    }
    return nil
  }
}
