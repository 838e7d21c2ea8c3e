/// What a request asks of a file of which the client may have something already (RFC 9110 §§ 13, 14).
struct Conditions {
  enum Part: Equatable {
    case whole
    case unchanged
    case range(Range<Int>)
    case unsatisfiable
  }

  var range: String?
  var ifRange: String?
  var ifNoneMatch: String?

  /// What to send.
  ///
  /// - Parameters:
  ///   - tag: the file's entity tag, with its quotes.
  ///   - size: in bytes.
  func part(tag: String, size: Int) -> Part {
    if let ifNoneMatch, Self.list(ifNoneMatch, holds: tag) { return .unchanged }
    guard let range, ifRange == nil || ifRange == tag else { return .whole }
    return Self.single(range, size: size)
  }

  /// Weak comparison, as the standard asks for it here.
  private static func list(_ list: String, holds tag: String) -> Bool {
    list.utf8.split(separator: UInt8(ascii: ",")).contains { entry in
      var entry = entry[...]
      while entry.first == 0x20 || entry.first == 0x09 { entry.removeFirst() }
      while entry.last == 0x20 || entry.last == 0x09 { entry.removeLast() }
      if entry.elementsEqual("*".utf8) { return true }
      if entry.starts(with: "W/".utf8) { entry.removeFirst(2) }
      return entry.elementsEqual(tag.utf8)
    }
  }

  /// `bytes=0-99`, `bytes=100-` or `bytes=-100`; of anything else the whole is sent, as the standard allows.
  private static func single(_ range: String, size: Int) -> Part {
    guard range.utf8.starts(with: "bytes=".utf8) else { return .whole }
    let ends = range.utf8.dropFirst("bytes=".utf8.count)
      .split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard ends.count == 2, let first = number(ends[0]), let last = number(ends[1]) else { return .whole }
    switch (first, last) {
    case (nil, nil): return .whole
    case (nil, let length?):
      return length == 0 || size == 0 ? .unsatisfiable : .range(max(0, size - length)..<size)
    case (let start?, let end):
      if let end, end < start { return .whole }
      return start >= size ? .unsatisfiable : .range(start..<min(end.map { $0 + 1 } ?? size, size))
    }
  }

  /// `.some(nil)` for nothing at all, `nil` for what is no number.
  private static func number(_ digits: some Collection<UInt8>) -> Int?? {
    if digits.isEmpty { return .some(nil) }
    guard digits.count <= 15, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return .some(digits.reduce(0) { $0 * 10 + Int($1 - 0x30) })
  }
}
