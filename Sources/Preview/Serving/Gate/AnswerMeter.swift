/// Follows an answer that passes by, to know where it ends.
struct AnswerMeter {
  enum Progress: Equatable {
    case more
    case complete
    /// The connection is a WebSocket's from here.
    case upgraded
  }

  private let isHead: Bool
  private var head: [UInt8] = []
  /// Of the body; `nil` as long as the head isn't over.
  private var remaining: Int?

  /// - Parameter isHead: whether it answers a HEAD, and so has no body.
  init(isHead: Bool) {
    self.isHead = isHead
  }

  mutating func pass(_ bytes: UnsafeRawBufferPointer) -> Progress {
    if let remaining {
      self.remaining = remaining - bytes.count
      return remaining <= bytes.count ? .complete : .more
    }
    for (index, byte) in bytes.enumerated() {
      head.append(byte)
      guard byte == 0x0A, head.suffix(4).elementsEqual([0x0D, 0x0A, 0x0D, 0x0A]) else { continue }
      let status = String(decoding: head.dropFirst(9).prefix(3), as: UTF8.self)
      if status == "101" { return .upgraded }
      let body = isHead || status == "304" || status == "204" ? 0 : length
      let left = body - (bytes.count - index - 1)
      remaining = left
      return left <= 0 ? .complete : .more
    }
    return .more
  }

  /// What the answer says its body's length is: the server always does.
  private var length: Int {
    for line in head.split(separator: 0x0A) where line.starts(with: "Content-Length:".utf8) {
      return line.reduce(0) { (0x30...0x39).contains($1) ? $0 * 10 + Int($1 - 0x30) : $0 }
    }
    return 0
  }
}
