/// Tells where a destination leads, whatever it is disguised as.
enum Destination {
  /// `//host`, `javascript:` and all but a few schemes are refused.
  ///
  /// Browsers drop tabs and line ends in addresses, and read `\` as `/`; so does this. Percent codes are
  /// decoded too, though a browser would not, so that no later reader of the address is fooled.
  static func kind(of destination: UnsafeBufferPointer<UInt8>, isImage: Bool) -> Link.Kind {
    if let plain = plainKind(of: destination) { return plain }
    let start = Start(of: destination)
    if start.isHost { return .refused }
    guard let scheme = start.scheme else { return .internal }
    let isWeb = scheme.elementsEqual("http".utf8) || scheme.elementsEqual("https".utf8)
    if isWeb { return .external }
    if isImage { return start.isImageData ? .external : .refused }
    return scheme.elementsEqual("mailto".utf8) || scheme.elementsEqual("tel".utf8) ? .external : .refused
  }

  /// Whether an allowed, external destination is of the web: `http:` or `https:`.
  static func isWeb(_ destination: UnsafeBufferPointer<UInt8>) -> Bool {
    destination.starts(with: "http".utf8) || Start(of: destination).scheme?.starts(with: "http".utf8) == true
  }

  /// Whether an internal destination names a file that is no page: its last part has an ending, other than `.md`.
  static func isFile(_ destination: UnsafeBufferPointer<UInt8>) -> Bool {
    let path = destination.prefix { $0 != Byte.numberSign && $0 != UInt8(ascii: "?") }
    let name = path.suffix(from: path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? path.startIndex)
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot + 1 < name.endIndex else { return false }
    return !name[dot...].elementsEqual(".md".utf8) { $0 | 0x20 == $1 | 0x20 }
  }

  /// The kind of a destination that disguises nothing: most are told from their first bytes.
  private static func plainKind(of destination: UnsafeBufferPointer<UInt8>) -> Link.Kind? {
    guard let end = destination.firstIndex(where: { !mayBeInScheme($0) }) else { return .internal }
    switch destination[end] {
    case UInt8(ascii: "/") where end > 0, Byte.numberSign, UInt8(ascii: "?"): return .internal
    case Byte.colon where destination.starts(with: "https:".utf8) || destination.starts(with: "http:".utf8):
      return .external
    default: return nil
    }
  }

  fileprivate static func mayBeInScheme(_ byte: UInt8) -> Bool {
    Byte.isLetter(byte) || Byte.isDigit(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ".")
  }
}

/// The first bytes of a destination: decoded, in lower case, spaces and control characters dropped.
private struct Start {
  private static let length = 64
  private static let imageData = ["data:image/png", "data:image/gif", "data:image/jpeg", "data:image/webp"]

  private var bytes: [UInt8] = []
  private var colon: Int?

  init(of destination: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < destination.count, bytes.count < Self.length {
      var byte = destination[index]
      index += 1
      if byte == Byte.percentSign, index + 1 < destination.count,
        let high = Byte.hexadecimalValue(destination[index]),
        let low = Byte.hexadecimalValue(destination[index + 1])
      {
        byte = high << 4 | low
        index += 2
      }
      if byte <= Byte.space || byte == 0x7F { continue }
      if byte == Byte.colon, colon == nil { colon = bytes.count }
      bytes.append(Byte.isUppercase(byte) ? byte | 0x20 : byte)
      // An internal path is told from its first byte that no scheme can hold.
      if colon == nil, bytes.count >= 2, !Destination.mayBeInScheme(byte) { break }
    }
  }

  var isHost: Bool { bytes.count >= 2 && Self.isSlash(bytes[0]) && Self.isSlash(bytes[1]) }

  /// The scheme as RFC 3986 § 3.1 defines it.
  var scheme: ArraySlice<UInt8>? {
    guard let colon, let first = bytes.first, Byte.isLetter(first),
      bytes[..<colon].allSatisfy(Destination.mayBeInScheme)
    else { return nil }
    return bytes[..<colon]
  }

  var isImageData: Bool {
    Self.imageData.contains { type in
      bytes.starts(with: type.utf8) && bytes.count > type.utf8.count
        && [UInt8(ascii: ";"), UInt8(ascii: ",")].contains(bytes[type.utf8.count])
    }
  }

  private static func isSlash(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "/") || byte == Byte.backslash }
}
