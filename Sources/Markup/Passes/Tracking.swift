/// The parameters that newsletters and social networks add to addresses to follow who clicks.
enum Tracking {
  private static let prefixes = ["utm_", "mtm_", "pk_campaign", "pk_kwd", "pk_source", "pk_medium"].map {
    Array($0.utf8)
  }
  private static let names = [
    "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "twclid", "yclid", "igshid", "mc_cid",
    "mc_eid",
    "_hsenc", "_hsmi", "mkt_tok", "xtor",
  ].map { Array($0.utf8) }

  /// The address without them, its other parameters and its fragment unchanged; `nil` when it has none.
  static func removed(from address: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    let end = address.firstIndex(of: Byte.numberSign) ?? address.endIndex
    guard let mark = address[..<end].firstIndex(of: UInt8(ascii: "?")) else { return nil }
    let parameters = address[(mark + 1)..<end]
      .split(separator: Byte.ampersand, omittingEmptySubsequences: false)
    let kept = parameters.filter { !isTracking($0) }
    guard kept.count < parameters.count else { return nil }
    var clean = Array(address[..<mark])
    if !kept.isEmpty {
      clean.append(UInt8(ascii: "?"))
      clean.append(contentsOf: kept.joined(separator: [Byte.ampersand]))
    }
    clean.append(contentsOf: address[end...])
    return clean
  }

  private static func isTracking(_ parameter: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let name = parameter.prefix { $0 != UInt8(ascii: "=") }
    func isSame(_ written: UInt8, _ letter: UInt8) -> Bool { written == letter || written | 0x20 == letter }
    return prefixes.contains { name.starts(with: $0, by: isSame) }
      || names.contains { name.elementsEqual($0, by: isSame) }
  }
}
