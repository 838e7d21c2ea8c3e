/// The path of a request's address (RFC 3986), decoded once and known to be harmless.
enum RequestPath {
  /// The path in plain text: it begins with a slash and has neither control characters, backslashes nor
  /// segments `.` and `..`, encoded or not.
  ///
  /// - Throws: ``Refusal/malformed`` for anything else, an encoded slash or bytes that aren't UTF-8 among it.
  static func decode(_ bytes: ArraySlice<UInt8>) throws(Refusal) -> String {
    let slash = UInt8(ascii: "/")
    guard bytes.first == slash, bytes.dropFirst().first != slash else { throw .malformed }
    var path: [UInt8] = []
    path.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      var byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "%") {
        guard index + 2 <= bytes.endIndex, let high = digit(bytes[index]), let low = digit(bytes[index + 1])
        else { throw .malformed }
        byte = high << 4 | low
        index += 2
        guard byte != slash else { throw .malformed }
      }
      guard byte >= 0x20, byte != 0x7F, byte != UInt8(ascii: "\\") else { throw .malformed }
      path.append(byte)
    }
    for segment in path.split(separator: slash) where segment == [0x2E] || segment == [0x2E, 0x2E] {
      throw .malformed
    }
    guard let text = String(validating: path, as: UTF8.self) else { throw .malformed }
    return text
  }

  /// A plain path as it stands in an address.
  static func encode(_ path: String) -> String {
    encode(path.utf8) { isUnreserved($0) || "/!$&'()*+,;=:@".utf8.contains($0) }
  }

  /// A query with what may not stand in an address encoded, and nothing else changed.
  static func encodeQuery(_ query: some Sequence<UInt8>) -> String {
    encode(query) { isUnreserved($0) || "/?!$&'()*+,;=:@%".utf8.contains($0) }
  }

  private static func encode(_ bytes: some Sequence<UInt8>, keeping isKept: (UInt8) -> Bool) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var encoded: [UInt8] = []
    for byte in bytes {
      if isKept(byte) {
        encoded.append(byte)
      } else {
        encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._~".utf8.contains(byte)
    }
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
