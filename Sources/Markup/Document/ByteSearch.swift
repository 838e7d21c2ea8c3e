import Glibc

extension UnsafeBufferPointer<UInt8> {
  /// The offset of the next place, from `start` on, where `pattern` stands: quick when its first byte is rare.
  func firstOffset(of pattern: StaticString, from start: Int = 0) -> Int? {
    let count = pattern.utf8CodeUnitCount
    guard let base = baseAddress, count > 0, pattern.hasPointerRepresentation else { return nil }
    var start = start
    while start + count <= self.count,
      let found = memchr(base + start, Int32(pattern.utf8Start[0]), self.count - count + 1 - start)
    {
      let offset = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      if memcmp(base + offset, pattern.utf8Start, count) == 0 { return offset }
      start = offset + 1
    }
    return nil
  }
}
