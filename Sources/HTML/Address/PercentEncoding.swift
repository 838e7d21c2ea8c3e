/// Writes `%` and the two digits of `byte` (RFC 3986 § 2.1).
func percentEncode(_ byte: UInt8, to output: inout [UInt8]) {
  let digits = hexadecimal(byte)
  output.append(contentsOf: [0x25, digits.high, digits.low])
}

/// Copies `bytes`, percent-encoding what isn't in `kept`; `keepsEncoded` leaves a `%` before two digits
/// alone.
func percentEncode(
  _ bytes: some Collection<UInt8>, keeping kept: ASCIISet, keepsEncoded: Bool = false,
  to output: inout [UInt8]
) {
  var index = bytes.startIndex
  while index < bytes.endIndex {
    let byte = bytes[index]
    bytes.formIndex(after: &index)
    let isEncoded =
      keepsEncoded && byte == 0x25 && bytes[index...].count >= 2
      && bytes[index...].prefix(2).allSatisfy { ASCIISet.hexadecimals.contains($0) }
    if kept.contains(byte) || isEncoded {
      output.append(byte)
    } else {
      percentEncode(byte, to: &output)
    }
  }
}

extension ASCIISet {
  // `'` may end an attribute, and is encoded everywhere. An address inside the site also encodes `&`, `(`,
  // `)`, `*` and `;`, so that its path means the same in HTML, CSS, JavaScript and XML without further
  // escaping.

  /// The path of an address inside the site, its slashes included.
  static let sitePath = ASCIISet.unreserved.union("/:@!$+,=")
  /// The fragment of an address inside the site.
  static let siteFragment = ASCIISet.sitePath.union("?")
  /// The query of an address inside the site.
  static let siteQuery = ASCIISet.siteFragment.union("&")
  /// The path of any address.
  static let path = ASCIISet.sitePath.union("&()*;")
  /// The query or the fragment of any address.
  static let query = ASCIISet.path.union("?")
  /// The user information, host and port of an address.
  static let authority = ASCIISet.unreserved.union("!$&()*+,;=:@[]")
}
